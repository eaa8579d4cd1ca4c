// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FromPage, PageAnswer } from '../../storage/model/messages.ts'
import { look } from './overlayLook.ts'

type Sent = { message: FromPage; answer(with_: unknown): void }
const sent: Sent[] = []
const sendMessage = (message: FromPage) =>
  new Promise<unknown>(resolve => {
    sent.push({ message, answer: resolve })
    if (message.type === 'page.progress') resolve(null)
  })
vi.doMock('wxt/browser', () => ({ browser: { runtime: { id: 'ours', sendMessage } } }))
const { createReader } = await import('../../entrypoints/hubspot.content/reader.ts')

const APPS = 'https://app.hubspot.com/connected-apps/4411007/installed'
const OTHER_ACCOUNT = 'https://app.hubspot.com/connected-apps/4411008/installed'
const stored: Partial<PageAnswer> = {
  outcome: 'stored',
  state: 'recognised',
  sections: [],
  attention: [],
  attentionCount: 0,
  look,
}
const of = (type: FromPage['type']) => sent.filter(({ message }) => message.type === type)
/** The next message of that type, as soon as it is sent. */
const next = (type: FromPage['type'], nth = 0) =>
  vi.waitFor(() => of(type)[nth] ?? expect.fail(`no ${type}`), { timeout: 10_000, interval: 10 })
/** The read is over, and what was answered to it is shown. */
const ended = () => vi.waitFor(() => expect(of('page.progress').at(-1)?.message).toMatchObject({ phase: 'done' }))
const observed = vi.spyOn(MutationObserver.prototype, 'observe')
const overlays = () => document.querySelectorAll('patchbay-overlay').length
const at = (href: string) => vi.stubGlobal('location', { href })
const pressed = (readId: string) => ({ type: 'page.read', readId, look }) as const

beforeEach(() => {
  sent.length = 0
  observed.mockClear()
  document.body.innerHTML = '<main><p>There are no connected apps in this account.</p></main>'
  Element.prototype.checkVisibility = () => true // happy-dom draws nothing
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 300, 20)
  at(APPS)
})
afterEach(() => vi.unstubAllGlobals())

test('an answer that comes after the page was left starts nothing', async () => {
  const reader = createReader(() => undefined)
  reader.moved()
  const hello = await next('page.hello')
  reader.left()
  hello.answer({ read: 'automatic', disclosure: true, look })
  await Promise.resolve().then(() => Promise.resolve())
  expect(observed).not.toHaveBeenCalled()
})

test('what was stored of a page that was left is not shown on the next one', async () => {
  const reader = createReader(() => undefined)
  expect(reader.readOnClick(pressed('one'))).toEqual({ started: true })
  const view = await next('page.view')
  reader.left()
  view.answer(stored)
  await ended()
  expect(overlays()).toBe(0)
})

test('a read during which the tab goes to another account sends nothing of either', async () => {
  const reader = createReader(() => undefined)
  reader.readOnClick(pressed('one'))
  at(OTHER_ACCOUNT)
  reader.moved()
  const told = await next('page.progress')
  expect(told.message).toMatchObject({ readId: 'one', phase: 'cancelled' })
  expect(of('page.view')).toEqual([])
})

test('one read at a time', async () => {
  const reader = createReader(() => undefined)
  reader.readOnClick(pressed('one'))
  expect(reader.readOnClick(pressed('two'))).toEqual({ started: false, reason: 'busy' })
  const view = await next('page.view')
  expect(view.message).toMatchObject({ readId: 'one', level: 1, final: true, view: { url: APPS } })
  view.answer(stored)
  await ended()
  expect(overlays()).toBe(1)
  reader.dispose()
  expect(overlays()).toBe(0)
})
