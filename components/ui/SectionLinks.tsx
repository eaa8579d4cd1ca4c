import './SectionLinks.css'
import type { ComponentChildren, JSX } from 'preact'

/** Links between the sections of a page, looking like tabs; the current one is marked with `aria-current`. */
export function SectionLinks(props: {
  /** Name of the navigation ("Connection insights"). */
  readonly label: string
  readonly current: string
  readonly links: readonly { readonly id: string; readonly href: string; readonly label: ComponentChildren }[]
}): JSX.Element {
  return (
    <nav class="pb-sections" aria-label={props.label}>
      <ul>
        {props.links.map(link => (
          <li key={link.id}>
            <a href={link.href} aria-current={link.id === props.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
