import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** Anything that a page owns: touching any part of it is told. */
function untouchable(name: string, touched: string[]) {
  return new Proxy(() => undefined, {
    get(_, key) {
      touched.push(`${name}.${String(key)}`)
      return undefined
    },
    apply: () => touched.push(`${name}()`),
    construct: () => {
      touched.push(`new ${name}`)
      return {}
    },
  })
}

type Listener = (message: unknown) => Promise<unknown> | undefined
const touched: string[] = []
const sendMessage = vi.fn(async () => ({ read: 'no', disclosure: false, look: {} }))
let listeners: Listener[] = []
let navigated: (() => void)[] = []

async function start(href: string) {
  vi.stubGlobal('location', { href })
  const { default: script } = await import('../../entrypoints/hubspot.content/index.ts')
  script.main(undefined as never)
}

beforeEach(() => {
  vi.resetModules()
  touched.length = 0
  listeners = []
  navigated = []
  sendMessage.mockClear()
  for (const name of [
    'document',
    'MutationObserver',
    'postMessage',
    'addEventListener',
    'dispatchEvent',
    'localStorage',
    'fetch',
    'history',
  ]) {
    vi.stubGlobal(name, untouchable(name, touched))
  }
  vi.stubGlobal('navigation', {
    addEventListener: (type: string, listener: () => void) => type === 'navigatesuccess' && navigated.push(listener),
    removeEventListener: () => undefined,
  })
  const onMessage = { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => undefined }
  vi.doMock('wxt/browser', () => ({ browser: { runtime: { id: 'ours', sendMessage, onMessage } } }))
})
afterEach(() => {
  delete (globalThis as { patchbay?: unknown }).patchbay
  vi.unstubAllGlobals()
})

describe('elsewhere than on Connected apps', () => {
  const elsewhere = [
    'https://app.hubspot.com/contacts/1/objects/0-1',
    'https://app.hubspot.com/login',
    'https://example.com/connected-apps/1',
  ]

  test.each(elsewhere)('%s: nothing but the address is looked at, and nobody is asked', async href => {
    await start(href)
    for (const listener of navigated) listener()
    expect(touched).toEqual([])
    expect(sendMessage).not.toHaveBeenCalled()
  })

  test.each(elsewhere)('%s: a press reads nothing', async href => {
    await start(href)
    const answers = listeners.map(listener => listener({ type: 'page.read', readId: 'r', look: {} }))
    expect(await Promise.all(answers)).toEqual([{ started: false, reason: 'other-page' }])
    expect(touched).toEqual([])
  })
})

test('on Connected apps the worker is asked before the page is looked at, and "no" reads nothing', async () => {
  await start('https://app.hubspot.com/connected-apps/1/installed')
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledOnce())
  expect(sendMessage).toHaveBeenCalledWith({
    type: 'page.hello',
    url: 'https://app.hubspot.com/connected-apps/1/installed',
  })
  expect(touched).toEqual([])
})

test('coming to Connected apps without a reload asks too', async () => {
  await start('https://app.hubspot.com/contacts/1')
  vi.stubGlobal('location', { href: 'https://app.hubspot.com/connected-apps/1' })
  for (const listener of navigated) listener()
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledOnce())
  expect(touched).toEqual([])
})

test('put in twice, it listens once', async () => {
  await start('https://app.hubspot.com/contacts/1')
  await start('https://app.hubspot.com/contacts/1')
  expect(listeners).toHaveLength(1)
})
