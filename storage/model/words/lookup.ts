import {
  type ColumnMeaning,
  type EventType,
  LANGUAGES,
  type Language,
  type SectionKind,
} from '../recognise/recognised.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fold, foldWord } from './fold.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { lazily } from './lazily.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { type PageWord, phrases, type Trouble, type Words } from './shape.ts'
import { zh } from './zh.ts'

const WORDS: Record<Language, Words> = { en, ja, de, fr, es, pt, it, nl, pl, zh }

/**
 * All languages are looked through at once, because a page may be half in English, and because the language of the words
 * and the language of the dates are separate settings. A phrase means the same in every language that has it (a test).
 */
export interface Found<M> {
  meanings: readonly M[]
  languages: readonly Language[]
}
type Table<M> = Map<string, { meanings: M[]; languages: Language[] }>
type Entries = Partial<Record<string, string>>

const tableOf = <M>(part: 'sections' | 'columns' | 'status' | 'events' | 'groups' | 'page', only?: readonly string[]) =>
  lazily(() => {
    const table: Table<M> = new Map()
    for (const language of LANGUAGES)
      for (const [meaning, entry] of Object.entries((WORDS[language][part] ?? {}) as Entries))
        if (!only || only.includes(meaning))
          for (const phrase of phrases(entry)) add(table, foldWord(phrase), meaning as M, language)
    return table
  })

const add = <M>(table: Table<M>, phrase: string, meaning: M, language: Language): void => {
  const known = table.get(phrase) ?? { meanings: [], languages: [] }
  if (!known.meanings.includes(meaning)) known.meanings.push(meaning)
  if (!known.languages.includes(language)) known.languages.push(language)
  table.set(phrase, known)
}

const sections = tableOf<SectionKind | 'foreign'>('sections')
const columns = tableOf<Exclude<ColumnMeaning, 'ignore'> | 'name'>('columns')
const statuses = tableOf<Trouble | 'connected'>('status')
const events = tableOf<EventType>('events')
const groups = tableOf<'granted' | 'after-reauthorization' | 'needs-upgrade'>('groups')
const labels = tableOf<PageWord>('page', ['apps', 'new', 'classic', 'reconnect', 'actions'])

/** Every table by name, for the test that no phrase means two things. */
export const TABLES = { sections, columns, statuses, events, groups, labels }

/** A counter after a heading: "Needs your attention 3", "(3)", "3件". */
const COUNTER = /[\s([{:·|-]*\d[\d.,]*(?:件|個|条|个)?[\s)\]}]*$/

/** What section a heading names, by its whole text without a counter. */
export const sectionNamed = (heading: string): Found<SectionKind | 'foreign'> | null =>
  find(sections(), heading) ?? find(sections(), fold(heading).replace(COUNTER, ''))

/** What a column head can mean; several where that depends on the kind of list. A part in parentheses ("(UTC)") is left out. */
export const columnNamed = (header: string): Found<Exclude<ColumnMeaning, 'ignore'> | 'name'> | null =>
  find(columns(), header) ?? find(columns(), fold(header).replace(/\s*\([^()]*\)\s*$/, ''))

/** What a whole status cell says. */
export const statusNamed = (word: string): Found<Trouble | 'connected'> | null => find(statuses(), word)

/** What a whole entry of the app log says happened. */
export const eventNamed = (text: string): Found<EventType> | null => find(events(), text)

/** Which group of permissions a heading names. */
export const groupNamed = (heading: string) =>
  find(groups(), heading) ?? find(groups(), fold(heading).replace(COUNTER, ''))

/** What a whole label says about the page. */
export const labelNamed = (label: string): Found<PageWord> | null => find(labels(), label)

const find = <M>(table: Table<M>, text: string): Found<M> | null => table.get(foldWord(text)) ?? null

const INSIDE = [
  'several',
  'empty',
  'quiet',
  'calm',
  'noHits',
  'failed',
  'forbidden',
  'moved',
  'ended',
  'robot',
] as const
const inside = lazily(
  () =>
    Object.fromEntries(
      INSIDE.map(word => [
        word,
        matcherOf(
          LANGUAGES.flatMap(language => phrases(WORDS[language].page?.[word])),
          false,
        ),
      ]),
    ) as Record<PageWord, RegExp>,
)

/** Whether `text` holds one of the phrases for `word` (those marked "(in)" in `PageWord`). */
export const says = (word: (typeof INSIDE)[number], text: string): boolean => inside()[word].test(fold(text))

const TROUBLES = ['expired', 'disconnected', 'error'] as const
const troubles = lazily(() =>
  TROUBLES.map(
    trouble =>
      [
        trouble,
        matcherOf(
          LANGUAGES.flatMap(language => phrases((WORDS[language].trouble ?? WORDS[language].status)?.[trouble])),
          true,
        ),
      ] as const,
  ),
)

/** Every kind of trouble that a sentence names. */
export const troublesIn = (sentence: string): Trouble[] => {
  const folded = fold(sentence)
  return troubles().flatMap(([trouble, matcher]) => (matcher.test(folded) ? [trouble] : []))
}

/** One expression that finds any of `list`; `whole`: Latin phrases only as whole words, longest first. */
const matcherOf = (list: string[], whole: boolean): RegExp =>
  new RegExp(
    [...new Set(list.map(fold))]
      .sort((a, b) => b.length - a.length)
      .map(phrase => asWhole(escaped(phrase), whole))
      .join('|'),
    'u',
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const asWhole = (source: string, whole: boolean): string =>
  `${/^\p{Script=Latin}/u.test(source) ? '(?<![\\p{L}\\p{N}])' : ''}${source}${whole && /\p{Script=Latin}$/u.test(source) ? '(?![\\p{L}\\p{N}])' : ''}`

const patternsOf = (part: 'connections' | 'usersOf', hole: string) =>
  lazily(() =>
    [...new Set(LANGUAGES.flatMap(language => phrases(WORDS[language][part])))].map(
      phrase => new RegExp(`^${escaped(phrase).replace('@', hole)}$`, 'iu'),
    ),
  )
const connections = patternsOf('connections', '(\\d{1,4})')
const usersOf = patternsOf('usersOf', '\\s*(.+?)\\s*')

const captured = (match: RegExpExecArray | null): string | undefined =>
  match?.slice(1).find(group => group !== undefined)

/** The number in "3 connections" in whatever language; null if the text says anything else. */
export const connectionsIn = (text: string): number | null => {
  const folded = foldWord(text)
  const [number] = connections().flatMap(pattern => captured(pattern.exec(folded)) ?? [])
  return number === undefined ? null : Number(number)
}

/** What may be the app's name in the name of a panel like "Connections of Harborline", as it is written there. */
export const appsInTitle = (title: string): string[] =>
  usersOf().flatMap(pattern => captured(pattern.exec(title.trim())) ?? [])
