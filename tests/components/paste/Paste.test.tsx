// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '../../../storage/db.ts'
import { begin, end, open, settle, until } from '../options/page.tsx'
import { click, find, findAll, type as typeInto } from '../ui/screen.tsx'

beforeEach(begin)
afterEach(end)

const link = (portal: string | null, number: number, name: string) =>
  portal === null
    ? name
    : `<a href="https://app-eu1.hubspot.com/integrations-settings/${portal}/installed/framework/${number}/general-settings">${name}</a>`

const copied = (portal: string | null) => `<h1>Connected apps</h1><h2>My apps</h2><p>2 apps</p>
  <table><thead><tr><th>App</th><th>Status</th><th>Install date</th><th>Installed by</th><th>Last activity date</th></tr></thead>
  <tbody><tr><td>${link(portal, 1, 'Ledgerlane')}</td><td>Error</td><td>14 Feb 2024</td><td>Sam K.</td><td>9 Nov 2026</td></tr>
  <tr><td>${link(portal, 2, 'Adlantern')}</td><td>Connected</td><td>3 Mar 2024</td><td>Robin T.</td><td>12 Nov 2026</td></tr></tbody></table>`

const paste = async (html: string, text = '') => {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const data = { getData: (type: string) => (type === 'text/html' ? html : text) }
  Object.defineProperty(event, 'clipboardData', { value: data })
  await act(() => void document.querySelector('textarea')?.dispatchEvent(event))
  await settle()
}
const body = () => document.body.textContent ?? ''

test('nothing is read before the person agreed', async () => {
  await open('#/paste')
  await paste(copied('4411007'))
  expect(findAll('button', 'Store')).toEqual([])
  expect(body()).not.toContain('Ledgerlane')
})

test('what was read is shown first, and stored only when it is said', async () => {
  await open('#/paste', { agreedAt: 1 })
  await paste(copied('4411007'))
  expect(body()).toContain('Of account 4411007, by its links; it will be added')
  expect(body()).toContain('My apps 2 of 2')
  expect(body()).toContain('Ledgerlane')
  expect(await db.facts.count()).toBe(0)
  expect(await db.accounts.count()).toBe(0)
  await click(find('button', 'Store'))
  await until(() => expect(location.hash).toMatch(/^#\/home/))
  expect(await db.accounts.get('hubspot:4411007')).toBeDefined()
  const apps = await db.apps.toArray()
  expect(apps.map(app => [app.name, app.status?.value.status])).toEqual(
    expect.arrayContaining([
      ['Adlantern', 'connected'],
      ['Ledgerlane', 'error'],
    ]),
  )
  expect((await db.reads.toArray())[0]).toMatchObject({ way: 'paste', state: 'recognised' })
})

test('a paste that names no account asks for one', async () => {
  await open('#/paste', { agreedAt: 1 })
  await paste(copied(null))
  expect(find('button', 'Store').getAttribute('aria-disabled')).toBe('true')
  await typeInto(find('textbox', 'Account number') as HTMLInputElement, '4422008')
  await settle()
  await click(find('button', 'Store'))
  await until(() => expect(location.hash).toMatch(/^#\/home/))
  expect(await db.accounts.get('hubspot:4422008')).toBeDefined()
})

test('what is not understood stores nothing, and says so', async () => {
  await open('#/paste', { agreedAt: 1 })
  await paste('', 'A shopping list\nmilk')
  expect(body()).toContain('The page was not understood')
  expect(find('button', 'Store').getAttribute('aria-disabled')).toBe('true')
  await click(find('button', 'Discard'))
  expect(body()).toContain('Paste the Connected apps page')
  expect(await db.accounts.count()).toBe(0)
})

test('an empty clipboard is said to be empty', async () => {
  await open('#/paste', { agreedAt: 1 })
  await paste('  ', '')
  expect(body()).toContain('The clipboard holds no text.')
})
