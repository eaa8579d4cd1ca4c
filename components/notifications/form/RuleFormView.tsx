import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { PlainKey } from '../../../storage/i18n.ts'
import { LONGEST_NAME, MOST_BY_EMAIL } from '../../../storage/model/notices/draft.ts'
import { recipientsOf } from '../../../storage/model/notices/recipients.ts'
import { refusalText } from '../../home/refusals.ts'
import { send } from '../../send.ts'
import { routeHref } from '../../shell/route.ts'
import { useScreen } from '../../shell/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { useFrame } from '../../ui/I18n.tsx'
import { StepForm } from '../../ui/StepForm.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { DryRunPanel } from '../DryRun.tsx'
import { notificationsHref, notificationsRoute, STEP_PARAM } from '../hrefs.ts'
import { AskEveryone } from './AskEveryone.tsx'
import { withAddress } from './headCount.ts'
import {
  draftFrom,
  type FormProblem,
  formProblems,
  PLACE_OF,
  proposalsFor,
  type RuleForm,
  STEPS,
  type Step,
} from './ruleForm.ts'
import { StepApps } from './StepApps.tsx'
import { StepWhat } from './StepWhat.tsx'
import { StepWho } from './StepWho.tsx'
import type { FormSubject } from './stepProps.ts'
import { useKept } from './useKept.ts'

const STEP_NAMES = {
  what: 'rules_step_what',
  apps: 'rules_step_apps',
  who: 'rules_step_who',
} as const satisfies Record<Step, PlainKey>
const STEP_PARTS = [StepWhat, StepApps, StepWho] as const

/** The three steps. What is filled in is kept while they are open, and offered again when they were left. */
export function RuleFormView(props: {
  readonly subject: FormSubject
  /** Which kept form it is (`KeptDraft.of`). */
  readonly of: string
  /** The form before anything was filled in. */
  readonly first: RuleForm
  /** What was left here, if anything. */
  readonly left: RuleForm | null
}): JSX.Element {
  const { subject, of, first, left } = props
  const { overview, people, zone, names } = subject
  const account = overview.id
  const { route, go } = useScreen()
  const frame = useFrame()
  const { t, now } = frame
  const toast = useToast()
  const [form, setForm] = useState(left ?? first)
  const [isLeft, setLeft] = useState(left !== null)
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set())
  const [refused, setRefused] = useState(0)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const proposals = useMemo(() => proposalsFor(form, { names, zone, now, t }), [form, names, zone, now, t])
  const draft = useMemo(() => draftFrom(form, proposals), [form, proposals])
  const recipients = recipientsOf(draft.to, people)
  const mailed = withAddress(recipients)
  const problems = formProblems(draft, mailed)
  const forget = useKept({ account, of, form, first })

  // A step further than the form has come is not there yet, whatever the address says.
  const current = Math.min(Math.max(0, STEPS.indexOf(route.params.get(STEP_PARAM) as Step)), form.reached)
  const stepRoute = (step: number) => {
    const params = new URLSearchParams(route.params)
    params.set(STEP_PARAM, STEPS[step] ?? STEPS[0])
    return { ...route, params }
  }
  const change = (part: Partial<RuleForm>) => setForm(old => ({ ...old, ...part }))
  const shown = problems.filter(each => PLACE_OF[each].step === current && tried.has(current))
  const errorOf = (...wanted: FormProblem[]) => {
    const found = shown.find(each => wanted.includes(each))
    return found && problemText(found)
  }
  const problemText = (found: FormProblem) =>
    t(PROBLEM_WORDS[found], { longest: LONGEST_NAME, most: MOST_BY_EMAIL, count: mailed.length })

  const refuse = (step: number) => {
    setTried(old => new Set([...old, step]))
    setRefused(old => old + 1)
    if (step !== current) go(stepRoute(step))
  }
  const next = () => {
    if (problems.some(each => PLACE_OF[each].step === current)) return refuse(current)
    change({ reached: Math.max(form.reached, current + 1) })
    go(stepRoute(current + 1))
  }
  const apply = () => {
    const [worst] = problems
    if (worst) return refuse(PLACE_OF[worst].step)
    if (draft.to.kind === 'everyone' && draft.channels.includes('email')) return setAsking(true)
    void save()
  }
  const save = async () => {
    setAsking(false)
    setBusy(true)
    setProblem(undefined)
    const answer = await send({ type: 'put-rule', account, draft })
    if (answer.ok) await forget()
    setBusy(false)
    if (!answer.ok) return setProblem(refusalText(answer.reason, t))
    toast({ text: t(subject.known ? 'rules_saved' : 'rules_made', { name: draft.name.trim() }) })
    go(notificationsRoute(route), 'replace')
  }
  const discard = () => {
    setForm(first)
    setLeft(false)
    setTried(new Set())
    go(stepRoute(0), 'replace')
  }

  const Part = STEP_PARTS[current] ?? StepWhat
  const isLast = current === STEPS.length - 1
  return (
    <>
      {isLeft && (
        <Strip
          tone="info"
          icon="info"
          actions={
            <Button small onClick={discard}>
              {t('rules_discard')}
            </Button>
          }
        >
          {t('rules_unfinished')}
        </Strip>
      )}
      <StepForm
        label={t('rules_steps')}
        steps={STEPS.map((step, index) => ({ id: step, name: t(STEP_NAMES[step]), href: routeHref(stepRoute(index)) }))}
        current={current}
        reached={form.reached}
        errors={shown.map(each => ({ fieldId: PLACE_OF[each].fieldId, text: problemText(each) }))}
        refused={refused}
        onSubmit={isLast ? apply : next}
        submit={t(isLast ? 'rules_apply' : 'rules_next')}
        busy={busy}
        cancelHref={notificationsHref(route)}
        problem={
          problem && (
            <Strip tone="bad" live>
              {problem}
            </Strip>
          )
        }
        aside={<DryRunPanel account={account} draft={draft} changed={overview} />}
      >
        <Part {...subject} form={form} change={change} proposals={proposals} draft={draft} errorOf={errorOf} />
      </StepForm>
      {asking && (
        <AskEveryone
          account={overview.label}
          recipients={recipients.length}
          mailed={mailed.length}
          onConfirm={() => void save()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}

const PROBLEM_WORDS = {
  'no-name': 'rules_problem_no_name',
  'long-name': 'rules_problem_long_name',
  'reminder-of-happening': 'rules_told_once',
  'bad-anchor': 'rules_problem_anchor',
  'no-apps': 'rules_problem_no_apps',
  'no-people': 'rules_problem_no_people',
  'no-channels': 'rules_problem_no_channels',
  'too-many': 'rules_problem_too_many',
} as const satisfies Record<FormProblem, PlainKey>
