/**
 * A small seeded random source (mulberry32), so that a page can be rebuilt from its seed alone.
 *
 * `fork(label)` gives an independent stream: adding a draw in one place must not change every page after it.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [low, high], both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Up to `count` different items, in random order. */
  some<T>(items: readonly T[], count: number): T[]
  shuffled<T>(items: readonly T[]): T[]
  fork(label: string): Random
}

/** A random source that yields the same numbers for the same seed and label, on every machine. */
export function random(seed: number, label = ''): Random {
  let state = hash(`${seed}/${label}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const shuffled = <T>(items: readonly T[]) => {
    const copy = [...items]
    for (let last = copy.length - 1; last > 0; last--) {
      const other = int(0, last)
      const held = copy[last] as T
      copy[last] = copy[other] as T
      copy[other] = held
    }
    return copy
  }
  return {
    next,
    int,
    shuffled,
    chance: probability => next() < probability,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[int(0, items.length - 1)] as T
    },
    some: (items, count) => shuffled(items).slice(0, count),
    fork: other => random(seed, `${label}/${other}`),
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
