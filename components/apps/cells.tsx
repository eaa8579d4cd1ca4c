import './apps.css'
import type { JSX } from 'preact'
import { dateTimeAttribute, exactText, tableDayText } from '../../storage/formatTime.ts'
import type { Time } from '../../storage/model/facts/time.ts'
import { appUrl } from '../../storage/model/links.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { untilText } from '../attention/untilText.ts'
import { NotReported } from '../ui/CapabilityNote.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconLink } from '../ui/Link.tsx'
import { StatusPill } from '../ui/StatusPill.tsx'
import type { AppRow } from './appRow.ts'
import { wordHref } from './links.ts'
import { missingNote } from './notReported.tsx'

/** The name, which opens the row's details, and what tells it apart: the account where there are several, the sample, a namesake. */
export function NameCell(props: {
  readonly row: AppRow
  readonly open: boolean
  readonly onToggle: () => void
  readonly withAccount: boolean
  readonly hint: string | undefined
}): JSX.Element {
  const { row, open, onToggle, withAccount, hint } = props
  const t = useT()
  return (
    <>
      <span class="pb-app-name">
        <button type="button" class="pb-app-open" aria-expanded={open} onClick={onToggle}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
          <bdi class="pb-app-words" title={row.app.name}>
            {row.app.name}
          </bdi>
        </button>
        {(withAccount || row.account.sample) && (
          <span class="pb-muted pb-app-account">{row.account.sample ? t('source_sample') : row.account.label}</span>
        )}
      </span>
      {hint && <span class="pb-second pb-app-hint">{hint}</span>}
    </>
  )
}

/** What HubSpot says of the app, and what is wrong with it. Nothing that is not known today looks well. */
export function StatusCell(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const { item, app, blind } = row
  const frame = useFrame()
  const { t } = frame
  if (blind) {
    const status = app.status?.value.status
    const known = status && status !== 'unknown' && status !== 'not-reported' ? status : 'notReported'
    return (
      <>
        <StatusPill status="stale" plain />
        <span class="pb-second">{t('apps_last_known', { status: t(`status_inline_${known}`) })}</span>
      </>
    )
  }
  if (!item) return <OwnStatus row={row} />
  const plainKind = item.kind === 'error' || item.kind === 'expired' || item.kind === 'disconnected'
  const second =
    item.state === 'fixed'
      ? t('apps_said_fixed')
      : item.state === 'snoozed'
        ? item.muted
          ? t('attention_muted')
          : item.snoozedUntil === null
            ? t('apps_snoozed_until_seen')
            : t('apps_snoozed', { time: untilText(item.snoozedUntil, frame) })
        : item.reconnecting
          ? t('attention_waiting')
          : undefined
  return (
    <>
      {plainKind ? (
        <StatusPill status={STATUS_OF_KIND[item.kind] as 'error'} plain />
      ) : (
        <span class="pb-pills">
          <OwnStatus row={row} />
          {item.state !== 'fixed' && <StatusPill status={STATUS_OF_KIND[item.kind]} glyph={false} />}
        </span>
      )}
      {second && <span class="pb-second">{second}</span>}
    </>
  )
}

/** The status as its column says it. */
function OwnStatus(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const t = useT()
  const status = row.app.status?.value
  if (!status || status.status === 'not-reported') return <NotReported note={missingNote('status', row, t)} />
  if (status.status !== 'unknown') return <StatusPill status={status.status} plain />
  return (
    <>
      <StatusPill status="unknownWord" word={status.word ?? ''} />
      <a class="pb-second pb-link-second" href={wordHref(row.account.id, status.word ?? '')}>
        {t('state_unknown_word_action')}
      </a>
    </>
  )
}

/** A day in a table, with all that is known of it on hover. */
export function DayCell(props: { readonly time: Time }): JSX.Element {
  const frame = useFrame()
  const { time } = props
  return (
    <time dateTime={dateTimeAttribute(time)} title={exactText(time, frame)}>
      {tableDayText(time, frame)}
    </time>
  )
}

/** The install date; of several connections it is the first, which HubSpot says in a note. */
export function InstalledCell(props: { readonly row: AppRow }): JSX.Element {
  const { app } = props.row
  const t = useT()
  if (!app.installed) return <NotReported note={missingNote('installed', props.row, t)} />
  const several = app.severalConnections
  const count = app.connections?.value
  return (
    <>
      <DayCell time={app.installed.value} />
      {several && (
        <span class="pb-second" title={several.value}>
          {count && count > 1 ? t('apps_first_of', { count }) : t('apps_first_of_several')}
        </span>
      )}
    </>
  )
}

export function InstalledByCell(props: { readonly row: AppRow }): JSX.Element {
  const t = useT()
  const by = props.row.app.installedBy
  return by ? (
    <bdi class="pb-name">{by.value.name}</bdi>
  ) : (
    <NotReported note={missingNote('installedBy', props.row, t)} />
  )
}

export function LastActivityCell(props: { readonly row: AppRow }): JSX.Element {
  const t = useT()
  const time = props.row.app.lastActivity?.value
  return time ? <DayCell time={time} /> : <NotReported note={missingNote('lastActivity', props.row, t)} />
}

/** The app's own page in HubSpot; where a read told no way there, the list it stands in. A sample leads nowhere. */
export function HubSpotLink(props: { readonly row: AppRow }): JSX.Element | null {
  const { app, account } = props.row
  const t = useT()
  const own = appUrl(account, app)
  const href = own ?? account.url
  if (!href) return null
  const label = own ? t('apps_settings', { name: app.name }) : t('apps_list', { name: app.name })
  return (
    <div class="pb-row-actions">
      <IconLink icon="external" href={href} label={label} external small />
    </div>
  )
}
