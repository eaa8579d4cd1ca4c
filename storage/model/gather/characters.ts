/**
 * Characters that are drawn as nothing: zero-width spaces and joiners, the word joiner, the byte-order mark, soft hyphens
 * and the controls that set or isolate text direction. HubSpot's labels carry some of them.
 */
const DRAWN_AS_NOTHING = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** Text as displayed: its own characters, without those that are drawn as nothing, every run of white space one space. */
export function shown(text: string): string {
  return text.replace(DRAWN_AS_NOTHING, '').replace(/\s+/g, ' ').trim()
}

/** Text for comparing words with words: as displayed, compatibility forms folded (full-width letters, ligatures), lower case. */
export function folded(text: string): string {
  return shown(text.normalize('NFKC')).toLowerCase()
}

/** At most `limit` characters, never half of a surrogate pair. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)
}
