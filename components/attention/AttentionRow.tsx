import './attention.css'
import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { dateTimeAttribute, exactText } from '../../storage/formatTime.ts'
import { useFrame } from '../ui/I18n.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import { StatusGlyph, StatusPill } from '../ui/StatusPill.tsx'
import { Tag } from '../ui/Tag.tsx'
import {
  type AccountAge,
  checkedAt,
  isUnchecked,
  reasonText,
  SOURCE_KIND,
  STATUS_OF_KIND,
  sinceLine,
} from './issueWords.ts'
import { type PlacedRow, rowKey } from './mergeStill.ts'
import { RowActions } from './RowActions.tsx'
import { untilText } from './untilText.ts'
import type { Deeds } from './useDeeds.ts'
import { useLater } from './useLater.ts'
import { useRowKeys } from './useRowKeys.ts'

export interface AttentionRowProps {
  readonly row: PlacedRow
  readonly account: AccountAge | undefined
  readonly variant: 'popup' | 'home'
  readonly showAccount: boolean
  readonly letterKeys: boolean
  readonly deeds: Deeds
}

const loadDetails = () => import('./AttentionDetails.tsx')
const loadDate = () => import('./SnoozeDate.tsx')

/** One row of Needs your attention: what, which, why, since when, and what to do. */
export function AttentionRow(props: AttentionRowProps): JSX.Element {
  const { row, account, variant, showAccount, letterKeys, deeds } = props
  const { item } = row
  const id = useId()
  const headingId = `${id}h`
  const [expanded, setExpanded] = useState(false)
  const [picking, setPicking] = useState(false)
  const Details = useLater(loadDetails, expanded)?.default
  const DateForm = useLater(loadDate, picking)?.default
  const element = useRef<HTMLLIElement>(null)
  const { onKeyDown, ...keepFocus } = useRowKeys(element, letterKeys, `${item.state} ${item.reconnecting} ${picking}`)

  const toggleDetails = () => setExpanded(!expanded)
  const snooze = (until: number | null) => {
    setPicking(false)
    deeds.snooze(item, until)
  }
  const status = STATUS_OF_KIND[item.kind]
  const Heading = variant === 'home' ? 'h3' : 'h2'
  const dimmed = row.left || item.state !== 'counted'
  return (
    <li
      class={`attn-row attn-${variant}${dimmed ? ' attn-dimmed' : ''}`}
      ref={element}
      aria-labelledby={headingId}
      data-key={rowKey(item)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...keepFocus}
    >
      <StatusGlyph status={status} size={variant === 'home' ? 18 : 16} />
      <div class="attn-head">
        <Heading id={headingId} class="attn-name pb-name">
          {variant === 'home' || row.left ? (
            item.name
          ) : (
            <button
              type="button"
              data-deed="details"
              aria-expanded={expanded}
              aria-controls={expanded ? id : undefined}
              onClick={toggleDetails}
            >
              {item.name}
            </button>
          )}
        </Heading>
        {showAccount && item.name !== item.accountLabel && (
          <span class="attn-account pb-name">{item.accountLabel}</span>
        )}
        <StatusPill status={status} glyph={false} />
        {item.sample && <SampleTag />}
      </div>
      <Reason {...props} />
      <Meta {...props} />
      {!row.left && (
        <div class="attn-actions">
          <RowActions
            item={item}
            variant={variant}
            deeds={deeds}
            headingId={headingId}
            detailsId={id}
            expanded={expanded}
            onDetails={toggleDetails}
            onPickDate={() => setPicking(true)}
          />
        </div>
      )}
      <Age {...props} />
      {picking && DateForm && !row.left && (
        <DateForm name={item.name} onSnooze={snooze} onCancel={() => setPicking(false)} />
      )}
      {expanded && Details && <Details id={id} item={item} account={account} />}
    </li>
  )
}

function SampleTag(): JSX.Element {
  const { t } = useFrame()
  return <Tag>{t('source_sample')}</Tag>
}

/** Why, in plain words; at home also as HubSpot wrote it. What was done about it takes the place once it was. */
function Reason({ row, account, variant }: AttentionRowProps): JSX.Element {
  const { item } = row
  const frame = useFrame()
  const { t } = frame
  const { text, from } = item.evidence
  const quoted = variant === 'home' && text && item.kind !== 'attention' && (from === 'status' || from === 'attention')
  return (
    <p class="attn-reason">
      {reasonText(item, account, frame)}
      {quoted && <q class="attn-quote">{t('ui_quoted', { text })}</q>}
      {variant === 'home' && item.also.length > 0 && (
        <span class="attn-also">
          {item.also.map(kind => (
            <StatusPill key={kind} status={STATUS_OF_KIND[kind]} plain />
          ))}
        </span>
      )}
    </p>
  )
}

/** Since when, who installed it, how many people are on it; or, once something was done, what is waited for. */
function Meta({ row, variant }: AttentionRowProps): JSX.Element {
  const { item } = row
  const frame = useFrame()
  const { t } = frame
  if (row.left) return <p class="attn-meta">{t('attention_left')}</p>
  if (item.state === 'fixed') return <p class="attn-meta">{t('state_fixed_text')}</p>
  if (item.state === 'snoozed') {
    const text =
      item.snoozedUntil === null
        ? t('attention_snoozed_seen')
        : t('attention_snoozed_until', { time: untilText(item.snoozedUntil, frame) })
    return <p class="attn-meta">{text}</p>
  }
  if (item.reconnecting) return <p class="attn-meta">{t('attention_reauthorise')}</p>
  const isApp = item.kind !== 'stale' && item.kind !== 'unreadable'
  const began = item.began ?? { kind: 'instant' as const, at: item.firstSeen }
  return (
    <p class="attn-meta">
      {item.kind !== 'stale' && (
        <time dateTime={dateTimeAttribute(began)} title={exactText(began, frame)}>
          {sinceLine(item, frame, variant === 'home' ? 'long' : 'short')}
        </time>
      )}
      {isApp && (
        <span>
          {item.installer === null ? (
            t('attention_no_installer')
          ) : variant === 'home' ? (
            t('attention_installer', { name: item.installer })
          ) : (
            <>
              <span class="pb-hidden">{t('term_installed_by')} </span>
              <bdi class="pb-name">{item.installer}</bdi>
            </>
          )}
        </span>
      )}
      {isApp && item.people !== null && <span>{t('attention_people', { count: item.people })}</span>}
    </p>
  )
}

function Age({ row, account, variant }: AttentionRowProps): JSX.Element {
  const { item } = row
  const { t, now } = useFrame()
  const stale = isUnchecked(item, account, now)
  return (
    <span class="attn-age">
      {stale && item.kind !== 'stale' && <span class="attn-unchecked">{t('attention_unchecked')}</span>}
      <SourceAge
        source={item.sample ? 'sample' : SOURCE_KIND[item.evidence.source]}
        observedAt={checkedAt(item, account)}
        stale={stale}
        words={variant === 'home' ? 'full' : 'time'}
      />
    </span>
  )
}
