import type { ComponentChildren, JSX } from 'preact'
import { MAIL_PROVIDER_NAMES } from '../../../storage/channels.ts'
import { type TimeFrame, timeText } from '../../../storage/formatTime.ts'
import { MOST_BY_EMAIL } from '../../../storage/model/notices/draft.ts'
import { recipientsOf } from '../../../storage/model/notices/recipients.ts'
import { CHANNELS, type Channel } from '../../../storage/model/notices/rows.ts'
import { NOTIFICATIONS, requestPower, usePower } from '../../permissions.ts'
import { type Email, useEmail } from '../../settings/useEmail.ts'
import { useScreen } from '../../shell/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField, CheckboxGroup } from '../../ui/Field.tsx'
import { useFrame, useT } from '../../ui/I18n.tsx'
import { channelsHref } from '../hrefs.ts'
import { personName } from '../ruleWords.ts'
import { withAddress } from './headCount.ts'
import type { StepProps } from './stepProps.ts'

/** By which channels the recipients are told, how each of them stands, and which browser mails. */
export function Channels(props: StepProps): JSX.Element {
  const { form, change, errorOf, draft, people, me, known } = props
  const { settings } = useScreen()
  const t = useT()
  const recipients = recipientsOf(draft.to, people)
  const set = (channel: Channel) => (on: boolean) => {
    const next = new Set(form.channels)
    if (on) next.add(channel)
    else next.delete(channel)
    change({ channels: CHANNELS.filter(each => next.has(each)) })
  }
  const isMe = me !== null && recipients.some(({ ref }) => ref === me)
  const elsewhere = known !== null && known.sender !== null && known.sender !== settings.device
  return (
    <>
      <CheckboxGroup legend={t('rules_channels')} error={errorOf('no-channels', 'too-many')}>
        <CheckboxField
          id="rule-in-app"
          label={t('rules_in_app')}
          checked={form.channels.includes('in-app')}
          onChange={set('in-app')}
          text={
            <>
              <p>
                {me === null
                  ? t('rules_in_app_anyone')
                  : t(isMe ? 'rules_in_app_you' : 'rules_in_app_not_you', { name: personName(me, people) })}
              </p>
              <Allowed />
            </>
          }
        />
        <CheckboxField
          id="rule-email"
          label={t('rules_email')}
          checked={form.channels.includes('email')}
          onChange={set('email')}
          text={
            <>
              <EmailStands />
              <p>
                {t('rules_email_reach', { with: withAddress(recipients).length, all: recipients.length })}{' '}
                {t('rules_email_most', { most: MOST_BY_EMAIL })}
              </p>
            </>
          }
        />
      </CheckboxGroup>
      {form.channels.includes('email') && (
        <CheckboxField
          label={t('rules_sends')}
          text={t(elsewhere ? 'rules_sends_elsewhere' : 'rules_sends_text')}
          checked={form.sends}
          onChange={sends => change({ sends })}
        />
      )}
    </>
  )
}

/** Without the browser's leave a notice stands in the inbox only. */
function Allowed(): JSX.Element | null {
  const t = useT()
  const allowed = usePower(NOTIFICATIONS)
  if (allowed !== false) return null
  return (
    <p>
      {t('rules_in_app_inbox_only')}{' '}
      {/* The request comes first and inside the click: later the browser would not show it. */}
      <Button kind="link" onClick={() => void requestPower(NOTIFICATIONS).catch(() => false)}>
        {t('rules_in_app_allow')}
      </Button>
    </p>
  )
}

/** How e-mail stands in this browser, and where that is mended. */
function EmailStands(): JSX.Element | null {
  const { route } = useScreen()
  const frame = useFrame()
  const email = useEmail()
  if (!email) return null
  const link = <a href={channelsHref(route)}>{frame.t(email.row ? 'rules_open_settings' : 'rules_email_set_up')}</a>
  return (
    <p>
      {emailText(email, frame)} {email.state.kind !== 'works' && link}
    </p>
  )
}

const emailText = ({ row, state }: Email, frame: TimeFrame): ComponentChildren => {
  const { t } = frame
  switch (state.kind) {
    case 'not-set-up':
      return t('rules_email_not_set_up')
    case 'no-key':
      return t('rules_email_no_key')
    case 'no-access':
      return t('rules_email_no_access')
    case 'locked':
      return t('rules_email_locked')
    case 'out':
      return t('rules_email_out', { time: timeText({ kind: 'instant', at: state.since }, frame) })
    case 'untested':
      return t('rules_email_untested')
    case 'works':
      return t('rules_email_works', {
        provider: row?.provider ? MAIL_PROVIDER_NAMES[row.provider] : '',
        from: row?.from ?? '',
      })
  }
}
