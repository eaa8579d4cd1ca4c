import './bars.css'
import type { JSX } from 'preact'
import { useT } from './I18n.tsx'
import type { Tone } from './StatusPill.tsx'

/** One part of a whole; `unknown` is hatched. */
export interface BarPart {
  readonly tone: Extract<Tone, 'ok' | 'bad' | 'warn' | 'unknown'>
  readonly count: number
  /** What is counted, to follow the number: "connected". */
  readonly name: string
}

/**
 * A bar whose parts add up to all apps, in the order given; a part never hides in another. Parts of zero are left out.
 * Read out as its figures ("20 connected, 3 need attention, 26 not reported").
 */
export function StackedBar(props: { readonly parts: readonly BarPart[] }): JSX.Element {
  const t = useT()
  const parts = props.parts.filter(part => part.count > 0)
  const label = parts.map(part => t('ui_bar_part', { count: part.count, name: part.name }))
  return (
    <div class="pb-bar" role="img" aria-label={label.join(t.lang === 'ja' ? '、' : ', ')}>
      {parts.map((part, index) => (
        <div
          // Two red parts can stand side by side (error, expired): their place is all they have.
          key={`${part.tone} ${index}`}
          class={part.tone === 'unknown' ? 'pb-bar-part pb-hatch' : `pb-bar-part pb-bar-${part.tone}`}
          style={{ flexGrow: String(part.count) }}
        />
      ))}
    </div>
  )
}

/** "22 of 48" with a bar before it: what is covered in blue, the rest hatched, for the rest is unknown. */
export function CoverageBar(props: { readonly covered: number; readonly total: number }): JSX.Element {
  const { covered, total } = props
  const t = useT()
  return (
    <span class="pb-coverage">
      <span class="pb-bar pb-bar-thin" aria-hidden="true">
        {covered > 0 && <span class="pb-bar-part pb-bar-accent" style={{ flexGrow: String(covered) }} />}
        {total > covered && <span class="pb-bar-part pb-hatch" style={{ flexGrow: String(total - covered) }} />}
      </span>
      <span>{t('ui_of', { part: covered, whole: total })}</span>
    </span>
  )
}
