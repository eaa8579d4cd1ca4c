import { dayOf, type Time } from '../../../storage/model/facts/time.ts'
import { columnKeys } from '../../../storage/model/recognise/mapping.ts'
import type {
  AppRow,
  ColumnMeaning,
  Mapping,
  Recognised,
  RowApp,
  Section,
  SectionKind,
  WordMeaning,
} from '../../../storage/model/recognise/recognised.ts'
import { attentionKind, statusOf } from '../../../storage/model/recognise/statusWords.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { foldWord } from '../../../storage/model/words/fold.ts'
import { canon } from '../../hubspot/canon.ts'
import type { Expect, FieldName, Got, SectionKind as PageSection } from '../../hubspot/page/expect.ts'
import type { Found, FoundEvent } from '../../hubspot/page/score.ts'

/** What was recognised, in the words in which the stand-in's oracle counts. */
export const foundOn = (
  recognised: Recognised,
  zone: string,
  mapping: Mapping | null,
): { found: Found[]; events: FoundEvent[] } => {
  const found: Found[] = []
  const events: FoundEvent[] = []
  for (const section of recognised.sections) {
    const kind = pageSection(section.kind)
    const put = (key: string, field: FieldName, value: Got | null | undefined) => {
      if (value !== null && value !== undefined) found.push({ section: kind, key, field, value })
    }
    const days = (time: Time | null | undefined) => time && daysOf(time, zone)
    switch (section.kind) {
      case 'my-apps':
      case 'other-apps':
      case 'app':
        for (const row of section.rows)
          appFields(row, mapping, days, (field, value) => put(keyOf(row.app), field, value))
        break
      case 'attention':
        for (const row of section.rows) {
          const reason = attentionKind(row.reason, mapping, row.app.name)
          put(keyOf(row.app), 'name', row.app.name)
          put(keyOf(row.app), 'sentence', row.reason || null)
          put(keyOf(row.app), 'reason', row.reason === '' ? null : reason === 'unknown' ? 'other' : reason)
        }
        break
      case 'users':
        for (const row of section.of === null ? [] : section.rows) {
          const key = `${keyOf(section.of as RowApp)} › ${canon(row.person.name)}`
          put(key, 'user', row.person.name)
          put(key, 'team', row.team)
          put(key, 'installed', days(row.installed))
        }
        break
      case 'permissions':
        for (const row of section.rows)
          put(section.of ? keyOf(section.of) : 'none', 'permission', `${row.group.replace('-', ' ')}: ${row.text}`)
        break
      case 'recommendations':
        for (const row of section.rows) put(`name:${canon(row.name)}`, 'name', row.name)
        break
      case 'app-log':
        for (const row of section.rows)
          events.push({
            time: daysOf(row.time, zone),
            ...(row.type === 'other' ? {} : { type: row.type }),
            ...(row.app ? { app: keyOf(row.app) } : {}),
            ...(row.person ? { user: row.person.name } : {}),
          })
        break
    }
  }
  return { found, events }
}

const appFields = (
  row: AppRow,
  mapping: Mapping | null,
  days: (time: Time | null | undefined) => Got | null | undefined,
  put: (field: FieldName, value: Got | null | undefined) => void,
) => {
  put('name', row.app.name)
  if (row.status) {
    const { status, word } = statusOf(row.status, mapping)
    put('status', status === 'unknown' ? `unknown:${word}` : status)
  }
  put('installed', days(row.installed))
  put('lastActivity', days(row.lastActivity))
  put('installer', row.installedBy?.name)
  put('connections', row.connections ?? (row.severalConnections === undefined ? null : 'several'))
}

const daysOf = (time: Time, zone: string): { from: string; to: string } => {
  if (time.kind === 'day') return { from: time.day, to: time.day }
  const [from, to] = time.kind === 'instant' ? [time.at, time.at] : [time.from, time.to]
  return { from: dayOf(from, zone), to: dayOf(to, zone) }
}

const pageSection = (kind: SectionKind): PageSection => (kind === 'users' ? 'other-users' : kind)

const keyOf = ({ refs: [ref] }: RowApp): string => (ref.startsWith('name:') ? `name:${canon(ref.slice(5))}` : ref)

const MEANING: Record<string, ColumnMeaning> = {
  name: 'app',
  installer: 'installedBy',
  type: 'event',
  user: 'person',
}

/** The answers of the oracle for the mapping form, as the form would store them for the grids as read. */
export const mappingFrom = (expect: Expect, view: PageView, recognised: Recognised): Mapping => {
  const columns = expect.mapping.headers.flatMap(answer => {
    const grid = gridFor(answer, recognised, view)
    if (!grid) return []
    const at = grid.headers.findIndex(header => foldWord(header) === foldWord(answer.header) && foldWord(header) !== '')
    const key = columnKeys(grid.headers)[at >= 0 ? at : answer.column]
    const meaning = MEANING[answer.meaning] ?? (answer.meaning as ColumnMeaning)
    return key === undefined ? [] : [{ fingerprint: grid.fingerprint, key, meaning }]
  })
  const words = expect.mapping.words
    .filter(({ meaning }) => meaning !== 'unknown')
    .map(({ word, meaning }) => [foldWord(word), meaning as WordMeaning] as const)
  return {
    columns: [...Map.groupBy(columns, ({ fingerprint }) => fingerprint)].map(([fingerprint, answers]) => ({
      fingerprint,
      meanings: Object.fromEntries(answers.map(({ key, meaning }) => [key, meaning])),
    })),
    words: Object.fromEntries(words),
  }
}

type Answer = Expect['mapping']['headers'][number]

/** The person sees the grids as read, and knows which of them a section is. */
const gridFor = (
  answer: Answer,
  recognised: Recognised,
  view: PageView,
): { fingerprint: string; headers: string[] } | null => {
  const kind = answer.section === 'other-users' ? 'users' : answer.section
  const section = recognised.sections.find((one: Section) => one.kind === kind)
  if (section) return { fingerprint: section.fingerprint, headers: view.grids[section.grid]?.headers ?? [] }
  return null
}
