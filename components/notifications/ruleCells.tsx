import { Fragment, type JSX } from 'preact'
import { type TimeFrame, timeText } from '../../storage/formatTime.ts'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { RuleRow } from './ruleRow.ts'
import { audienceText, CHANNEL_NAMES, firstOf, listed, REACH_WORDS } from './ruleWords.ts'

/** Id of what names the row, for the controls in it. */
export const nameId = (row: RuleRow): string => `rule ${row.key}`.replaceAll(/\s/g, '-')

/** The name, which opens the form where the person may, and below it what is out of the ordinary. */
export function NameCell(props: {
  readonly row: RuleRow
  readonly href: string
  readonly device: string
}): JSX.Element {
  const { row, href, device } = props
  const { rule, of } = row
  const { t } = useFrame()
  const elsewhere = rule.channels.includes('email') && rule.sender !== null && rule.sender !== device
  const note = !rule.on ? t('rules_is_paused') : elsewhere ? t('rules_is_sent_elsewhere') : undefined
  return (
    <>
      <span id={nameId(row)} class="pb-rule-name" title={rule.name}>
        {of.may.ok ? <a href={href}>{rule.name}</a> : rule.name}
      </span>
      {note && <span class="pb-second">{note}</span>}
    </>
  )
}

export function AppsCell(props: { readonly row: RuleRow }): JSX.Element {
  const { appNames, rule } = props.row
  const { t } = useFrame()
  if (rule.type === 'cannot-see') return <span class="pb-muted">{t('rules_apps_none')}</span>
  if (appNames === null)
    return (
      <>
        {t('rules_all')}
        <span class="pb-second">{t('rules_all_later')}</span>
      </>
    )
  const all = listed(appNames, t)
  return (
    <>
      {t('nav_apps', { count: appNames.length })}
      <span class="pb-second" title={all}>
        {firstOf(appNames, 2, t)}
      </span>
    </>
  )
}

/** Who, how many they are and by which channels; where nobody is reached, why. */
export function RecipientsCell(props: { readonly row: RuleRow }): JSX.Element {
  const { rule, of, recipients, problem } = props.row
  const { t } = useFrame()
  const names = listed(
    recipients.map(person => person.name),
    t,
  )
  return (
    <>
      {audienceText(rule.to, of.people, t)}
      <span class="pb-second" title={names}>
        {t('rules_people', { count: recipients.length })} ·{' '}
        {rule.channels.map((channel, at) => (
          <Fragment key={channel}>
            {at > 0 && listed(['', ''], t)}
            <span class="pb-name">{t(CHANNEL_NAMES[channel])}</span>
          </Fragment>
        ))}
      </span>
      {problem && (
        <span class="pb-second pb-second-warn pb-rule-nobody" title={t(REACH_WORDS[problem])}>
          <Icon name="attention" size={14} /> {t('rules_nobody')}
          <span class="pb-hidden">. {t(REACH_WORDS[problem])}</span>
        </span>
      )}
    </>
  )
}

export function FiredCell(props: { readonly row: RuleRow; readonly frame: TimeFrame }): JSX.Element {
  const { row, frame } = props
  const at = row.of.fired.get(row.rule.id)
  if (at === undefined) return <span class="pb-muted">{frame.t('rules_never_fired')}</span>
  return (
    <time dateTime={new Date(at).toISOString()} title={timeText({ kind: 'instant', at }, frame, 'weekday')}>
      {timeText({ kind: 'instant', at }, frame)}
    </time>
  )
}
