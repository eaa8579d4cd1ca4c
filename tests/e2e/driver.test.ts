/** The tests' own tools: each can see what it is there to see. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { aria, axe, byRole, texts } from './accessible.ts'
import { type Driver, launch } from './browser.ts'
import { type HttpsServer, html, serveHttps } from './https.ts'

declare const chrome: WebExtension

let server: HttpsServer
let patchbay: Driver

beforeAll(async () => {
  server = await serveHttps(html('<!doctype html><title>Stand-in</title><p>Hello</p>'))
  patchbay = await launch({ hosts: server.port })
  // A fresh install opens this by itself, which would come to the front in the middle of a test
  const welcome = await patchbay.browser.waitForTarget(target => target.url().endsWith('/options.html'))
  await (await welcome.page())?.close()
})

afterAll(async () => {
  await patchbay?.close()
  await server?.close()
})

/** The title of the tab in front, read as the product would: with `scripting`, from outside the tab. */
const titleRead = () =>
  patchbay.inside(async () => {
    const [tab] = await chrome.tabs.query({ active: true })
    const injection = { target: { tabId: tab?.id ?? -1 }, func: () => document.title }
    return chrome.scripting.executeScript(injection).then(([read]) => String(read?.result), String)
  })

test('HubSpot’s host names lead to the loopback server, other names nowhere', async () => {
  const page = await patchbay.open('https://app-eu1.hubspot.com/connected-apps/1')
  expect(await page.title()).toBe('Stand-in')
  expect(server.requests).toContain('GET app-eu1.hubspot.com/connected-apps/1')
  await expect(patchbay.open('https://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
})

test('the popup opened on a tab grants activeTab there, as a click on the toolbar does', async () => {
  const page = await patchbay.open('https://app.hubspot.com/one')
  expect(await titleRead()).toContain('Cannot access')
  await patchbay.popup(page)
  expect(await titleRead()).toBe('Stand-in')
})

test('a host is granted by the product’s own request after grant(), and taken back by revoke()', async () => {
  const patterns = ['https://app.hubspot.com/*', 'https://app-eu1.hubspot.com/*']
  const contains = () => patchbay.inside(origins => chrome.permissions.contains({ origins }), patterns)
  await patchbay.grant(patterns)
  expect(await contains()).toBe(false)
  expect(await patchbay.inside(origins => chrome.permissions.request({ origins }), patterns)).toBe(true)
  expect(await contains()).toBe(true)
  await patchbay.revoke(patterns)
  expect(await contains()).toBe(false)
})

test('badge() reads what the toolbar shows', async () => {
  await patchbay.inside(async () => {
    await chrome.action.setBadgeText({ text: '7' })
    await chrome.action.setBadgeBackgroundColor({ color: '#b3261e' })
    await chrome.action.setTitle({ title: 'Seven' })
  })
  expect(await patchbay.badge()).toEqual({ text: '7', title: 'Seven', color: '#b3261e' })
})

test('elements are found by role and name, and axe sees a button without one', async () => {
  const page = await patchbay.open('https://app.hubspot.com/one')
  await page.setContent('<!doctype html><html lang="en"><title>T</title><main><h1>H</h1><button>Go</button></main>')
  expect(await texts(page, 'button', 'Go')).toEqual(['Go'])
  expect(await (await byRole(page, 'main')).$(aria('button', 'Gone'))).toBeNull()
  expect(await axe(page)).toEqual([])
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await axe(page)).toContainEqual(expect.stringContaining('button-name'))
})

test('asking by role in a tab that is not in front fails at once, instead of hanging', async () => {
  const behind = await patchbay.open('https://app.hubspot.com/one')
  await patchbay.open('https://app.hubspot.com/two')
  await expect(byRole(behind, 'main')).rejects.toThrow('is not in front')
})

test('problems() has the errors and the CSP violations of our pages', async () => {
  const options = await patchbay.options()
  await options.evaluate(() => {
    console.error('said aloud')
    const image = document.createElement('img')
    image.src = 'https://app.hubspot.com/image.png'
  })
  await expect.poll(() => patchbay.problems()).toHaveLength(2)
  expect(patchbay.problems()).toEqual([
    expect.stringContaining('said aloud'),
    expect.stringContaining('Content Security Policy'),
  ])
})

test('a request of the extension to a host that it has no access to is found out when the browser is closed', async () => {
  const other = await launch({ hosts: server.port })
  const ask = (url: string) => other.inside(to => fetch(to).then(answer => answer.status, String), url)
  await other.grant(['https://app.hubspot.com/*'])
  await other.inside(origins => chrome.permissions.request({ origins }), ['https://app.hubspot.com/*'])
  expect(await ask('https://app.hubspot.com/one')).toBe(200)
  await other.revoke(['https://app.hubspot.com/*']) // what went out before was allowed
  await ask('https://telemetry.example/')
  await other.insideWorker(() =>
    fetch('https://api.hubapi.com/')
      .catch(() => undefined)
      .then(() => undefined),
  )
  await other.open('https://app-eu1.hubspot.com/opened-by-a-person')
  await expect(other.close()).rejects.toThrow('Requests to hosts without access: telemetry.example, api.hubapi.com')
})
