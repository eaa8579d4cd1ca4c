import type { JSX } from 'preact'
import { agoText, dayText, timeText } from '../../storage/formatTime.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { mendUrl, readProblem, sentences } from '../attention/readProblem.ts'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { StatusGlyph } from '../ui/StatusPill.tsx'
import { optionsHref } from './optionsHref.ts'
import { oldestRead, type PopupAccount, type PopupView, sumOf } from './popupView.ts'

/** No account was read for so long that nothing is known of today: each source with its remedy, and what was last known. */
export function CannotSee(props: { readonly view: PopupView; readonly chosen: AccountId | null }): JSX.Element {
  const { view, chosen } = props
  const { accounts } = view
  const { t } = useFrame()
  const several = accounts.length > 1
  return (
    <>
      <div class="popup-blind">
        <div class="pb-hatch popup-blind-edge" />
        <Icon name="cannotSee" size={20} />
        <div>
          <h2>{t('state_cannot_see_title')}</h2>
          <p>{t('popup_cannot_see_text')}</p>
          {accounts.map((account, index) => (
            <Source key={account.id} account={account} several={several} primary={index === 0} />
          ))}
        </div>
      </div>
      <LastKnown {...props} />
      <p class="popup-more">
        <a href={optionsHref('home', {}, chosen)} target="_blank" rel="noopener">
          {t('popup_all_last_known', { count: sumOf(accounts, 'apps') })}
        </a>
      </p>
    </>
  )
}

function Source(props: {
  readonly account: PopupAccount
  readonly several: boolean
  readonly primary: boolean
}): JSX.Element {
  const { account, several, primary } = props
  const frame = useFrame()
  const { t } = frame
  const { readAt, failed } = account
  const problem = failed && readProblem(failed.state, t)
  const last =
    readAt === null
      ? t('reason_never_read')
      : t('reason_last_read', {
          time: t('age_with_time', {
            time: timeText({ kind: 'instant', at: readAt }, frame, 'weekday'),
            age: agoText(readAt, frame),
          }),
        })
  return (
    <div class="popup-source">
      <h3>
        <Icon name={account.sample ? 'sample' : 'page'} />
        {t(account.sample ? 'source_sample' : 'source_page')}
        {several && <span class="pb-muted">{account.label}</span>}
      </h3>
      <p>{sentences(t, last, problem ? t('reason_titled', { title: problem.title }) : '')}</p>
      <LinkButton
        small
        external
        kind={primary ? 'primary' : 'default'}
        href={account.sample ? optionsHref('accounts') : mendUrl(account.url)}
      >
        {account.sample ? t('popup_open_accounts') : (problem?.action ?? t('state_cannot_see_open'))}
      </LinkButton>
    </div>
  )
}

function LastKnown({ view }: { readonly view: PopupView }): JSX.Element | null {
  const frame = useFrame()
  const { t } = frame
  const at = oldestRead(view.accounts)
  const rows = view.accounts.flatMap(account => account.lastKnown.map(row => ({ ...row, account })))
  if (at === null || rows.length === 0) return null
  return (
    <section aria-labelledby="last-known">
      <div class="popup-title">
        <h2 id="last-known">{t('popup_last_known')}</h2>
        <span class="pb-muted">{t('popup_last_known_as_of', { day: dayText(at, frame, 'weekday') })}</span>
      </div>
      <ul class="popup-known">
        {rows.map(({ name, status, account }, index) => (
          // An account can have two apps of one name.
          <li key={`${account.id} ${index}`}>
            <StatusGlyph status="notReported" size={14} />
            <span class="pb-name popup-one-line">{name}</span>
            {view.accounts.length > 1 && <span class="popup-one-line pb-muted">{account.label}</span>}
            <span class="popup-gap" />
            <span class="pb-name">
              {t('popup_was', {
                status: t(`status_inline_${status === 'connected' ? 'connected' : STATUS_OF_KIND[status]}`),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
