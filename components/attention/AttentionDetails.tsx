import type { ComponentChildren, JSX } from 'preact'
import { dateTimeAttribute, exactText, timeText } from '../../storage/formatTime.ts'
import { hubspotUrl } from '../../storage/model/hubspotHost.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { useFrame } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import { StatusPill } from '../ui/StatusPill.tsx'
import { type AccountAge, canReconnect, STATUS_OF_KIND } from './issueWords.ts'
import { lastReadText } from './readProblem.ts'
import { useLater } from './useLater.ts'

const loadHistory = () => import('./AttentionHistory.tsx')
const loadTelling = () => import('./TellingDeeds.tsx')
const loadQuiet = () => import('./QuietControl.tsx')

/** Everything known of a row's problem: as HubSpot wrote it, when it was seen, what else is wrong, and its past. */
export default function AttentionDetails(props: {
  readonly id: string
  readonly item: AttentionItem
  readonly account: AccountAge | undefined
}): JSX.Element {
  const { id, item, account } = props
  const { evidence } = item
  const frame = useFrame()
  const { t } = frame
  const History = useLater(loadHistory)?.default
  const Telling = useLater(loadTelling)?.TellingDeeds
  const isQuiet = [item.kind, ...item.also].includes('gone-quiet')
  const Quiet = useLater(loadQuiet)?.QuietControl
  const url = item.url && hubspotUrl(item.url)
  const status = evidence.from === 'status' && evidence.text
  // An item that is not listed any more may still be what the row rests on: silence ends nothing.
  const written = item.written.length > 0 || evidence.from !== 'attention' ? item.written : [evidence.text]
  const listed = written.filter(text => text)
  return (
    <div id={id} class="attn-details">
      <div class="attn-telling">
        {Telling && <Telling of={item} open={{ kinds: [item.kind, ...item.also], firstSeen: item.firstSeen }} />}
      </div>
      {isQuiet && Quiet && <Quiet account={item.account} subject={item.subject} />}
      <dl>
        {status && (
          <Field name={t('attention_written_status')}>
            <q>{t('ui_quoted', { text: status })}</q>
          </Field>
        )}
        {listed.length > 0 && (
          <Field name={t('attention_written_list')}>
            {listed.map(text => (
              <div key={text}>
                <q>{t('ui_quoted', { text: text ?? '' })}</q>
              </div>
            ))}
          </Field>
        )}
        {item.also.length > 0 && (
          <Field name={t('attention_also')}>
            {item.also.map(kind => (
              <StatusPill key={kind} status={STATUS_OF_KIND[kind]} plain />
            ))}
          </Field>
        )}
        <Field name={t('attention_first_seen')}>
          <Moment at={item.firstSeen} />
        </Field>
        <Field name={t('attention_last_seen')}>
          <Moment at={item.lastSeen} />
        </Field>
        {item.subject === 'account:self' ? (
          <Field name={t('term_account')}>{lastReadText(account?.readAt ?? null, frame)}</Field>
        ) : (
          <Field name={t('term_installed_by')}>{item.installer ?? t('status_notReported')}</Field>
        )}
        <Field name={t('attention_past')}>{History && <History account={item.account} subject={item.subject} />}</Field>
      </dl>
      {canReconnect(item) && <p>{t('attention_reauthorise')}</p>}
      {item.sample ? (
        <p>{t('attention_sample_note')}</p>
      ) : (
        url && <ExternalLink href={url}>{t('attention_open_hubspot')}</ExternalLink>
      )}
    </div>
  )
}

function Field(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function Moment(props: { readonly at: number }): JSX.Element {
  const frame = useFrame()
  const time = { kind: 'instant' as const, at: props.at }
  return (
    <time dateTime={dateTimeAttribute(time)} title={exactText(time, frame)}>
      {timeText(time, frame, 'weekday')}
    </time>
  )
}
