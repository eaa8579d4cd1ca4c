import { expect } from 'vitest'
import type { Issue } from '../../storage/model/issues/issue.ts'
import { type Item, KINDS_OF, type Rule, type Told, threadKey } from '../../storage/model/notices/rows.ts'
import { decideAt, type Moment, settingAt } from './product.ts'
import { isQuiet, spellsOf } from './simulator.ts'
import { MINUTE, refsOf, SELF, type World } from './world.ts'

/** Watches every decision that was written, and objects when one breaks a promise of docs/notifications.md. */
export class Witness {
  readonly #opened = new Set<string>()
  readonly #happened = new Set<string>()
  readonly #last = new Map<string, { what: string; at: number }>()

  readonly watch = (moment: Moment) => {
    const { world, decision, now } = moment
    for (const notice of decision.notices) {
      const rule = ruleOf(world, notice.rule)
      expect(rule.on, 'a paused rule is silent').toBe(true)
      expect(notice.items.length, 'a notice says something').toBeGreaterThan(0)
      const threads = notice.items.map(({ subject, kind, firstSeen }) =>
        kind === 'installed' ? `${subject} ${firstSeen}` : `${subject} ${kind}`,
      )
      expect(new Set(threads).size, 'each thing is said once in a notice').toBe(threads.length)
      for (const item of notice.items) this.#hear(rule, item, world, now)
    }
    const rules = decision.notices.map(({ rule }) => rule)
    expect(new Set(rules).size, 'a rule has one notice at a moment').toBe(rules.length)
    expect(decision.notices.length > 0 && isSilent(moment), 'quiet hours are quiet').toBe(false)
    this.#remembers(moment)
    this.#saysNothingTwice(moment)
    this.#losesNothing(moment)
  }

  #hear(rule: Rule, { what, subject, kind, occurrence, firstSeen, lastSeen }: Item, world: World, now: number) {
    expect(isMuted(world, subject), `${subject} is muted`).toBe(false)
    const thread = `${rule.id} ${subject} ${kind}`
    if (what === 'happened') {
      expect(this.#happened.has(`${thread} ${firstSeen}`), 'a happening is told once').toBe(false)
      this.#happened.add(`${thread} ${firstSeen}`)
      return
    }
    const last = this.#last.get(thread)
    if (what === 'opened') {
      expect(this.#opened.has(`${thread} ${occurrence}`), 'an occurrence is told once').toBe(false)
      this.#opened.add(`${thread} ${occurrence}`)
    }
    if (what === 'resolved') expect(last && last.what !== 'resolved', 'only what was told is resolved').toBe(true)
    if (what === 'reopened') expect(last?.what, 'only what was resolved opens again').toBe('resolved')
    if (what === 'reminder' || what === 'reopened')
      expect(lastSeen, 'nothing is told on old evidence').toBeGreaterThan(last?.at ?? rule.since)
    if (what === 'unchecked') expect(last && last.what !== 'unchecked', 'silence follows "not checked"').toBe(true)
    const isBlind = rule.type !== 'cannot-see' && blindNow(world)
    if (isBlind) expect(what, 'who cannot see says nothing new of apps').toBe('unchecked')
    this.#last.set(thread, { what, at: now })
  }

  /** What is said is remembered, and nothing is remembered that was not said. */
  #remembers({ decision, now }: Moment) {
    const said = decision.notices.flatMap(({ rule, items }) =>
      items.map(({ what, subject, kind, occurrence }) =>
        kind === 'installed' || kind === 'uninstalled'
          ? `${rule} ${what} ${now}`
          : `${rule} ${what} ${now} ${threadKey(subject, kind)} ${occurrence}`,
      ),
    )
    const kept = decision.told.map(({ rule, thread, what, at, occurrence }) =>
      what === 'happened' ? `${rule} ${what} ${at}` : `${rule} ${what} ${at} ${thread} ${occurrence}`,
    )
    expect(kept.sort(), 'what is said is remembered').toEqual(said.sort())
  }

  /** Deciding again at the same moment, with what was told written, gives nothing. */
  #saysNothingTwice({ world, device, told, now, decision }: Moment) {
    const rows = new Map([...told, ...decision.told].map(row => [`${row.rule} ${row.thread}`, row]))
    const again = decideAt(world, device, [...rows.values()], now)
    expect({ notices: again.notices, told: again.told }, 'deciding twice').toEqual({ notices: [], told: [] })
    expect(again.next, 'the next time, asked twice').toBe(decision.next)
  }

  /** What has to be told by now is told. */
  #losesNothing(moment: Moment) {
    const { world, told, decision, now } = moment
    if (isSilent(moment)) return
    const rows: readonly Told[] = [...told, ...decision.told]
    for (const rule of world.rules)
      for (const issue of world.issues) {
        if (!hasToBeTold(rule, issue, world, now)) continue
        const key = threadKey(issue.subject, issue.kind)
        const said = rows.filter(row => row.rule === rule.id && row.thread === key).map(row => row.occurrence)
        expect(Math.max(0, ...said), `${rule.id} knows ${issue.subject} ${issue.kind}`).toBeGreaterThanOrEqual(
          issue.occurrence,
        )
      }
  }
}

const ruleOf = (world: World, id: string): Rule => {
  const rule = world.rules.find(one => one.id === id)
  if (!rule) throw new Error(`No rule ${id}`)
  return rule
}

const isSilent = ({ world, device, now }: Moment) => {
  const { quiet } = settingAt(device, now)
  return world.watchedSince === null || (quiet !== null && isQuiet(quiet, now))
}

const blindNow = (world: World) => world.issues.some(issue => issue.subject === SELF && issue.open === 1)

const isMuted = (world: World, subject: Issue['subject']) =>
  world.marks.some(mark => mark.kind === 'muted' && refsOf(world, subject).includes(mark.subject))

/** News of this rule, in the words of "none lost": confirmed, and nothing that keeps it silent. */
const hasToBeTold = (rule: Rule, issue: Issue, world: World, now: number): boolean => {
  const refs = refsOf(world, issue.subject)
  const snoozes = world.marks.filter(mark => mark.kind === 'snooze' && refs.includes(mark.subject))
  const newest = snoozes.sort((a, b) => b.at - a.at)[0]
  const isSnoozed = newest && (newest.until === null ? issue.lastSeen <= newest.at : newest.until > now)
  const thread = world.issues.filter(other => other.subject === issue.subject && other.kind === issue.kind)
  return (
    rule.on &&
    KINDS_OF[rule.type].includes(issue.kind) &&
    (rule.type === 'cannot-see' || rule.apps === 'all' || rule.apps.some(app => refs.includes(app))) &&
    issue.open === 1 &&
    (issue.lastSeen > issue.firstSeen || now >= issue.firstSeen + 10 * MINUTE) &&
    issue.firstSeen > Math.max(rule.since, world.watchedSince ?? now) &&
    (rule.type === 'cannot-see' || !blindNow(world)) &&
    !isSnoozed &&
    !isMuted(world, issue.subject) &&
    !spellsOf(thread).some(spell => spell.start <= now && now < spell.end)
  )
}
