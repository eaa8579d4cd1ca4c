import './Switch.css'
import type { JSX } from 'preact'
import { Tooltip } from './Tooltip.tsx'

/** On or off, at once (WAI-ARIA Switch). Stays focusable when it cannot be moved, and says why. */
export function Switch(props: {
  /** What is on or off; its name for assistive technology. */
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabledReason?: string | undefined
}): JSX.Element {
  const { label, on, onChange, disabledReason } = props
  const common = {
    type: 'button',
    role: 'switch',
    class: 'pb-switch',
    'aria-checked': on,
    'aria-label': label,
  } as const
  if (!disabledReason) return <button {...common} onClick={() => onChange(!on)} />
  return (
    <Tooltip text={disabledReason}>{id => <button {...common} aria-disabled="true" aria-describedby={id} />}</Tooltip>
  )
}
