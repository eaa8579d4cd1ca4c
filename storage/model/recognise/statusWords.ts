import type { Status } from '../facts/facts.ts'
import { fold, foldWord, isBlank } from '../words/fold.ts'
import { statusNamed, troublesIn } from '../words/lookup.ts'
import { mappedWord } from './mapping.ts'
import type { Mapping } from './recognised.ts'

/**
 * What a status word means. The whole cell has to be a known word: "connected" stands inside "disconnected", and
 * "Connected with limits" is not connected. The user's mapping comes first; a word nobody knows stays `unknown`, a blank
 * or missing one is `not-reported`.
 */
export const statusOf = (word: string | null, mapping: Mapping | null): { status: Status; word: string | null } => {
  if (word === null || isBlank(word)) return { status: 'not-reported', word }
  const found = statusNamed(word)?.meanings
  return { status: mappedWord(word, mapping) ?? (found?.length === 1 ? (found[0] as Status) : 'unknown'), word }
}

/**
 * What kind of trouble a sentence of Needs your attention tells of; `unknown` if it names none, or two. Give the app's
 * `name` where it is known: an app may be called "Disconnected Cables".
 */
export const attentionKind = (
  reason: string,
  mapping: Mapping | null,
  name: string | null = null,
): 'expired' | 'disconnected' | 'error' | 'unknown' => {
  const said = mappedWord(reason, mapping) ?? mappedInside(reason, mapping)
  if (said && said !== 'connected' && said !== 'not-reported') return said
  const troubles = troublesIn(without(reason, name))
  return troubles.length === 1 ? (troubles[0] as 'expired') : 'unknown'
}

/** The longest of the user's own words that stands in the sentence. */
const mappedInside = (reason: string, mapping: Mapping | null) => {
  const sentence = ` ${foldWord(reason)} `
  const inside = Object.keys(mapping?.words ?? {})
    .filter(
      word => word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(sentence),
    )
    .sort((a, b) => b.length - a.length)
  return inside[0] === undefined ? null : mappedWord(inside[0], mapping)
}

const without = (sentence: string, name: string | null): string => {
  const folded = fold(sentence)
  const own = name === null ? '' : fold(name)
  return own === '' ? folded : folded.replaceAll(own, ' ')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
