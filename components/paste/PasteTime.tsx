import '../ui/Input.css'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useFrame } from '../ui/I18n.tsx'

/** As of when the page was as pasted; a page copied yesterday says nothing about today. Never later than the paste itself. */
export function PasteTime(props: {
  /** Epoch ms of the paste: the latest it can be. */
  readonly at: number
  readonly value: number
  readonly onChange: (at: number) => void
}): JSX.Element {
  const { at, value, onChange } = props
  const { t, zone } = useFrame()
  const id = useId()
  return (
    <div class="pb-field">
      <label for={id} class="pb-field-label">
        {t('paste_as_of')}
      </label>
      <input
        id={id}
        type="datetime-local"
        class="pb-input pb-paste-time"
        value={fieldText(value, zone)}
        max={fieldText(at, zone)}
        aria-describedby={`${id}h`}
        onChange={event => onChange(fieldTime(event.currentTarget.value, zone, at))}
      />
      <p id={`${id}h`} class="pb-field-hint">
        {t('paste_as_of_hint')}
      </p>
    </div>
  )
}

/** An epoch-ms time for a `datetime-local` field, to the minute. */
export const fieldText = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** The epoch ms that the field says; an empty, broken or later one is `latest`. The minute of the paste is the moment of the paste. */
export const fieldTime = (text: string, zone: string, latest: number): number => {
  if (text === fieldText(latest, zone)) return latest
  try {
    const at = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
    return Math.min(at, latest)
  } catch {
    return latest
  }
}
