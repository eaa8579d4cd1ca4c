import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CommandRefusal } from '../../storage/model/commands.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { mendUrl } from '../attention/readProblem.ts'
import { send } from '../send.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { refusalText } from './refusals.ts'

/** What came of "Check now": nothing could be read without the person, or why it failed. Null: read, or nothing asked. */
type Outcome = { kind: 'nothing' } | { kind: 'refused'; reason: CommandRefusal } | { kind: 'read'; accounts: number }

export interface CheckNowState {
  readonly busy: boolean
  readonly outcome: Outcome | null
  readonly check: () => void
  readonly dismiss: () => void
}

/** Asks the worker to read what lies open in tabs it may read, and finds out whether anything new came of it. */
export const useCheckNow = (): CheckNowState => {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const check = async () => {
    if (busy) return
    setBusy(true)
    setOutcome(null)
    const before = await readTimes()
    const answer = await send({ type: 'check-now' })
    const after = await readTimes()
    const accounts = [...after].filter(([id, at]) => at !== before.get(id)).length
    setBusy(false)
    if (!answer.ok) setOutcome({ kind: 'refused', reason: answer.reason })
    else setOutcome(accounts > 0 ? { kind: 'read', accounts } : { kind: 'nothing' })
  }
  return { busy, outcome, check: () => void check(), dismiss: () => setOutcome(null) }
}

/** The database comes with the press: the page paints without it. */
const readTimes = async (): Promise<Map<string, number | null>> => {
  const { allOverviews } = await import('../../storage/overviews.ts')
  return new Map((await allOverviews()).map(overview => [overview.id, overview.readAt]))
}

export function CheckNowButton(props: { readonly state: CheckNowState; readonly small?: boolean }): JSX.Element {
  const { state, small } = props
  const t = useT()
  return (
    <Button icon="refresh" busy={state.busy} small={small} onClick={state.check}>
      {t('term_check_now')}
    </Button>
  )
}

/** Says what came of it, with the way to what only a click of the person can read. */
export function CheckOutcome(props: {
  readonly state: CheckNowState
  readonly overviews: readonly Overview[]
}): JSX.Element | null {
  const { state, overviews } = props
  const { outcome, dismiss } = state
  const t = useT()
  if (!outcome) return null
  const close = <IconButton icon="close" label={t('ui_close')} small onClick={dismiss} />
  if (outcome.kind === 'read') {
    return (
      <Strip tone="plain" live actions={close}>
        {t('home_check_read', { count: outcome.accounts })}
      </Strip>
    )
  }
  const real = overviews.filter(overview => !overview.sample)
  const text =
    outcome.kind === 'refused'
      ? refusalText(outcome.reason, t)
      : t(real.length > 0 ? 'home_check_nothing' : 'home_check_sample')
  return (
    <Strip
      tone={outcome.kind === 'refused' ? 'warn' : 'info'}
      live
      actions={
        <>
          {outcome.kind === 'nothing' &&
            real.slice(0, 2).map(overview => (
              <LinkButton key={overview.id} href={mendUrl(overview.url)} small external>
                {real.length > 1 ? t('home_open_of', { account: overview.label }) : t('state_cannot_see_open')}
              </LinkButton>
            ))}
          {close}
        </>
      }
    >
      {text}
    </Strip>
  )
}
