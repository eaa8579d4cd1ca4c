import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { getAccount } from '../../../storage/accounts.ts'
import type { Translator } from '../../../storage/i18n.ts'
import { portalOf } from '../../../storage/model/facts/refs.ts'
import { draftOf, LONGEST_NAME } from '../../../storage/model/notices/draft.ts'
import type { Rule } from '../../../storage/model/notices/rows.ts'
import type { Overview } from '../../../storage/model/overview.ts'
import { zoneOf } from '../../../storage/telling.ts'
import { DatabaseFailed } from '../../home/DatabaseFailed.tsx'
import { accountIn } from '../../shell/route.ts'
import { useScreen } from '../../shell/screen.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useT } from '../../ui/I18n.tsx'
import { LinkButton } from '../../ui/Link.tsx'
import { useLive } from '../../useLive.ts'
import { COPY_PARAM, FOR_PARAM, notificationsHref, peopleHref } from '../hrefs.ts'
import { type AccountRules, noEditText, useRules } from '../useRules.ts'
import { keptDraft } from './keptDrafts.ts'
import { RuleFormView } from './RuleFormView.tsx'
import { formOf, freeName, newForm, type RuleForm } from './ruleForm.ts'

/** `#/notifications/new`: whose it will be, where that is not said yet, then the form. */
export function NewRule(props: { readonly overviews: readonly Overview[] }): JSX.Element {
  const { overviews } = props
  const { route } = useScreen()
  const t = useT()
  const id = accountIn(route) ?? route.params.get(FOR_PARAM)
  const [only] = overviews
  const overview = overviews.find(each => each.id === id) ?? (overviews.length === 1 ? only : undefined)
  const copied = route.params.get(COPY_PARAM)
  return (
    <FormHead title={t('rules_create')} crumb={t('rules_new')} account={overviews.length > 1 ? overview : undefined}>
      {overview ? (
        <OneForm key={`${overview.id} ${copied}`} overview={overview} copyOf={copied} rule={null} />
      ) : (
        <WhichAccount overviews={overviews} />
      )}
    </FormHead>
  )
}

/** `#/notifications/<rule id>`: the form of that rule, whichever account it is of. */
export function ManageRule(props: { readonly overviews: readonly Overview[]; readonly id: string }): JSX.Element {
  const { overviews, id } = props
  const t = useT()
  const answer = useRules(overviews.map(overview => overview.id))
  const found =
    answer.state === 'ready' ? answer.value.find(({ rules }) => rules.some(rule => rule.id === id)) : undefined
  const overview = overviews.find(each => each.id === found?.account)
  const name = found?.rules.find(rule => rule.id === id)?.name ?? ''
  return (
    <FormHead title={t('rules_manage')} crumb={name} account={overviews.length > 1 ? overview : undefined}>
      {answer.state === 'failed' && <DatabaseFailed />}
      {answer.state === 'ready' && !found && <NotThere />}
      {overview && <OneForm key={id} overview={overview} copyOf={null} rule={id} />}
    </FormHead>
  )
}

function FormHead(props: {
  readonly title: string
  readonly crumb: string
  readonly account: Overview | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  const { title, crumb, account, children } = props
  const t = useT()
  const { route } = useScreen()
  return (
    <>
      <header class="pb-page-head">
        <div class="pb-rule-head">
          <nav class="pb-crumbs" aria-label={t('mapping_crumbs')}>
            <ol class="pb-rule-crumbs">
              <li>
                <a href={notificationsHref(route)}>{t('term_notifications')}</a>
              </li>
              {account && <li>{account.label}</li>}
              {crumb && <li aria-current="page">{crumb}</li>}
            </ol>
          </nav>
          <h1>{title}</h1>
        </div>
      </header>
      <div class="pb-rule-form">{children}</div>
    </>
  )
}

/** A notification is of one account; while all are shown, this asks which. */
function WhichAccount(props: { readonly overviews: readonly Overview[] }): JSX.Element {
  const { route } = useScreen()
  const t = useT()
  return (
    <Card title={t('rules_which_account')} body="flush">
      <ul class="pb-rule-accounts">
        {props.overviews.map(overview => (
          <li key={overview.id}>
            <a href={notificationsHref(route, 'new', { [FOR_PARAM]: overview.id })}>{overview.label}</a>
            <span class="pb-muted">{accountNote(overview, t)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const accountNote = ({ id, summary }: Overview, t: Translator): string =>
  t('nav_account_note', {
    portal: portalOf(id) ?? t('source_sample'),
    apps: t('nav_apps', { count: summary.apps }),
  })

function NotThere(): JSX.Element {
  const { route } = useScreen()
  const t = useT()
  return (
    <div class="pb-card">
      <EmptyState
        kind="nothing"
        title={t('rules_not_there')}
        actions={<LinkButton href={notificationsHref(route)}>{t('term_notifications')}</LinkButton>}
      />
    </div>
  )
}

interface OneFormProps {
  readonly overview: Overview
  /** Id of the rule that a new one starts as a copy of, or null. */
  readonly copyOf: string | null
  /** Id of the rule that is changed; null: a new one. */
  readonly rule: string | null
}

/** Waits for all that the form is about, then shows it; or says why there is none. */
function OneForm(props: OneFormProps): JSX.Element | null {
  const { overview, copyOf, rule } = props
  const of = rule ?? (copyOf ? `copy ${copyOf}` : 'new')
  const answer = useRules([overview.id])
  const zone = useLive(async () => {
    const account = await getAccount(overview.id)
    return account && zoneOf(account)
  }, [overview.id])
  const left = useLeft(overview, of)
  const [known] = answer.state === 'ready' ? answer.value : []
  if (answer.state === 'failed') return <DatabaseFailed />
  if (!known || !zone || left === undefined) return null
  if (!known.may.ok) return <MayNot known={known} />
  return <Ready {...props} of={of} known={known} zone={zone} left={left.form} />
}

function Ready(
  props: OneFormProps & {
    readonly of: string
    readonly known: AccountRules
    readonly zone: string
    readonly left: RuleForm | null
  },
): JSX.Element {
  const { overview, copyOf, rule: id, of, known, zone, left } = props
  const { settings } = useScreen()
  const { rules, people, apps, me } = known
  const rule = rules.find(each => each.id === id) ?? null
  // As it was when the form was opened: what changes meanwhile elsewhere does not change what was said here.
  const [first] = useState(() =>
    firstForm(
      rules.find(each => each.id === (id ?? copyOf)),
      known,
      settings.device,
      id === null,
    ),
  )
  const names = useMemo(() => rules.filter(each => each.id !== id).map(each => each.name), [rules, id])
  const subject = { overview, zone, apps, people, me, known: rule, names }
  return <RuleFormView subject={subject} of={of} first={first} left={left} />
}

/** The form of a rule, of a copy of it, or an empty one. */
const firstForm = (rule: Rule | undefined, known: AccountRules, device: string, isNew: boolean): RuleForm => {
  if (!rule) return newForm(known.people)
  const form = formOf(draftOf(rule, device))
  if (!isNew) return form
  const taken = known.rules.map(each => each.name)
  return { ...form, id: crypto.randomUUID(), name: freeName(rule.name, taken).slice(0, LONGEST_NAME), reached: 0 }
}

function MayNot(props: { readonly known: AccountRules }): JSX.Element {
  const { known } = props
  const { route } = useScreen()
  const t = useT()
  return (
    <div class="pb-card">
      <EmptyState
        kind="notAllowed"
        title={t('rules_read_only')}
        text={noEditText(known, t)}
        actions={
          <>
            <LinkButton href={peopleHref(known.account, 'me')}>{t('rules_i_am')}</LinkButton>
            <LinkButton kind="quiet" href={notificationsHref(route)}>
              {t('term_notifications')}
            </LinkButton>
          </>
        }
      />
    </div>
  )
}

/** What was left in this form; undefined until known. Looked up once: the form itself keeps it from then on. */
const useLeft = (overview: Overview, of: string): { form: RuleForm | null } | undefined => {
  const [left, setLeft] = useState<{ form: RuleForm | null }>()
  useEffect(() => {
    keptDraft(overview.id, of).then(
      form => setLeft({ form }),
      () => setLeft({ form: null }),
    )
  }, [overview.id, of])
  return left
}
