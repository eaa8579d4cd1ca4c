import { LANGUAGES } from '../recognise/recognised.ts'
import { fold } from './fold.ts'
import { lazily } from './lazily.ts'

/*
 * How the ten languages write months, weekdays and times ago is asked of the browser, which knows it all. Tables here hold
 * only what it does not say.
 */

const bare = (text: string): string => fold(text).replace(/\.$/, '')

/** Every name that a part of a date can have, in each language, on its own and within a date. */
const names = (part: 'month' | 'weekday', days: readonly number[]): [string, number][] =>
  LANGUAGES.flatMap(language =>
    [
      { [part]: 'long' },
      { [part]: 'short' },
      { [part]: 'long', day: 'numeric' },
      { [part]: 'short', day: 'numeric' },
    ].flatMap(options => {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' } as Intl.DateTimeFormatOptions)
      return days.flatMap((day, index) =>
        format
          .formatToParts(day)
          .flatMap(({ type, value }): [string, number][] => (type === part ? [[bare(value), index + 1]] : [])),
      )
    }),
  )

/** Month name without a trailing dot -> 1 to 12. */
export const monthNumbers = lazily((): ReadonlyMap<string, number> => {
  const months = names(
    'month',
    Array.from({ length: 12 }, (_, month) => Date.UTC(2025, month, 14)),
  )
  return new Map(
    [...months, ['sept', 9], ['jän', 1], ['fev', 2], ['aout', 8], ['dic', 12]].filter(([name]) =>
      /\p{L}/u.test(`${name}`),
    ) as [string, number][],
  )
})

/** Names of the days of the week. */
export const weekdays = lazily(
  () =>
    new Set(
      names(
        'weekday',
        [4, 5, 6, 7, 8, 9, 10].map(day => Date.UTC(2026, 0, day)),
      ).map(([name]) => name),
    ),
)

/** Words that may stand between the parts of a date and its time of day. */
export const DATE_JOINTS = new Set(
  'at on the um uhr am den der le à a las el la às os alle ore op om o w dnia godz de del do of di du kl h'.split(' '),
)

/** Longest and shortest that a unit is taken for, in days. */
export const UNITS = {
  second: [1 / 86_400, 1 / 86_400],
  minute: [1 / 1440, 1 / 1440],
  hour: [1 / 24, 1 / 24],
  day: [1, 1],
  week: [7, 7],
  month: [31, 30.4],
  year: [366, 365],
} as const
export type Unit = keyof typeof UNITS

/** "# days ago" -> the unit. One, two, five and thirty-one are all the plurals there are in these languages. */
export const timesAgo = lazily(
  (): ReadonlyMap<string, Unit> =>
    new Map(
      LANGUAGES.flatMap(language => {
        const format = new Intl.RelativeTimeFormat(language)
        return (Object.keys(UNITS) as Unit[]).flatMap(unit =>
          [1, 2, 5, 31].map((count): [string, Unit] => [withoutNumber(format.format(-count, unit)), unit]),
        )
      }),
    ),
)

/** One, as a word, where a number may stand. */
const ONE = /(?:^|(?<=^(?:vor|il y a|hace|há) ))(?:an?|one|eine[mrn]?|une?|una|uno|un'|uma?|een)(?= |(?<='))/u
const ABOUT =
  /(?:^|(?<=^(?:vor|il y a|hace|há) ))(?:about |almost |less than (?=an? )|~ ?|约|大约|約|およそ|etwa |environ |presque |circa |ongeveer |około )/u

/** Folded text with its one number put away; `about` and the like leave the span that it stands for as it is. */
export const withoutNumber = (text: string): string =>
  fold(text)
    .replace(ABOUT, '')
    .replace(ONE, '1')
    .replace(/\d{1,4}/, '#')
    .replace(/^#(?=\p{Script=Latin})/u, '# ')

/** Days back from today, by name. */
export const namedDays = lazily(
  (): ReadonlyMap<string, number> =>
    new Map([
      ...LANGUAGES.flatMap(language => {
        const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
        return [0, 1, 2]
          .map((back): [string, number] => [fold(format.format(-back, 'day')), back])
          .filter(([name]) => !/\d/.test(name))
      }),
      ['本日', 0],
      ['おととい', 2],
    ]),
)

/** Within the last hour, no more is said. */
export const justNow = lazily(
  () =>
    new Set([
      ...LANGUAGES.map(language =>
        fold(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')),
      ),
      ..."just now|a few seconds ago|a few minutes ago|seconds ago|moments ago|a moment ago|たった今|数秒前|数分前|gerade eben|à l'instant|przed chwilą|刚刚|刚才".split(
        '|',
      ),
    ]),
)
