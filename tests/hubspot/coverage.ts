import { canon } from './canon.ts'
import { keyOf, readValues } from './page/expect.ts'
import type { Page } from './page.ts'

/** What a page has of everything that the generator can do; `generator.test.ts` wants each within seeds 1 to 300. */
export function traitsOf(page: Page): string[] {
  const { style, truth, expect } = page
  const traits = new Set<string>()
  const add = (trait: string, on: unknown = true) => {
    if (on) traits.add(trait)
  }
  const last = page.frames.at(-1) ?? ''
  add(`page: ${style.page}`)
  add(`language: ${style.language}`)
  add(`theme: ${style.theme}`)
  add(`html lang: ${style.htmlLang}`)
  add(`section as: ${style.sectionAs}`)
  add(`heading as: ${style.headingAs}`)
  add('sections shuffled', style.sectionsShuffled)
  add('half English', style.halfEnglish)
  for (const section of expect.sections) {
    add(`section: ${section.kind} ${section.state}`)
    add(`complete: ${section.complete}`, section.state === 'rows')
    add('mine shown', section.kind === 'my-apps')
  }
  for (const list of [style.mine, style.other, style.log]) {
    const [section, rows] =
      list === style.mine
        ? (['my-apps', 'mine'] as const)
        : list === style.other
          ? (['other-apps', 'other'] as const)
          : (['app-log', 'log'] as const)
    const read = expect.sections.find(one => one.kind === section && one.state === 'rows')
    if (!read) continue
    add(`form: ${list.form}`)
    const lazy = read.rows.length > list.drawn && list.lazy !== 'none'
    add(`${rows}: ${lazy ? list.lazy : 'all at once'}`)
  }
  add(
    'stops half-way',
    expect.sections.some(one => one.total !== undefined && one.rows.length < one.total && one.state === 'rows'),
  )
  add('more than 12 frames', page.frames.length > 12)
  add('in a frame', style.iframe)
  add('arrives slowly', style.arrival === 'slow')
  add(
    `attention: ${style.attention}`,
    expect.sections.some(one => one.kind === 'attention' && one.state === 'rows'),
  )
  add('attention folded', last.includes('data-fold'))
  add(`tabs: ${style.tabs}, ${style.walkTabs ? 'both opened' : 'one hidden'}`, last.includes('data-tab'))
  add(
    `users in a ${style.usersPanel}`,
    expect.sections.some(one => one.kind === 'other-users'),
  )
  const mine = expect.sections.find(one => one.kind === 'my-apps')
  add(`filter: ${style.filter}`, mine?.state === 'rows')
  add(`filter: ${style.filter}, nothing left`, mine?.state === 'empty' && !mine.complete)
  addTable(page, add)
  addDates(page, add)
  addTruth(page, add)
  const items = expect.sections.find(one => one.kind === 'attention')?.rows.map(row => keyOf(row.identity)) ?? []
  add('two items for one app', new Set(items).size < items.length)
  add(
    'ambiguous row',
    readValues(expect).some(value => value.ambiguous),
  )
  add(
    'ambiguous value withdrawn',
    readValues(expect).some(value => value.ambiguous && value.allowed.length === 0),
  )
  add('300 apps', truth.apps.filter(app => app.place === 'mine').length === 300)
  return [...traits]
}

type Add = (trait: string, on?: unknown) => void

function addTable({ style, expect, frames }: Page, add: Add): void {
  if (!expect.sections.some(one => one.kind === 'my-apps' && one.state === 'rows')) return
  const { columns } = style
  add('columns shuffled', columns.shuffled)
  for (const role of columns.missing) add(`missing column: ${role}`)
  for (const role of columns.odd) add(`odd header: ${role}`)
  for (const extra of columns.extra) add(`extra column: ${extra}`)
  add('checkbox column', columns.checkbox)
  add('name column without header', columns.blankName)
  const grid = style.mine.form === 'grid'
  add('hidden column in the document', grid && columns.hidden && frames[0]?.includes('Internal'))
  add('gap in aria-colindex', grid && columns.hidden && !frames[0]?.includes('Internal'))
  add('cells out of order', grid && columns.cellOrder)
  add('head in its own element', columns.headApart && (grid || style.mine.form === 'divs'))
  add('link in the actions', style.linkInActions)
  add(`links: ${style.links}`)
  add(`totals: ${style.totals}`)
  add(`installer as ${style.installerAs}`)
  add('second line in names', style.secondLine)
  add('badges', style.badges)
  add('i18n-string', style.i18n)
  add(`wrappers: ${style.wrappers < 5 ? 'few' : style.wrappers}`)
  for (const [noise, on] of Object.entries(style.noise)) add(`noise: ${noise}`, on)
  add(
    'mapping: header',
    expect.mapping.headers.some(one => one.meaning !== 'ignore'),
  )
  add(
    'mapping: ignore',
    expect.mapping.headers.some(one => one.meaning === 'ignore'),
  )
  for (const { meaning } of expect.mapping.words) add(`mapping: word is ${meaning}`)
}

function addDates({ style, expect }: Page, add: Add): void {
  const dates = readValues(expect).flatMap(value => value.allowed.filter(one => typeof one === 'object'))
  if (dates.length === 0) return
  add(`dates: ${style.dates.format}`)
  add(`dates: ${style.dates.relative === 'none' ? 'absolute' : `relative, ${style.dates.relative}`}`)
  add(`dates: clock ${style.dates.clock}`)
  add('dates: time element', style.dates.machine)
  add(
    'dates: two days by zone',
    dates.some(date => date.days.length > 1),
  )
  add(
    'dates: ambiguous column',
    dates.some(date => /^\d\d\//u.test(date.shown) && date.widest.from !== date.widest.to),
  )
  add('dates: US format on a Japanese page', style.language === 'ja' && style.dates.format.startsWith('mdy'))
  add('dates: day first on an English page', style.language === 'en' && style.dates.format.startsWith('dmy'))
}

const HOSTILE: Record<string, RegExp> = {
  markup: /[<>]/u,
  'direction marks': /[\u200f\u202e]/u,
  'right to left': /[\u0590-\u06ff]/u,
  'zero width': /[\u200b\u2060]/u,
  formula: /^[=+@-]/u,
  '250 characters': /^.{250,}$/u,
  emoji: /\p{Extended_Pictographic}/u,
  'look-alike': /[а-я]/u,
  'status word': /Connected|Disconnected|Error|Expired|接続解除|エラー|期限切れ/u,
  'only digits': /^\d+$/u,
  'a date': /^\d+[/-]\d+[/-]\d+$/u,
  Japanese: /[\u3040-\u30ff\u4e00-\u9fff]/u,
  'full width': /[\uff01-\uff5e]/u,
}

function addTruth({ truth, expect }: Page, add: Add): void {
  const named = expect.sections.flatMap(one => one.rows.map(row => String(row.fields.name?.allowed[0] ?? '')))
  for (const [trait, pattern] of Object.entries(HOSTILE))
    add(
      `name: ${trait}`,
      named.some(name => pattern.test(name)),
    )
  const shown = expect.sections.filter(one => one.kind === 'my-apps').flatMap(one => one.rows)
  const mine = shown.map(row => canon(String(row.fields.name?.allowed[0] ?? '')))
  add('same name twice', new Set(mine).size < mine.length)
  for (const row of shown) add(`link: ${row.identity.kind}`)
  if (shown.length === 0) return
  for (const app of truth.apps) {
    add(`status: ${app.status.kind}`, app.place === 'mine')
    add('user-level app', app.userLevel)
    add('multi-account app', app.multiAccount)
    add(`connections note: ${typeof app.connections}`, app.connections !== undefined)
  }
}
