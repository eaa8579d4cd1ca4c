import type { Fact } from './facts.ts'
import { compareFacts } from './join.ts'
import { APP_SPACES, type AppRef, isAppRef, refValue, spaceOf } from './refs.ts'
import type { Link } from './rows.ts'

/** Sets of refs that are one app. */
export interface AppGroups {
  /** All refs of the app that `ref` names, itself included. */
  refsOf(ref: AppRef): AppRef[]
  /** The strongest ref of the app that `ref` names: an id before a page, a page before a name. */
  keyOf(ref: AppRef): AppRef
  /** One entry per app. */
  keys(): AppRef[]
  /** Keys of the apps that a name may mean, where it is carried by several and so stands for none; else empty. */
  carriersOf(name: AppRef): AppRef[]
}

/**
 * Which refs are one app. Numbered refs join where the numbers are equal and one of them is a known app id (`id`, `crm`),
 * where one row showed both, or where the user said so. A name joins the one app that a row showed under that name;
 * while two apps carry it, the name stands for neither.
 */
export const groupApps = (facts: Iterable<Fact>, links: readonly Link[]): AppGroups => {
  const parent = new Map<AppRef, AppRef>()
  const find = (ref: AppRef): AppRef => {
    let root = ref
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    parent.set(ref, root)
    return root
  }
  const union = (a: AppRef, b: AppRef) => {
    const [ra, rb] = [find(a), find(b)]
    if (ra !== rb) parent.set(strength(ra) <= strength(rb) ? rb : ra, strength(ra) <= strength(rb) ? ra : rb)
  }

  const named = new Map<AppRef, Fact<'name'>>() // newest name fact of each numbered ref
  for (const fact of facts) {
    if (!isAppRef(fact.ref)) continue
    find(fact.ref)
    if (fact.field !== 'name' || spaceOf(fact.ref) === 'name') continue
    const known = named.get(fact.ref)
    if (!known || compareFacts(fact, known) > 0) named.set(fact.ref, fact as Fact<'name'>)
  }
  for (const { from, to } of links) {
    find(from)
    find(to)
  }

  for (const { from, to, by } of links)
    if (by === 'you' || (spaceOf(from) !== 'name' && spaceOf(to) !== 'name')) union(from, to)
  for (const ref of [...parent.keys()]) {
    if (!['crm', 'page', 'security'].includes(spaceOf(ref))) continue
    for (const space of ['id', 'crm'] as const) {
      const known: AppRef = `${space}:${refValue(ref)}`
      if (known !== ref && parent.has(known)) union(ref, known)
    }
  }

  const byRow = new Map<AppRef, Set<AppRef>>() // name -> roots a row showed under it
  for (const { from, to, by } of links) {
    if (by !== 'row') continue
    const [name, other] = spaceOf(from) === 'name' ? [from, to] : [to, from]
    if (spaceOf(name) !== 'name' || spaceOf(other) === 'name') continue
    byRow.set(name, (byRow.get(name) ?? new Set()).add(find(other)))
  }
  const currentName = new Map<AppRef, Fact<'name'>>() // root -> its newest name
  for (const [ref, fact] of named) {
    const root = find(ref)
    const known = currentName.get(root)
    if (!known || compareFacts(fact, known) > 0) currentName.set(root, fact)
  }
  const carriers = new Map<AppRef, AppRef[]>() // name -> roots, where several carry it
  for (const [name, roots] of byRow) {
    const carrying = [...roots].filter(root => currentName.get(root)?.value === refValue(name))
    const [only, ...more] = carrying.length > 0 ? carrying : [...roots]
    if (only && more.length > 0) carriers.set(name, [only, ...more])
    else if (only) union(name, only)
  }

  const groups = new Map<AppRef, AppRef[]>()
  for (const ref of parent.keys()) {
    const root = find(ref)
    groups.set(root, [...(groups.get(root) ?? []), ref])
  }
  const keys = new Map<AppRef, AppRef>()
  for (const [root, refs] of groups) {
    refs.sort((a, b) => strength(a) - strength(b) || (a < b ? -1 : 1))
    keys.set(root, refs[0] ?? root)
  }
  return {
    refsOf: ref => (parent.has(ref) ? (groups.get(find(ref)) ?? [ref]) : [ref]),
    keyOf: ref => (parent.has(ref) ? (keys.get(find(ref)) ?? ref) : ref),
    keys: () => [...keys.values()],
    carriersOf: name => (carriers.get(name) ?? []).map(root => keys.get(find(root)) ?? root),
  }
}

const strength = (ref: AppRef) => APP_SPACES.indexOf(spaceOf(ref) as (typeof APP_SPACES)[number])
