import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Driver, launch } from './browser.ts'

let patchbay: Driver

beforeAll(async () => {
  patchbay = await launch()
})

afterAll(async () => {
  await patchbay?.close()
})

test('the worker starts, and starts again after its death', async () => {
  await patchbay.wake()
  await patchbay.killWorker()
  expect(await patchbay.insideWorker(() => location.pathname)).toBe('/background.js')
  await patchbay.killWorker()
  expect(await patchbay.insideWorker(() => location.pathname)).toBe('/background.js')
})

test('options and popup open with a main landmark', async () => {
  const options = await patchbay.options()
  await options.waitForSelector('main')
  const popup = await patchbay.popup()
  await popup.waitForSelector('main')
})

test('the pages log no error and break no rule of the CSP', async () => {
  const options = await patchbay.options()
  await options.waitForSelector('main')
  expect(patchbay.problems()).toEqual([])
})
