import './SourceAge.css'
import type { JSX } from 'preact'
import { ageText, dateTimeAttribute, exactText, timeText } from '../../storage/formatTime.ts'
import type { Time } from '../../storage/model/facts/time.ts'
import { useFrame } from './I18n.tsx'
import { Icon } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'

/** Where a figure comes from; also the name of its glyph. */
export type SourceKind = 'page' | 'key' | 'file' | 'person' | 'sample'

export interface SourceAgeProps {
  readonly source: SourceKind
  /** When it was observed (epoch ms, or as exactly as known); undefined: this source was not read yet. */
  readonly observedAt: number | Time | undefined
  /** Older than this source's own limit: amber, and with its distance. The caller knows the limit. */
  readonly stale?: boolean | undefined
  /** Add how long ago it was ("14:05, 3 min ago"). Stale ages always do. */
  readonly distance?: boolean | undefined
  /** `time`: the glyph and the time only, where the line is short (popup rows); the source is then read out only. */
  readonly words?: 'full' | 'time' | undefined
}

/** Source and age of a figure. The exact time and its zone stand in a tooltip, on hover and on focus. */
export function SourceAge(props: SourceAgeProps): JSX.Element {
  const { source, stale = false, distance = false, words = 'full' } = props
  const frame = useFrame()
  const { t } = frame
  const name = t(`source_${source}`)
  if (props.observedAt === undefined) {
    return (
      <span class="pb-age">
        <Icon name="notReported" size={14} />
        <span>{t('source_unread', { source: name })}</span>
      </span>
    )
  }
  const time: Time = typeof props.observedAt === 'number' ? { kind: 'instant', at: props.observedAt } : props.observedAt
  const shown = time.kind === 'instant' ? ageText(time.at, frame, stale || distance) : timeText(time, frame)
  const element = <time dateTime={dateTimeAttribute(time)}>{shown}</time>
  return (
    <Tooltip text={exactText(time, frame)}>
      {id => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must open by keyboard too (WCAG 1.4.13)
        <span class={stale ? 'pb-age pb-age-stale' : 'pb-age'} tabIndex={0} aria-describedby={id}>
          <Icon name={source} size={14} />
          {words === 'time' ? (
            <span>
              <span class="pb-hidden">{name} </span>
              {element}
            </span>
          ) : (
            <span>{t.parts('source_at', { source: name, time: element })}</span>
          )}
        </span>
      )}
    </Tooltip>
  )
}
