import { type Fact, SOURCES } from './facts.ts'
import type { Time } from './time.ts'

/** JSON with object keys sorted: equal values give equal bytes, whatever order they were built in. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Short name of a value for use in a key: itself where short, else its length and a 53-bit hash (cyrb53, public domain). */
export const digest = (value: unknown): string => {
  const text = canonical(value)
  if (text.length <= 60) return text
  let [h1, h2] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ code, 2654435761)
    h2 = Math.imul(h2 ^ code, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return `${text.length}:${(4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36)}`
}

/** Primary key of a fact: one row per subject, field and source. */
export type FactKey = `${string}\u0000${string}\u0000${string}`
export const factKey = (fact: Pick<Fact, 'ref' | 'field' | 'source'>): FactKey =>
  `${fact.ref}\u0000${fact.field}\u0000${fact.source}`

/**
 * The only way one fact replaces another of the same key: newer `observedAt`, then source order, then device, then bytes.
 * Commutative, associative and idempotent, so a replayed, late or doubled batch changes nothing.
 */
export const join = (a: Fact, b: Fact): Fact => (compareFacts(a, b) >= 0 ? a : b)

/** Positive when `a` outranks `b`. Also decides between sources when a field is assembled. */
export const compareFacts = (a: Fact, b: Fact): number =>
  a.observedAt - b.observedAt ||
  SOURCES.indexOf(b.source) - SOURCES.indexOf(a.source) ||
  order(a.device, b.device) ||
  order(canonical([a.ref, a.value, a.read]), canonical([b.ref, b.value, b.read]))

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A time as key text: equal only for equally precise equal times. */
export const timeKey = (time: Time): string => canonical(time)
