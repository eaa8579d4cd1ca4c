import './attention.css'
import type { ComponentChildren, HTMLAttributes, JSX } from 'preact'
import { ageText, dateTimeAttribute, exactText } from '../../storage/formatTime.ts'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph, StatusPill } from '../ui/StatusPill.tsx'
import { Tag } from '../ui/Tag.tsx'
import {
  type AccountAge,
  checkedAt,
  isUnchecked,
  reasonText,
  STATUS_OF_KIND,
  sinceLine,
  sourceOf,
} from './issueWords.ts'
import { headingId, type PlacedRow, rowKey } from './placeRows.ts'
import { type LiveActions, RowActions } from './RowActions.tsx'
import { untilText } from './untilText.ts'

export interface RowLookProps {
  readonly row: PlacedRow
  readonly account: AccountAge | undefined
  readonly variant: 'popup' | 'home'
  readonly showAccount: boolean
  /** What makes the row answer. Without it the row is only painted, at the same height. */
  readonly live?:
    | (LiveActions & {
        readonly element: Pick<HTMLAttributes<HTMLLIElement>, 'ref' | 'onKeyDown' | 'onFocusIn' | 'onFocusOut'>
        /** Its SourceAge. */
        readonly age: JSX.Element
        /** What the row has open below it. */
        readonly below: ComponentChildren
      })
    | undefined
}

/** How a row looks: what, which, why, since when, and its controls. */
export function RowLook(props: RowLookProps): JSX.Element {
  const { row, variant, showAccount, live } = props
  const { item } = row
  const status = STATUS_OF_KIND[item.kind]
  const Heading = variant === 'home' ? 'h3' : 'h2'
  const isDimmed = row.left || item.state !== 'counted'
  return (
    <li
      class={`attn-row attn-${variant}${isDimmed ? ' attn-dimmed' : ''}`}
      aria-labelledby={headingId(item)}
      data-key={rowKey(item)}
      tabIndex={-1}
      {...live?.element}
    >
      <StatusGlyph status={status} size={variant === 'home' ? 18 : 16} />
      <div class="attn-head">
        <Heading id={headingId(item)} class="attn-name pb-name">
          {variant === 'home' || row.left ? (
            item.name
          ) : (
            <button
              type="button"
              data-deed="details"
              aria-expanded={live?.expanded ?? false}
              aria-controls={live?.expanded ? live.detailsId : undefined}
              onClick={live?.onDetails}
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
          <RowActions item={item} variant={variant} live={live} />
        </div>
      )}
      <Age {...props} />
      {live?.below}
    </li>
  )
}

function SampleTag(): JSX.Element {
  const { t } = useFrame()
  return <Tag>{t('source_sample')}</Tag>
}

/** Why, in plain words; at home also as HubSpot wrote it. What was done about it takes the place once it was. */
function Reason({ row, account, variant }: RowLookProps): JSX.Element {
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
function Meta({ row, variant }: RowLookProps): JSX.Element {
  const { item } = row
  const frame = useFrame()
  const { t } = frame
  if (row.left) return <p class="attn-meta">{t('attention_left')}</p>
  if (item.state === 'fixed') return <p class="attn-meta">{t('state_fixed_text')}</p>
  if (item.state === 'snoozed') {
    const text = item.muted
      ? t('attention_muted')
      : item.snoozedUntil === null
        ? t('attention_snoozed_seen')
        : t('attention_snoozed_until', { time: untilText(item.snoozedUntil, frame) })
    return <p class="attn-meta">{text}</p>
  }
  if (item.reconnecting) {
    return (
      <p class="attn-meta">
        <span class="attn-waiting">
          <Icon name="reconnecting" size={14} />
          {t('attention_waiting')}
        </span>
        <span>{t('attention_reauthorise')}</span>
      </p>
    )
  }
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
          {item.anyOfSeveral ? (
            t('attention_any_of_several')
          ) : item.installer === null ? (
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

/** Source and age; the tooltip with the exact time comes with the answering row. */
function Age(props: RowLookProps): JSX.Element {
  const { row, account, live } = props
  const { item } = row
  const frame = useFrame()
  const isOld = isUnchecked(item, account, frame.now)
  return (
    <span class="attn-age">
      {isOld && item.kind !== 'stale' && <span class="attn-unchecked">{frame.t('attention_unchecked')}</span>}
      {live?.age ?? (
        <span class={isOld ? 'pb-age pb-age-stale' : 'pb-age'}>
          <Icon name={sourceOf(item)} size={14} />
          <span>{ageText(checkedAt(item, account), frame, isOld)}</span>
        </span>
      )}
    </span>
  )
}
