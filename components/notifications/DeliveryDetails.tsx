import type { ComponentChildren, JSX } from 'preact'
import { exactText } from '../../storage/formatTime.ts'
import { noticeMessage } from '../../storage/noticeText.ts'
import { useScreen } from '../shell/screen.ts'
import { useFrame } from '../ui/I18n.tsx'
import type { DeliveryRow } from './DeliveryRows.ts'
import { reasonWords, stateWords } from './DeliveryWords.ts'
import { notificationsHref } from './hrefs.ts'

/** Everything known of a delivery: what it said, how often it was tried, what the other side answered, its numbers. */
export function DeliveryDetails(props: { readonly row: DeliveryRow }): JSX.Element {
  const { notice, delivery, account } = props.row
  const frame = useFrame()
  const { t } = frame
  const { route, overviews } = useScreen()
  const exact = (at: number) => exactText({ kind: 'instant', at }, frame)
  const label = (overviews.state === 'ready' && overviews.value.find(({ id }) => id === account)?.label) || account
  const message = notice && noticeMessage(notice, { account: label, who: null }, frame)
  return (
    <div class="delivery-details">
      {message ? (
        <ul>
          {[...message.lead, ...message.items.map(item => item.title), ...(message.more ? [message.more] : [])].map(
            (line, index) => (
              <li key={`${index} ${line}`}>{line}</li>
            ),
          )}
        </ul>
      ) : (
        <p class="pb-muted">{t('delivery_notice_gone')}</p>
      )}
      {notice?.inbox === 1 && (
        <a href={notificationsHref(route, 'inbox', { notice: notice.id })}>{t('delivery_in_inbox')}</a>
      )}
      {delivery ? (
        <dl>
          <Fact name={t('delivery_state')}>{stateWords(delivery, frame)}</Fact>
          {delivery.reason && (
            <Fact name={t('delivery_why')}>{reasonWords(delivery.reason, delivery.channel, null, t)}</Fact>
          )}
          {delivery.detail && (
            <Fact name={t('delivery_answer')}>
              <q>{t('ui_quoted', { text: delivery.detail })}</q>
            </Fact>
          )}
          <Fact name={t('delivery_planned_at')}>{exact(delivery.at)}</Fact>
          <Fact name={t('delivery_tries')}>{t.number(delivery.tries)}</Fact>
          {delivery.due !== undefined && <Fact name={t('delivery_next')}>{exact(delivery.due)}</Fact>}
          {delivery.acceptedAt !== null && <Fact name={t('delivery_accepted_at')}>{exact(delivery.acceptedAt)}</Fact>}
          {delivery.providerId && (
            <Fact name={t('delivery_provider_id')}>
              <code>{delivery.providerId}</code>
            </Fact>
          )}
          <Fact name={t('delivery_id')}>
            <code>{delivery.id}</code>
          </Fact>
        </dl>
      ) : (
        <p>{t('delivery_nobody_text')}</p>
      )}
    </div>
  )
}

function Fact(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
