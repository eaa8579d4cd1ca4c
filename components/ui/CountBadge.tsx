import './CountBadge.css'
import type { JSX } from 'preact'

/** `bad` and `warn` by the worst that is counted, `blind` when nothing can be counted ("!"), `plain` for a mere number. */
export type CountTone = 'bad' | 'warn' | 'blind' | 'plain'

/** A number in a disc. Above 999 it says "999+". Stands beside a heading, not in it, so that headings keep their names. */
export function CountBadge(props: {
  readonly value: number | '!' | '…'
  readonly tone?: CountTone | undefined
  /** What is counted, where the number alone would not say it ("3 need attention"). */
  readonly label?: string | undefined
}): JSX.Element {
  const { value, tone = 'plain', label } = props
  const shown = typeof value === 'number' && value > 999 ? '999+' : value
  return (
    <span class={`pb-count pb-count-${tone}`}>
      {label === undefined ? (
        shown
      ) : (
        <>
          <span aria-hidden="true">{shown}</span>
          <span class="pb-hidden">{label}</span>
        </>
      )}
    </span>
  )
}
