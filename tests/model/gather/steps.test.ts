import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { gatherInSteps, gatherView } from '../../../storage/model/gather/gatherView.ts'
import { pageOfSeed } from '../../hubspot/page.ts'

const OPTIONS = { url: 'https://app.hubspot.com/connected-apps/147/installed', at: 1000, zone: 'UTC' }

const documentOf = (seed: number) => {
  const [html = ''] = pageOfSeed(seed).frames
  return new new Window().DOMParser().parseFromString(html, 'text/html') as unknown as Document
}

test.each([1, 2, 3])('page %i in steps says what it says at once, and the page has its turns in between', seed => {
  const document = documentOf(seed)
  const steps = gatherInSteps(document, OPTIONS)
  let turns = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) turns++
  expect(step.value).toEqual(gatherView(document, OPTIONS))
  expect(step.value.grids.length).toBeGreaterThan(0)
  expect(turns).toBeGreaterThan(1)
})

test('a page that is emptied between two steps makes none of them throw', () => {
  const document = documentOf(1)
  const steps = gatherInSteps(document, OPTIONS)
  steps.next()
  document.body.replaceChildren()
  let step = steps.next()
  while (!step.done) step = steps.next()
  expect(step.value).toMatchObject({ url: OPTIONS.url, at: 1000 })
})
