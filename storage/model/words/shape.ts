import type { ColumnMeaning, EventType, SectionKind } from '../recognise/recognised.ts'

/**
 * What one language calls things on HubSpot's page. Each entry is a list of phrases separated by `|`; `[…]` stands for a
 * part that may be missing. In `connections` and `usersOf`, `@` is the number or name.
 *
 * Sources: HUBSPOT's help articles where they set a term off as interface text, machine-translated articles, and plain
 * guesses for obvious variants. A phrase that is missing costs a question to the user; a wrong one costs a wrong value,
 * so nothing is listed that could mean two things in its place.
 */
export interface Words {
  sections?: Partial<Record<SectionKind | 'foreign', string>>
  /** `name` heads the app in a list of apps and the person in a list of users. */
  columns?: Partial<Record<Exclude<ColumnMeaning, 'ignore'> | 'name', string>>
  /** Whole text of a cell in the status column. */
  status?: Partial<Record<Trouble | 'connected', string>>
  /** Found inside a sentence of Needs your attention; where there is none, the status words are. */
  trouble?: Partial<Record<Trouble, string>>
  events?: Partial<Record<Exclude<EventType, 'other'>, string>>
  /** Heads of the groups of an app's permissions. */
  groups?: Partial<Record<'granted' | 'after-reauthorization' | 'needs-upgrade', string>>
  /** How many connections an app has, as in a cell or a note below its name. */
  connections?: string
  /** Names of the panel that lists the users of one app. */
  usersOf?: string
  page?: Partial<Record<PageWord, string>>
}
export type Trouble = 'expired' | 'disconnected' | 'error'

/** Words about the page itself. Those marked with (in) are looked for inside a text, the others are a whole label. */
export type PageWord =
  | 'apps' // heading of the page
  | 'new' // tabs and headings that only Connections home has
  | 'classic' // tabs and headings that only the Overview page has
  | 'reconnect' // button of an attention item
  | 'actions' // head of the column of buttons
  | 'several' // (in) the note that an app has more than one connection
  | 'empty' // (in) a list that says it is empty
  | 'quiet' // (in) the same of a log or a list of users
  | 'calm' // (in) the same of Needs your attention
  | 'noHits' // (in) a search or filter that found nothing
  | 'failed' // (in) a section that could not be loaded
  | 'forbidden' // (in) no permission
  | 'moved' // (in) a page that is elsewhere now, or does not exist
  | 'ended' // (in) the session is over
  | 'robot' // (in) robot check

/** The phrases of one entry: `a[b]c|d` is `ac`, `abc`, `d`; parts may nest. */
export const phrases = (entry: string | undefined): string[] => (entry ? entry.split('|').flatMap(optional) : [])

const optional = (phrase: string): string[] => {
  const part = /\[([^[\]]*)\]/.exec(phrase)
  if (!part) return [phrase]
  const [before, after] = [phrase.slice(0, part.index), phrase.slice(part.index + part[0].length)]
  return [...optional(before + after), ...optional(before + part[1] + after)]
}
