import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { type Collection, collect } from '../../../storage/model/gather/collect.ts'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { type Score, score } from '../../hubspot/page/score.ts'
import { type Page, pageOfSeed } from '../../hubspot/page.ts'
import { foundOn, mappingFrom } from './found.ts'

/** More, or others, by `SEEDS`, `SEEDS_FROM`; with `SEEDS_DETAIL=1` each value that was not read is told. */
const SEEDS = Number(process.env.SEEDS ?? 300)
const FIRST = Number(process.env.SEEDS_FROM ?? 1)
/** Between two frames of a walk: a person scrolls. */
const STEP = 200

/** Everything that one walk through a page shows, put together as the page reader does. */
const walked = async (page: Page): Promise<PageView> => {
  const started = Date.parse(page.truth.now)
  const window = new Window()
  const parser = new window.DOMParser() as unknown as DOMParser
  let collection: Collection | null = null
  for (const [index, frame] of page.frames.entries()) {
    const document = parser.parseFromString(frame, 'text/html')
    const at = started + index * STEP
    collection = collect(collection, gatherView(document, { url: page.url, at, zone: page.truth.zone }))
  }
  await window.happyDOM.close()
  return (collection as unknown as Collection).view
}

test(`${SEEDS} random pages: no wrong value, 95 of 100 read before the mapping form and all after it`, async () => {
  const before: Score[] = []
  const after: Score[] = []
  const claims: string[] = []
  let proven = 0
  let provable = 0
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const page = pageOfSeed(seed)
    const view = await walked(page)
    const plain = recognise(view, { now: view.at, mapping: null })
    const first = foundOn(plain, page.truth.zone, null)
    before.push(named(seed, score(page.expect, first.found, first.events, false)))
    const mapping = mappingFrom(page.expect, view, plain)
    const mapped = recognise(view, { now: view.at, mapping })
    const second = foundOn(mapped, page.truth.zone, mapping)
    after.push(named(seed, score(page.expect, second.found, second.events, true)))
    for (const section of page.expect.sections) {
      if (section.complete === true) provable++
      const read = plain.sections.filter(({ kind }) => kind === section.kind)
      if (section.complete === true && read.some(({ complete }) => complete)) proven++
      if (section.complete === false && read.some(({ complete }) => complete)) claims.push(`${seed} ${section.kind}`)
    }
    if (plain.portal !== page.expect.portal) claims.push(`${seed} portal ${plain.portal}`)
    if (plain.home !== null && plain.home !== page.expect.home)
      claims.push(`${seed} home ${plain.home} ${page.expect.home}`)
  }
  const share = (scores: Score[]) => sum(scores, 'right') / sum(scores, 'wanted')
  const wrong = [...before, ...after].flatMap(one => one.wrong)
  const wide = before.flatMap(one => one.tooWide)
  console.log(
    `${SEEDS} pages, ${sum(before, 'wanted')} values: ${(share(before) * 100).toFixed(2)} % read, ` +
      `${(share(after) * 100).toFixed(2)} % after the mapping form, ${wrong.length} wrong, ${wide.length} too wide; ` +
      `${proven} of ${provable} complete sections proven complete, ${claims.length} false claims`,
  )
  if (process.env.SEEDS_DETAIL) {
    console.log('WRONG', wrong.slice(0, 60).join('\n'))
    console.log(
      'MISSING',
      before
        .flatMap(one => one.missing)
        .slice(0, 400)
        .join('\n'),
    )
    console.log(
      'MISSING AFTER',
      after
        .flatMap(one => one.missing)
        .slice(0, 400)
        .join('\n'),
    )
    console.log('WIDE', wide.slice(0, 40).join('\n'))
    console.log('CLAIMS', claims.join('\n'))
  }
  expect(wrong).toEqual([])
  expect(claims).toEqual([])
  expect(share(before)).toBeGreaterThanOrEqual(0.95)
  expect(after.flatMap(one => one.missing)).toEqual([])
  expect(share(after)).toBe(1)
}, 1_800_000)

const sum = (scores: Score[], what: 'right' | 'wanted') => scores.reduce((total, one) => total + one[what], 0)

const named = (seed: number, one: Score): Score => {
  const tag = (texts: string[]) => texts.map(text => `${seed}: ${text}`)
  return { ...one, wrong: tag(one.wrong), missing: tag(one.missing), tooWide: tag(one.tooWide) }
}
