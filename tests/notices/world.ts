import type { AccountId, AppRef, PersonRef, Ref } from '../../storage/model/facts/refs.ts'
import type { Mark } from '../../storage/model/facts/rows.ts'
import type { Time } from '../../storage/model/facts/time.ts'
import type { Issue, IssueEnding, IssueKind } from '../../storage/model/issues/issue.ts'
import type { Happening, Person, Rule } from '../../storage/model/notices/rows.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const SELF = 'account:self'

/** All that the store of an account holds at one minute, but for what was told. Never changed, only replaced. */
export interface World {
  watchedSince: number | null
  issues: readonly Issue[]
  happenings: readonly Happening[]
  marks: readonly Mark[]
  rules: readonly Rule[]
  people: readonly Person[]
  /** The refs of each app; an app is one line. */
  apps: readonly (readonly AppRef[])[]
  /** Null: the browser's. */
  zone: string | null
}

export interface Quiet {
  from: string
  to: string
  zone: string
}

/** What this browser alone knows, from a minute on. */
export interface Setting {
  at: number
  me: PersonRef | null
  quiet: Quiet | null
}

/** One browser that watches the account. */
export interface Device {
  id: string
  zone: string
  settings: readonly Setting[]
  /** Spans without a moment: from the first such minute to the one at which it wakes, in order, apart. */
  sleeps: readonly (readonly [from: number, to: number])[]
  /** Minutes at which a notification of another account was shown by itself here. */
  othersShown: readonly number[]
}

/** A stretch of one account's life: what the store holds from each minute on, and who looks at it. */
export interface Life {
  account: AccountId
  from: number
  /** The first minute that is no more part of it. */
  to: number
  commits: readonly { at: number; world: World }[]
  devices: readonly Device[]
}

/** The names of the subject that `ref` names; the account, or an app of which nothing is left, has the one. */
export const refsOf = (world: World, ref: Ref): readonly Ref[] =>
  world.apps.find(refs => (refs as readonly Ref[]).includes(ref)) ?? [ref]

/** Tells one account's life, change by change, as intake, judge and the commands would write it. */
export class Story {
  now: number
  world: World
  readonly account: AccountId
  readonly commits: { at: number; world: World }[] = []

  constructor(account: AccountId, at: number, apps: readonly (readonly AppRef[])[]) {
    this.account = account
    this.now = at
    this.world = {
      watchedSince: null,
      issues: [],
      happenings: [],
      marks: [],
      rules: [],
      people: [],
      apps,
      zone: null,
    }
  }

  set(change: Partial<World>) {
    this.world = { ...this.world, ...change }
  }

  /** What was said so far is one commit, at `now`. */
  commit() {
    const last = this.commits.at(-1)
    if (last?.world === this.world) return
    if (last?.at === this.now) last.world = this.world
    else this.commits.push({ at: this.now, world: this.world })
  }

  issuesOf(ref: Ref, kind?: IssueKind): Issue[] {
    const refs = refsOf(this.world, ref)
    return this.world.issues
      .filter(issue => refs.includes(issue.subject) && (kind === undefined || issue.kind === kind))
      .sort((a, b) => a.occurrence - b.occurrence || a.firstSeen - b.firstSeen)
  }

  /** A good read of the lists, observed at `at`. */
  read(at: number) {
    if (this.world.watchedSince === null || at < this.world.watchedSince) this.set({ watchedSince: at })
    for (const kind of ['unreadable', 'stale'] as const) this.close(SELF, kind, 'read-again', at)
  }

  /** The problem was seen at `at`: it opens, goes on, or is open again after "I fixed it". */
  see(ref: Ref, kind: IssueKind, at: number) {
    const past = this.issuesOf(ref, kind)
    const open = past.find(issue => issue.open === 1)
    const newest = past.at(-1)
    if (open) {
      if (at > open.lastSeen) this.#put({ ...open, lastSeen: at })
    } else if (newest && at <= Math.max(newest.lastSeen, newest.ended?.observedAt ?? 0)) return
    else if (newest?.ended?.how === 'said-by-you') this.#put({ ...newest, open: 1, ended: null, lastSeen: at })
    else this.#put(this.#opened(refsOf(this.world, ref)[0] ?? ref, kind, (newest?.occurrence ?? 0) + 1, at))
  }

  /** Evidence of `at` shows that the problem is over; nothing, if it was seen later. */
  close(ref: Ref, kind: IssueKind, how: IssueEnding, at: number) {
    const open = this.issuesOf(ref, kind).find(issue => issue.open === 1)
    if (!open || at <= open.lastSeen) return
    this.#put({
      ...open,
      open: 0,
      ended: { how, time: { kind: 'between', from: open.lastSeen, to: at }, observedAt: at },
    })
  }

  /** "I fixed it": every problem of the subject ends. */
  fix(ref: Ref) {
    const time: Time = { kind: 'instant', at: this.now }
    for (const issue of this.issuesOf(ref))
      if (issue.open === 1) this.#put({ ...issue, open: 0, ended: { how: 'said-by-you', time, observedAt: this.now } })
  }

  /** "I fixed it" is taken back: what it ended is open as if it had not been said. */
  unfix(ref: Ref) {
    const newest = new Map(this.issuesOf(ref).map(issue => [issue.kind, issue]))
    for (const issue of newest.values())
      if (issue.ended?.how === 'said-by-you') this.#put({ ...issue, open: 1, ended: null })
  }

  /** Two subjects turn out to be one app: of two open problems of a kind the older goes on. */
  join(a: AppRef, b: AppRef) {
    const [refsA, refsB] = [refsOf(this.world, a), refsOf(this.world, b)] as [readonly AppRef[], readonly AppRef[]]
    if (refsA.includes(b)) return
    this.set({ apps: [...this.world.apps.filter(refs => refs !== refsA && refs !== refsB), [...refsA, ...refsB]] })
    const time: Time = { kind: 'instant', at: this.now }
    const kinds = new Set<IssueKind>()
    for (const issue of this.issuesOf(a)) {
      if (issue.open === 0) continue
      if (kinds.has(issue.kind))
        this.#put({ ...issue, open: 0, ended: { how: 'same-app', time, observedAt: this.now } })
      kinds.add(issue.kind)
    }
  }

  /** Sets the subject's mark of that kind, in place of any it has. */
  mark(subject: Ref, kind: Mark['kind'], until: number | null = null) {
    this.unmark(subject, kind)
    this.set({ marks: [...this.world.marks, { account: this.account, subject, kind, at: this.now, until }] })
  }

  unmark(subject: Ref, kind: Mark['kind']) {
    const refs = refsOf(this.world, subject)
    this.set({ marks: this.world.marks.filter(mark => mark.kind !== kind || !refs.includes(mark.subject)) })
  }

  happen(happening: Happening) {
    this.set({ happenings: [...this.world.happenings.filter(({ key }) => key !== happening.key), happening] })
  }

  makeRule(rule: Omit<Rule, 'account' | 'since' | 'createdAt' | 'changedAt' | 'createdBy' | 'on'>) {
    const made = {
      account: this.account,
      since: this.now,
      createdAt: this.now,
      changedAt: this.now,
      createdBy: null,
      on: true,
    }
    this.set({ rules: [...this.world.rules, { ...rule, ...made }] })
  }

  /** What the form or the switch changes. Another type, other apps and switching on make news begin anew. */
  editRule(id: string, change: Partial<Omit<Rule, 'account' | 'id' | 'since'>>) {
    this.set({
      rules: this.world.rules.map(rule => {
        if (rule.id !== id) return rule
        const anew = change.type !== undefined || change.apps !== undefined || (change.on === true && !rule.on)
        return { ...rule, ...change, changedAt: this.now, since: anew ? this.now : rule.since }
      }),
    })
  }

  deleteRule(id: string) {
    this.set({ rules: this.world.rules.filter(rule => rule.id !== id) })
  }

  #put(issue: Issue) {
    const isSame = (other: Issue) =>
      other.subject === issue.subject && other.kind === issue.kind && other.occurrence === issue.occurrence
    this.set({
      issues: [...this.world.issues.filter(other => !isSame(other)), { ...issue, version: issue.version + 1 }],
    })
  }

  #opened(subject: Ref, kind: IssueKind, occurrence: number, at: number): Issue {
    return {
      account: this.account,
      subject,
      kind,
      occurrence,
      open: 1,
      began: null,
      firstSeen: at,
      lastSeen: at,
      evidence: { from: subject === SELF ? 'reads' : 'status', text: null, observedAt: at, source: 'page' },
      ended: null,
      version: 0,
    }
  }
}
