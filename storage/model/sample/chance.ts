/**
 * A number in [0, 1) made of its arguments alone: the same on every machine and at every time. So any moment of the
 * sample can be worked out by itself, without living through the time before it.
 */
export const chance = (...parts: readonly (string | number)[]): number => {
  const text = parts.join('/')
  let hash = 0x811c9dc5 // FNV-1a, then the finaliser of MurmurHash3 (both public domain)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}

/** A whole number in [0, `limit`) made of the other arguments alone. */
export const below = (limit: number, ...parts: readonly (string | number)[]): number =>
  Math.floor(chance(...parts) * limit)

/** The item that the other arguments choose. Throws RangeError on an empty list. */
export const pick = <T>(items: readonly T[], ...parts: readonly (string | number)[]): T =>
  itemAt(items, below(items.length, ...parts))

/** The item at `index`, counted round and round. Throws RangeError on an empty list. */
export const itemAt = <T>(items: readonly T[], index: number): T => {
  if (items.length === 0) throw new RangeError('nothing to take from')
  return items[((index % items.length) + items.length) % items.length] as T
}
