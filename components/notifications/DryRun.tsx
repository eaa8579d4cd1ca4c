import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { dryRunOf } from '../../storage/dryRun.ts'
import { dayText, timeText } from '../../storage/formatTime.ts'
import type { PlainKey } from '../../storage/i18n.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { draftProblems, type RuleDraft } from '../../storage/model/notices/draft.ts'
import type { DryRun } from '../../storage/model/notices/dryRun.ts'
import { Card } from '../ui/Card.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph } from '../ui/StatusPill.tsx'
import { itemLines } from './itemWords.ts'

/** A pause in the typing, in ms: what is asked for in between is never computed. */
const PAUSE = 250
/** Lines that are listed; the count tells the rest. */
const LISTED = 100

/** What the notification would have told in the last 30 days, by what was stored; always of the form as it stands. */
export function DryRunPanel(props: {
  readonly account: AccountId
  readonly draft: RuleDraft
  /** Another value asks again: what is stored of the account has changed. */
  readonly changed: unknown
}): JSX.Element {
  const { account, draft, changed } = props
  const { t } = useFrame()
  const { run, state } = useDryRun(account, draft, changed)
  return (
    <Card title={t('rules_dry_run')} note={t('rules_dry_run_days')} id="dry-run">
      <div class="pb-dry-run" aria-busy={state === 'running'}>
        <p role="status" class="pb-dry-run-said">
          {run?.fired.length === 0 && t('rules_dry_run_none')}
          {run && run.fired.length > 0 && t('rules_dry_run_fired', { count: run.fired.length })}
          {state === 'failed' && t('rules_dry_run_failed')}
        </p>
        {run && <Said run={run} />}
        <p class="pb-meta">{t('rules_dry_run_foot')}</p>
      </div>
    </Card>
  )
}

function Said(props: { readonly run: DryRun }): JSX.Element {
  const { run } = props
  const frame = useFrame()
  const { t } = frame
  const newest = run.fired.toReversed().slice(0, LISTED)
  const more = run.fired.length - newest.length
  return (
    <>
      {run.knownFrom !== null && (
        <p class="pb-dry-run-known">
          <StatusGlyph status="notReported" />
          {t('rules_dry_run_known', { day: dayText(run.knownFrom, frame) })}
        </p>
      )}
      {newest.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
        <ol class="pb-dry-run-list" tabIndex={0} aria-label={t('rules_dry_run_list')}>
          {newest.map(({ at, items }) => (
            <li key={at}>
              <time dateTime={new Date(at).toISOString()}>{timeText({ kind: 'instant', at }, frame)}</time>
              <span>
                {itemLines(items, t).map(line => (
                  <span key={line} class="pb-dry-run-line">
                    {line}
                  </span>
                ))}
              </span>
            </li>
          ))}
          {more > 0 && <li class="pb-muted">{t('rules_dry_run_more', { count: more })}</li>}
        </ol>
      )}
      {run.silent.length > 0 && (
        <div>
          <h3>{t('rules_silent')}</h3>
          <ul class="pb-dry-run-silent">
            {run.silent.map(({ why, count }) => (
              <li key={why}>
                <Icon name="minus" size={14} />
                <span>{t('rules_silent_line', { why: t(SILENCE_WORDS[why]), count })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const SILENCE_WORDS = {
  'first-read': 'rules_silent_first_read',
  'not-confirmed': 'rules_silent_not_confirmed',
  unstable: 'rules_silent_unstable',
  'cannot-see': 'rules_silent_cannot_see',
  snoozed: 'rules_silent_snoozed',
  muted: 'rules_silent_muted',
  acknowledged: 'rules_silent_acknowledged',
  'not-seen-again': 'rules_silent_not_seen_again',
  'quiet-hours': 'rules_silent_quiet_hours',
} as const satisfies Record<DryRun['silent'][number]['why'], PlainKey>

/** The newest answer that is not outdated stays on screen while the next is worked out. */
const useDryRun = (account: AccountId, draft: RuleDraft, changed: unknown) => {
  const { now } = useFrame()
  const [answer, setAnswer] = useState<{ state: 'running' | 'ready' | 'failed'; run?: DryRun | null }>({
    state: 'running',
  })
  const asked = JSON.stringify(runnable(draft))
  useEffect(() => {
    let wanted = true
    const run = () =>
      dryRunOf(account, runnable(draft), now).then(
        found => wanted && setAnswer({ state: 'ready', run: found }),
        error => {
          console.error('Patchbay: the dry run failed', error)
          if (wanted) setAnswer({ state: 'failed' })
        },
      )
    setAnswer(old => ({ ...old, state: 'running' }))
    const timer = setTimeout(run, PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [account, asked, changed, now])
  return answer
}

/** The draft without what changes nothing of when it fires, and without a reminder that has no time yet. */
const runnable = (draft: RuleDraft): RuleDraft => ({
  ...draft,
  name: '',
  reminder: draftProblems(draft).includes('bad-anchor') ? null : draft.reminder,
})
