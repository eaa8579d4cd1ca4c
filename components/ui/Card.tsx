import './Card.css'
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { CountBadge, type CountTone } from './CountBadge.tsx'

const SectionHeading = createContext<string | undefined>(undefined)

/** Id of the heading of the card around; what names a table inside it. */
export const useSectionHeading = (): string | undefined => useContext(SectionHeading)

export interface CardProps {
  /** The section's heading and its name for assistive technology. */
  readonly title: string
  readonly count?: number | undefined
  readonly countTone?: CountTone | undefined
  /** Muted words after the heading ("All accounts", "Last 30 days"). */
  readonly note?: ComponentChildren
  /** Right end of the heading line: SourceAge, Export, a link. */
  readonly actions?: ComponentChildren
  /** `flush` lets a table or a list of rows reach the edges. Default `padded`. */
  readonly body?: 'padded' | 'flush' | undefined
  /** Level of the heading; 2 unless the card stands inside another section. */
  readonly level?: 2 | 3 | undefined
  /** To jump to the section. */
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A section of a page: heading with count, what belongs at its right end, and the content under a hairline. */
export function Card(props: CardProps): JSX.Element {
  const { title, count, countTone, note, actions, body = 'padded', level = 2, id, children } = props
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="pb-card" aria-labelledby={headingId} id={id}>
      <header class="pb-card-head">
        <Heading id={headingId} class="pb-card-title">
          {title}
        </Heading>
        {count !== undefined && <CountBadge value={count} tone={countTone} />}
        {note && <span class="pb-muted pb-card-note">{note}</span>}
        {actions && <div class="pb-card-actions">{actions}</div>}
      </header>
      <SectionHeading.Provider value={headingId}>
        <div class={`pb-card-body pb-card-${body}`}>{children}</div>
      </SectionHeading.Provider>
    </section>
  )
}
