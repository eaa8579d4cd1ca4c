import './StatusPill.css'
import type { JSX } from 'preact'
import { useT } from './I18n.tsx'
import { Icon, type IconName } from './Icon.tsx'

/** Every state a pill can say. `unknownWord` is a status HubSpot wrote that Patchbay cannot read; it carries the word. */
export type StatusName =
  | 'connected'
  | 'expired'
  | 'error'
  | 'disconnected'
  | 'notReported'
  | 'unknownWord'
  | 'goneQuiet'
  | 'limitForecast'
  | 'installerLeft'
  | 'cannotSee'
  | 'reconnecting'
  | 'attention'
  | 'vanished'
  | 'stale'

/** What its colour answers: works now, may stop or have stopped, does not work now, Patchbay cannot see, unknown. */
export type Tone = 'ok' | 'warn' | 'bad' | 'blind' | 'unknown'

const TONES: Readonly<Record<StatusName, Tone>> = {
  connected: 'ok',
  expired: 'bad',
  error: 'bad',
  disconnected: 'bad',
  notReported: 'unknown',
  unknownWord: 'unknown',
  goneQuiet: 'warn',
  limitForecast: 'warn',
  installerLeft: 'warn',
  cannotSee: 'blind',
  reconnecting: 'blind',
  attention: 'warn',
  vanished: 'warn',
  stale: 'blind',
}

/** The colour a status is drawn in. */
export const statusTone = (status: StatusName): Tone => TONES[status]

const glyphOf = (status: StatusName): IconName => (status === 'unknownWord' ? 'notReported' : status)

/** The status as a drawing alone, as it leads a row. Always with its word nearby. */
export function StatusGlyph(props: { readonly status: StatusName; readonly size?: number | undefined }): JSX.Element {
  const { status, size = 16 } = props
  return <Icon name={glyphOf(status)} size={size} class={`pb-glyph pb-tone-${TONES[status]}`} />
}

export type StatusPillProps = {
  /** Leave the glyph out where it leads the row already. */
  readonly glyph?: boolean | undefined
  /** No ground even when something is wrong: in table cells, where many stand below each other. */
  readonly plain?: boolean | undefined
} & (
  | { readonly status: Exclude<StatusName, 'unknownWord'>; readonly word?: undefined }
  | { readonly status: 'unknownWord'; readonly word: string }
)

/** Glyph and word of a status; a ground only when something is wrong. Text, never a button. */
export function StatusPill(props: StatusPillProps): JSX.Element {
  const { status, glyph = true, plain = false } = props
  const t = useT()
  const tone = TONES[status]
  const grounded = !plain && (tone === 'bad' || tone === 'warn' || tone === 'blind')
  const word = status === 'unknownWord' ? t('status_unknownWord', { word: props.word }) : t(`status_${status}`)
  return (
    <span class={`pb-pill pb-tone-${tone}${grounded ? ' pb-pill-ground' : ''}`}>
      {glyph && <StatusGlyph status={status} />}
      <span class="pb-pill-word">{word}</span>
    </span>
  )
}
