import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canon } from './canon.ts'
import { traitsOf } from './coverage.ts'
import { notThePages, PAGE_STATES } from './notThePage.ts'
import { type FieldName, readValues, rowKey, verdict } from './page/expect.ts'
import { type Found, type FoundEvent, score } from './page/score.ts'
import { type Page, pageOfSeed } from './page.ts'
import { seenTexts } from './seenText.ts'
import { WANTED_TRAITS } from './wantedTraits.ts'

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1)
const pages = new Map(SEEDS.map(seed => [seed, pageOfSeed(seed)]))

/** What a perfect reader would hand over. */
function perfect(page: Page): { found: Found[]; events: FoundEvent[] } {
  const found: Found[] = []
  const events: FoundEvent[] = []
  for (const section of page.expect.sections) {
    for (const [index, row] of section.rows.entries()) {
      const event: Record<string, unknown> = {}
      for (const [field, { mapped }] of Object.entries(row.fields)) {
        const first = mapped[0]
        if (first === undefined) continue
        const day = typeof first === 'object' ? (first.days[0] ?? '') : ''
        const value = typeof first === 'object' ? { from: day, to: day } : first
        if (section.kind === 'app-log') event[field] = value
        else found.push({ section: section.kind, key: rowKey(section, row, index), field: field as FieldName, value })
      }
      if (section.kind === 'app-log') events.push(event)
    }
  }
  return { found, events }
}

describe('the generator of pages', () => {
  it('makes the same page from the same seed, and another from another', () => {
    for (const seed of [1, 7, 42, 299]) expect(pageOfSeed(seed)).toEqual(pages.get(seed))
    expect(new Set(SEEDS.map(seed => pages.get(seed)?.html)).size).toBe(SEEDS.length)
  })

  it('shows everything it can do within 300 seeds', () => {
    const counts = new Map<string, number>()
    for (const page of pages.values())
      for (const trait of traitsOf(page)) counts.set(trait, (counts.get(trait) ?? 0) + 1)
    const values = [...pages.values()].flatMap(page => readValues(page.expect))
    const share = (part: number) => `${((100 * part) / values.length).toFixed(1)} %`
    const topics = Map.groupBy([...counts].sort(), ([trait]) =>
      trait.includes(': ') ? trait.replace(/: .*/u, '') : '',
    )
    for (const [topic, members] of topics) {
      console.log(
        `${topic || 'others'}: ${members.map(([trait, count]) => `${trait.replace(`${topic}: `, '')} ${count}`).join(' · ')}`,
      )
    }
    console.log(
      `${values.length} readable values, ${share(values.filter(value => value.needsMapping).length)} need the mapping form, ` +
        `${share(values.filter(value => value.ambiguous).length)} ambiguous, ${share(values.filter(value => value.optional).length)} optional`,
    )
    expect(WANTED_TRAITS.filter(trait => !counts.has(trait))).toEqual([])
  })

  it('expects nothing that a person going through the page would not see', () => {
    const unseen: string[] = []
    for (const [seed, page] of pages) {
      const texts = page.frames.flatMap(seenTexts)
      const seen = new Set(texts.flatMap(({ text, title }) => [canon(text), canon(title ?? '')]))
      const markup = page.frames.join('\n')
      for (const section of page.expect.sections) {
        if (section.heading && ![...seen].some(text => text.startsWith(canon(section.heading ?? '')))) {
          unseen.push(`${seed}: heading ${section.heading}`)
        }
        for (const row of section.rows) {
          for (const [field, { shown }] of Object.entries(row.fields)) {
            if (shown && !seen.has(canon(shown))) unseen.push(`${seed}: ${section.kind} ${field} ${shown}`)
          }
          const { kind, value } = row.identity
          if (kind !== 'name' && page.expect.app === undefined && !markup.includes(`/${value}/`)) {
            unseen.push(`${seed}: link of ${kind} ${value}`)
          }
        }
      }
    }
    expect(unseen).toEqual([])
  })

  it('shows the values of a row in that row', () => {
    const torn: string[] = []
    for (const [seed, page] of pages) {
      const rows = page.frames
        .flatMap(frame => frame.split(/(?=<tr )|(?=<div [^>]*data-cells)/u).slice(1))
        .map(markup => ({
          markup,
          seen: new Set(seenTexts(markup).flatMap(({ text, title }) => [canon(text), canon(title ?? '')])),
        }))
      for (const section of page.expect.sections) {
        if (section.kind !== 'my-apps' && section.kind !== 'other-apps') continue
        for (const { identity, fields } of section.rows) {
          const shown = Object.values(fields).map(field => canon(field.shown))
          const linked = (markup: string) => identity.kind === 'name' || markup.includes(`/${identity.value}/`)
          if (!rows.some(({ markup, seen }) => linked(markup) && shown.every(text => seen.has(text)))) {
            torn.push(`${seed}: ${section.kind} ${identity.kind} ${identity.value}`)
          }
        }
      }
    }
    expect(torn).toEqual([])
  })

  it('keeps the true day within what it allows, and both readings of an ambiguous one', () => {
    for (const page of pages.values()) {
      for (const { allowed } of readValues(page.expect)) {
        for (const date of allowed) {
          if (typeof date !== 'object') continue
          for (const day of date.days) expect(verdict(allowed, { from: day, to: day })).toBe('right')
          expect(date.widest.from <= date.widest.to).toBe(true)
          const [from = '', to = from] = [date.days[0], date.days.at(-1)]
          for (const at of date.instants) expect(verdict(allowed, { from, to, at })).toBe('right')
        }
      }
    }
  })

  it('scores a perfect reader as perfect, and one that is wrong in one value as wrong', () => {
    for (const page of pages.values()) {
      const { found, events } = perfect(page)
      const best = score(page.expect, found, events, true)
      expect([best.wrong, best.missing, best.tooWide, best.wanted - best.right]).toEqual([[], [], [], 0])
      const status = found.find(one => one.field === 'status')
      if (!status) continue
      const spoiled = found.map(one => (one === status ? { ...one, value: 'no such status' } : one))
      expect(score(page.expect, spoiled, events, true).wrong).toHaveLength(1)
    }
  })

  it('shows a different identity wherever it promises one', () => {
    for (const page of pages.values()) {
      for (const section of page.expect.sections) {
        if (section.kind !== 'my-apps') continue
        const linked = section.rows
          .filter(row => row.identity.kind !== 'name')
          .map((row, index) => rowKey(section, row, index))
        expect(new Set(linked).size).toBe(linked.length)
      }
    }
  })
})

describe('documents that are not the page', () => {
  it('come in both languages and show every state', () => {
    const all = notThePages()
    expect(new Set(all.map(one => one.name)).size).toBe(all.length)
    for (const language of ['en', 'ja'] as const) {
      const states = all.filter(one => one.language === language).map(one => one.states[0])
      expect([...new Set(states)].sort()).toEqual([...PAGE_STATES].sort())
    }
  })

  it('search and filter leave less than there is', () => {
    for (const one of notThePages()) {
      if (one.name.startsWith('search without hits')) expect(one.html).not.toContain('Harborline')
      if (one.name.startsWith('search with hits')) expect(one.html).toMatch(/Harborline|Quillbox|Emberdesk/u)
    }
  })
})

describe('the folder', () => {
  it('shares no code with the product', () => {
    const foreign: string[] = []
    for (const file of readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ts|js)$/u.test(file)) continue
      const depth = file.split('/').length - 1
      const source = readFileSync(new URL(file, import.meta.url), 'utf8')
      for (const [, from = ''] of source.matchAll(/^(?:import|export)\s[^']*?\sfrom '([^']+)'$/gmu)) {
        const up = from.split('../').length - 1
        if (from.startsWith('.') ? up > depth : !/^(?:node:|vitest$)/u.test(from)) foreign.push(`${file}: ${from}`)
      }
    }
    expect(foreign).toEqual([])
  })
})
