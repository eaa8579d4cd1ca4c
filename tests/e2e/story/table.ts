import type { Scene } from './scene.ts'

/**
 * What badge, popup and Connections home show after a step, written by hand: a short text for each, lists parted by
 * commas. What is left out is empty.
 */
export type Expected = {
  /** The number on the toolbar, `!`, or nothing. */
  readonly badge?: string
  /** Its title. `{8 days ago}` stands for that day ("12 Nov", 「11月12日」). */
  readonly title: string
  /** The popup's heading with what stands beside it: the number of rows, what is snoozed, what is marked fixed. */
  readonly popup: string
  /** Rows under Needs your attention, worst first, equal in popup and home: "Name · Pill", with several accounts "Name (account) · Pill". */
  readonly rows?: string
  /** Rows on Connections home, where the popup has something else in their place. */
  readonly homeRows?: string
  /** What the popup says of the state of the accounts. Times are written ‹time›. */
  readonly says?: string
  /** The App summary of Connections home: connected, needs attention, not reported. */
  readonly home: string
  /** What Connections home says of the state of the accounts. */
  readonly homeSays?: string
  /** My apps on Connections home, by name: "Name · what stands in the column Status". */
  readonly apps?: string
}

export type Step = {
  /** What happens in HubSpot, what the person does, how much time passes. */
  readonly tells: string
  readonly does: (scene: Scene) => Promise<void>
} & (
  | Expected
  | {
      /** Where no table can be written by hand: throws unless what is shown is right. */ readonly shows: (
        shown: Shown,
      ) => void
    }
)

/** The same, comparable: what was expected beside what is shown. */
export type Shown = {
  badge: string
  title: string
  popup: string
  rows: string[]
  /** Only where they differ from the popup's. */
  homeRows?: string[]
  says: string[]
  home: string
  homeSays: string[]
  apps: string[]
}

/** A step's table as it has to be shown. */
export function shownBy(step: Expected, language: 'en' | 'ja'): Shown {
  return {
    badge: step.badge ?? '',
    title: withDays(step.title, language),
    popup: step.popup,
    rows: listed(step.rows),
    ...(step.homeRows === undefined ? {} : { homeRows: listed(step.homeRows) }),
    says: sentences(step.says),
    home: step.home,
    homeSays: sentences(step.homeSays),
    apps: listed(step.apps).sort(),
  }
}

/** Commas part rows; inside brackets they belong to the row. */
function listed(text = ''): string[] {
  return text
    .replace(/\s+/gu, ' ')
    .split(/,\s*(?![^(]*\))/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** One line each: a sentence may hold commas. */
function sentences(text = ''): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days as they are written in running text, with the year if it is another; the browser of the story is in UTC. */
function withDays(text: string, language: 'en' | 'ja'): string {
  return text.replace(/\{(\d+) days ago\}/u, (_, days) => {
    const today = Temporal.Now.plainDateISO('UTC')
    const { day, month, year } = today.subtract({ days: Number(days) })
    const other = year === today.year ? undefined : year
    if (language === 'ja') return `${other ? `${other}年` : ''}${month}月${day}日`
    return `${day} ${MONTHS[month - 1]}${other ? ` ${other}` : ''}`
  })
}
