import '../ui/Input.css'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'

/** The search field in the header. Escape closes it, and not the popup. */
export function SearchField(props: {
  readonly search: string
  /** Null closes it. */
  readonly onSearch: (search: string | null) => void
}): JSX.Element {
  const { search, onSearch } = props
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <search class="popup-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        class="pb-input"
        aria-label={t('popup_search')}
        placeholder={t('popup_search')}
        value={search}
        onInput={event => onSearch(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault() // else the browser closes the popup
          onSearch(null)
        }}
      />
      <IconButton icon="close" label={t('popup_search_close')} onClick={() => onSearch(null)} />
    </search>
  )
}
