/** Looks for a text wherever the extension could have left it: in its stores, in its pages, in what it said, on the disk. */

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import type { Driver } from '../browser.ts'

declare const chrome: WebExtension

/** Names of the places in the extension's stores that hold the text, keys and values alike: `session: vault email:resend`. */
export async function storesWith(patchbay: Driver, text: string): Promise<string[]> {
  const places = await patchbay.inside(readStores)
  return places.flatMap(([place, content]) => (content.includes(text) ? [place] : []))
}

/** Runs in a page of the extension: every item of every store, bytes as one character each. */
async function readStores(): Promise<[place: string, content: string][]> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const written = (value: unknown): string =>
    JSON.stringify(value, (_, inner) => {
      if (inner instanceof ArrayBuffer) return written(new Uint8Array(inner))
      return ArrayBuffer.isView(inner) ? String.fromCharCode(...(inner as Uint8Array)) : inner
    }) ?? ''
  const found: [string, string][] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name))
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table)
      const [keys, rows] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())])
      for (const [index, row] of rows.entries()) found.push([`${name}: ${table}`, written([keys[index], row])])
    }
    db.close()
  }
  for (const area of ['local', 'session', 'sync'] as const)
    for (const [item, value] of Object.entries(await chrome.storage[area].get()))
      found.push([`${area}: ${item}`, written([item, value])])
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
    for (const item of Object.entries(storage)) found.push([name, written(item)])
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push([`cache ${name}`, request.url])
  found.push(['alarms', written(await chrome.alarms.getAll())])
  found.push(['cookies', document.cookie])
  return found
}

/** Listens to every message that any other page or the worker sends, from now on. */
export async function listen(patchbay: Driver): Promise<void> {
  await patchbay.inside(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    chrome.runtime.onMessage.addListener(((message: unknown) => void heard.push(message)) as never)
  })
}

/** All that was heard, as one text. */
export function heard(patchbay: Driver): Promise<string> {
  return patchbay.inside(() => JSON.stringify((globalThis as unknown as { heard: unknown }).heard))
}

/** A page's whole document, with what stands in its fields. */
export function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')]
    const values = fields.map(field => (field as HTMLInputElement).value)
    return [document.documentElement.outerHTML, location.href, document.title, ...values].join('\n')
  })
}

/** Files below a folder that hold the text, in one byte a character or two; nothing of them is decoded. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const file of files) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0)) // gone meanwhile
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.push(relative(folder, path))
  }
  return found
}
