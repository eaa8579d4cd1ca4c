import type { JSX } from 'preact'
import { appsOf, issuesOf } from '../../storage/apps.ts'
import { sinceText, type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { AccountId, Ref } from '../../storage/model/facts/refs.ts'
import type { Issue } from '../../storage/model/issues/issue.ts'
import { endedText } from '../../storage/problemWords.ts'
import { useFrame } from '../ui/I18n.tsx'
import { StatusPill } from '../ui/StatusPill.tsx'
import { useLive } from '../useLive.ts'
import { STATUS_OF_KIND } from './issueWords.ts'

/** Every problem the subject had while Patchbay watched, newest first, and by what evidence each ended. */
export default function AttentionHistory(props: { readonly account: AccountId; readonly subject: Ref }): JSX.Element {
  const { account, subject } = props
  const frame = useFrame()
  const { t } = frame
  const issues = useLive(() => pastOf(account, subject), [account, subject])
  return (
    <ul class="attn-past">
      {issues?.map(issue => (
        <li key={`${issue.subject} ${issue.kind} ${issue.occurrence}`}>
          <StatusPill status={STATUS_OF_KIND[issue.kind]} plain />
          <span>{beganText(issue, frame)}</span>
          <span>{issue.ended ? endedText(issue.ended, frame) : t('issue_open')}</span>
        </li>
      ))}
    </ul>
  )
}

/** The issues of the app under all its names; a subject that is no app has one name. */
const pastOf = async (account: AccountId, subject: Ref): Promise<Issue[]> => {
  const app = (await appsOf(account)).find(candidate => candidate.key === subject)
  return issuesOf(account, app?.refs ?? [subject])
}

const beganText = (issue: Issue, frame: TimeFrame): string =>
  issue.began
    ? sinceText(issue.began, frame)
    : frame.t('attention_first_look', { time: timeText({ kind: 'instant', at: issue.firstSeen }, frame) })
