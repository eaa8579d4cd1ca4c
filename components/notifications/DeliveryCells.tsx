import type { JSX } from 'preact'
import { exactText, type TimeFrame } from '../../storage/formatTime.ts'
import type { Delivery } from '../../storage/model/notices/rows.ts'
import { Button } from '../ui/Button.tsx'
import type { Column } from '../ui/DataTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { DeliveryRow } from './DeliveryRows.ts'
import { reasonWords, rowTime, STATE_LOOKS, stateWords } from './DeliveryWords.ts'
import { aboutText } from './itemWords.ts'
import { CHANNEL_NAMES } from './ruleWords.ts'

export interface DeliveryColumns {
  readonly frame: TimeFrame
  /** Key of the row whose details are open. */
  readonly open: string | null
  /** Name of an account, where there are several. */
  readonly labelOf: ((account: string) => string | undefined) | undefined
  readonly onToggle: (key: string) => void
  readonly onTell: (type: 'resend' | 'cancel-delivery', delivery: Delivery) => void
}

/** When, by which rule, to whom, by what, and what came of it. */
export const deliveryColumns = ({ frame, open, labelOf, onToggle, onTell }: DeliveryColumns): Column<DeliveryRow>[] => {
  const { t } = frame
  return [
    {
      id: 'time',
      header: t('delivery_time'),
      width: '158px',
      cell: ({ key, at, notice }) => (
        <button
          type="button"
          class="delivery-open"
          aria-expanded={open === key}
          aria-label={t('delivery_details_of', { time: rowTime(at, frame), rule: notice?.ruleName ?? '' })}
          onClick={() => onToggle(key)}
        >
          <Icon name={open === key ? 'chevronDown' : 'chevronRight'} size={14} />
          <time dateTime={new Date(at).toISOString()} title={exactText({ kind: 'instant', at }, frame)}>
            {rowTime(at, frame)}
          </time>
        </button>
      ),
    },
    {
      id: 'rule',
      header: t('delivery_rule'),
      width: '19%',
      cell: ({ notice, account }) => (
        <>
          {notice ? <bdi title={notice.ruleName}>{notice.ruleName}</bdi> : t('delivery_rule_deleted')}
          {notice && (
            <span class="pb-second">
              {notice.test && <Tag>{t('rules_test')}</Tag>}{' '}
              {[aboutText(notice.items, t), labelOf?.(account)].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      ),
    },
    { id: 'to', header: t('delivery_to'), width: '20%', cell: ({ delivery }) => <To delivery={delivery} t={t} /> },
    {
      id: 'channel',
      header: t('delivery_channel'),
      width: '84px',
      cell: ({ delivery }) => delivery && t(CHANNEL_NAMES[delivery.channel]),
    },
    { id: 'state', header: t('delivery_state'), cell: ({ delivery }) => <State delivery={delivery} frame={frame} /> },
    {
      id: 'actions',
      header: t('term_actions'),
      hideHeader: true,
      width: '124px',
      cell: ({ delivery }) => (
        <div class="pb-row-actions delivery-deeds">
          {delivery && canResend(delivery) && (
            <Button small onClick={() => onTell('resend', delivery)}>
              {t('delivery_resend')}
            </Button>
          )}
          {delivery && canCancel(delivery) && (
            <Button small onClick={() => onTell('cancel-delivery', delivery)}>
              {t('ui_cancel')}
            </Button>
          )}
        </div>
      ),
    },
  ]
}

/** What failed, was given up or was skipped; but a sample's people cannot be written to. */
const canResend = ({ state, reason }: Delivery): boolean =>
  (state === 'failed' || state === 'dead' || state === 'skipped') && reason !== 'sample'

const canCancel = ({ state }: Delivery): boolean => state === 'planned' || state === 'failed'

function To(props: { readonly delivery: Delivery | null; readonly t: TimeFrame['t'] }): JSX.Element {
  const { delivery, t } = props
  if (!delivery) return <span class="pb-muted">{t('delivery_to_nobody')}</span>
  const { name, address } = delivery.recipient
  if (delivery.channel === 'in-app')
    return (
      <>
        {name ? <bdi>{name}</bdi> : t('delivery_to_here')}
        {name && <span class="pb-second">{t('delivery_to_here')}</span>}
      </>
    )
  return (
    <>
      <bdi title={name}>{name || address}</bdi>
      {name && address && (
        <span class="pb-second" title={address}>
          <bdi>{address}</bdi>
        </span>
      )}
    </>
  )
}

function State(props: { readonly delivery: Delivery | null; readonly frame: TimeFrame }): JSX.Element {
  const { delivery, frame } = props
  const { t } = frame
  if (!delivery)
    return (
      <span class="delivery-state">
        <Icon name="attention" class="pb-glyph pb-tone-warn" />
        <span>{t('delivery_nobody')}</span>
      </span>
    )
  const { icon, tone } = STATE_LOOKS[delivery.state]
  return (
    <>
      <span class="delivery-state">
        <Icon name={icon} class={`pb-glyph pb-tone-${tone}`} />
        <span>{stateWords(delivery, frame)}</span>
      </span>
      {delivery.reason && (
        <span class="pb-second delivery-why">{reasonWords(delivery.reason, delivery.channel, null, t)}</span>
      )}
    </>
  )
}
