import '../ui/Input.css'
import type { JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { clockText } from '../../storage/formatTime.ts'
import { morningOf, tomorrow } from '../../storage/model/snoozeTimes.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'

/** "Pick a date…": a day from tomorrow on, in the row itself. Escape takes it away. */
export default function SnoozeDate(props: {
  readonly name: string
  readonly onSnooze: (until: number) => void
  readonly onCancel: () => void
}): JSX.Element {
  const { name, onSnooze, onCancel } = props
  const frame = useFrame()
  const { t, now, zone } = frame
  const first = tomorrow(now, zone)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [day, setDay] = useState(first)
  const isLater = day >= first
  useEffect(() => input.current?.focus(), [])

  const submit = (event: Event) => {
    event.preventDefault()
    if (isLater) onSnooze(morningOf(day, zone))
  }
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }
  return (
    <form class="attn-date" onSubmit={submit} onKeyDown={leaveOnEscape} aria-label={t('attention_date_form', { name })}>
      <label for={id}>{t('attention_date_label', { time: clockText(morningOf(first, zone), frame) })}</label>
      <input
        ref={input}
        id={id}
        class="pb-input"
        type="date"
        min={first}
        required
        value={day}
        aria-invalid={!isLater}
        onInput={event => setDay(event.currentTarget.value)}
      />
      <Button type="submit" small disabledReason={isLater ? undefined : t('attention_date_past')}>
        {t('term_snooze')}
      </Button>
      <Button small kind="quiet" onClick={onCancel}>
        {t('ui_cancel')}
      </Button>
    </form>
  )
}
