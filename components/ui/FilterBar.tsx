import './Input.css'
import './FilterBar.css'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './Button.tsx'
import { type FilterChip, FilterChipBox } from './FilterChip.tsx'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'
import { isTyping } from './keys.ts'

export interface FilterBarProps {
  readonly search?:
    | {
        readonly value: string
        readonly onInput: (value: string) => void
        /** "Search apps": the name of the field and the words in it while it is empty. */
        readonly label: string
      }
    | undefined
  readonly chips: readonly FilterChip[]
  /** Takes back search and chips. Offered while any of them is set. */
  readonly onClear: () => void
  /** How many are left ("31 of 31"); read out whenever it changes. */
  readonly result: ComponentChildren
  /** At the right end: SourceAge. */
  readonly trailing?: ComponentChildren
  /** "/" goes to the search field; single keys can be switched off in Settings. */
  readonly slash?: boolean | undefined
}

/** Search and filters above a list. All values come from the caller, who keeps them in the page's address. */
export function FilterBar(props: FilterBarProps): JSX.Element {
  const { search, chips, onClear, result, trailing, slash = true } = props
  const t = useT()
  const isSet = Boolean(search?.value) || chips.some(chip => chip.chosen.length > 0)
  return (
    <div class="pb-filters">
      {search && <SearchBox {...search} slash={slash} />}
      {chips.map(chip => (
        <FilterChipBox key={chip.id} chip={chip} />
      ))}
      {isSet && (
        <Button kind="link" onClick={onClear}>
          {t('ui_clear_filters')}
        </Button>
      )}
      <div class="pb-filters-end">
        <span role="status" class="pb-filters-result">
          {result}
        </span>
        {trailing}
      </div>
    </div>
  )
}

function SearchBox(props: {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly label: string
  readonly slash: boolean
}): JSX.Element {
  const { value, onInput, label, slash } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!slash) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [slash])

  return (
    <search class="pb-search">
      <Icon name="search" />
      <label for={id} class="pb-hidden">
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type="search"
        class="pb-input"
        value={value}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        aria-keyshortcuts={slash ? '/' : undefined}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {slash && !value && (
        <span class="pb-search-key" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      )}
    </search>
  )
}
