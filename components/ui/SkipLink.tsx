import './SkipLink.css'
import type { JSX } from 'preact'
import { useT } from './I18n.tsx'

/**
 * The first thing in the page: jumps over the navigation. It moves the focus itself, because the page's address after
 * the # belongs to the router.
 * @param target id of the `main` (which needs `tabIndex={-1}`)
 */
export function SkipLink(props: { readonly target: string }): JSX.Element {
  const t = useT()
  const jump = (event: Event) => {
    event.preventDefault()
    document.getElementById(props.target)?.focus()
  }
  return (
    <a class="pb-skip" href={`#${props.target}`} onClick={jump}>
      {t('ui_skip_to_main')}
    </a>
  )
}
