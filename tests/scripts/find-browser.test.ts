import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.cjs'

let folder: string
const PATH = () => ['one', 'two'].map(name => join(folder, name)).join(delimiter)

async function program(...path: string[]): Promise<string> {
  const file = join(folder, ...path)
  await writeFile(file, '')
  await chmod(file, 0o755)
  return file
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-'))
  await Promise.all(['one', 'two'].map(name => mkdir(join(folder, name))))
})

afterAll(() => rm(folder, { recursive: true }))

test('nothing is found where nothing is', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: PATH() } })).toBeUndefined()
  expect(findBrowser({ platform: 'linux', env: {} })).toBeUndefined()
})

test('Chromium comes before Chrome, wherever on the PATH each is', async () => {
  const chrome = await program('one', 'google-chrome')
  expect(findBrowser({ platform: 'linux', env: { PATH: PATH() } })).toBe(chrome)
  const chromium = await program('two', 'chromium')
  expect(findBrowser({ platform: 'linux', env: { PATH: PATH() } })).toBe(chromium)
})

test('CHROME_PATH outranks the search, and a wrong one is an error', async () => {
  const chosen = await program('one', 'mine')
  expect(findBrowser({ platform: 'linux', env: { PATH: PATH(), CHROME_PATH: chosen } })).toBe(chosen)
  const wrong = { platform: 'linux', env: { PATH: PATH(), CHROME_PATH: join(folder, 'none') } }
  expect(() => findBrowser(wrong)).toThrow('no program is there')
})
