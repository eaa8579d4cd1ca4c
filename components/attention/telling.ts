import type { PlainKey } from '../../storage/i18n.ts'
import type { Command } from '../../storage/model/commands.ts'
import type { App } from '../../storage/model/facts/assemble.ts'
import type { AccountId, Ref } from '../../storage/model/facts/refs.ts'
import type { Mark } from '../../storage/model/facts/rows.ts'
import type { IssueKind } from '../../storage/model/issues/issue.ts'
import { markOf } from '../../storage/model/issues/marks.ts'
import { covers, KINDS_OF, type Rule } from '../../storage/model/notices/rows.ts'
import { type DeedScene, tell } from './deeds.ts'

/** Something that notices are about. */
export interface Told {
  readonly account: AccountId
  readonly subject: Ref
  readonly name: string
}

/** What of it is open: its kinds, and epoch ms since when the newest of them was seen. */
export interface OpenProblem {
  readonly kinds: readonly IssueKind[]
  readonly firstSeen: number
}

/** What is told of a subject, and what the user said about that. */
export interface Telling {
  readonly muted: boolean
  /** "I know" was said of what is open now. */
  readonly acknowledged: boolean
  /** A rule that is on reminds of what is open now. */
  readonly reminded: boolean
}

/** @param open null: nothing of it is open */
export const tellingOf = (
  subject: Ref,
  open: OpenProblem | null,
  { apps, marks, rules }: { apps: readonly App[]; marks: readonly Mark[]; rules: readonly Rule[] },
): Telling => {
  const refs = apps.find(app => app.key === subject || app.refs.includes(subject as App['key']))?.refs ?? [subject]
  const acknowledged = markOf(marks, refs, 'acknowledged')
  return {
    muted: markOf(marks, refs, 'muted') !== null,
    acknowledged: open !== null && acknowledged !== null && acknowledged.at >= open.firstSeen,
    reminded:
      open !== null &&
      rules.some(
        rule =>
          rule.on &&
          rule.reminder !== null &&
          KINDS_OF[rule.type].some(kind => open.kinds.includes(kind)) &&
          covers(rule, refs),
      ),
  }
}

const DEEDS = {
  mute: { inverse: 'unmute', done: 'telling_muted' },
  unmute: { inverse: 'mute', done: 'telling_unmuted' },
  acknowledge: { inverse: 'unacknowledge', done: 'telling_acknowledged' },
  unacknowledge: { inverse: 'acknowledge', done: 'telling_unacknowledged' },
} as const satisfies Record<string, { inverse: Command['type']; done: PlainKey }>

/** Does it and says so, with Undo; or says why it was not done. */
export const takeTellingDeed = async (
  { account, subject, name }: Told,
  deed: keyof typeof DEEDS,
  scene: DeedScene,
): Promise<void> => {
  const { inverse, done } = DEEDS[deed]
  const undo = () => void tell({ type: inverse, account, subject }, scene)
  if (await tell({ type: deed, account, subject }, scene)) scene.toast({ text: scene.frame.t(done, { name }), undo })
}
