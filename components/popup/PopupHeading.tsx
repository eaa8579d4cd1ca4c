import type { JSX } from 'preact'
import { CountBadge, type CountTone } from '../ui/CountBadge.tsx'

/** The one heading of the first level; the focus starts on it. */
export function PopupHeading(props: {
  readonly words: string
  readonly large?: boolean | undefined
  readonly count?: number | '!' | '…' | undefined
  readonly tone?: CountTone | undefined
  readonly tools?: JSX.Element | undefined
}): JSX.Element {
  const { words, large, count, tone, tools } = props
  return (
    <div class={large ? 'popup-title popup-title-large' : 'popup-title'}>
      <h1 tabIndex={-1}>{words}</h1>
      {count !== undefined && <CountBadge value={count} tone={tone} />}
      <span class="popup-gap" />
      {tools}
    </div>
  )
}
