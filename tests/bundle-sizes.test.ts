/** What each part of the built extension weighs. The popup opens as fast as it is small; the worker starts so. */

import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { type Node, ROOT, walk } from './sources.ts'

const BUILD = `${ROOT}.output/chrome-mv3/`
const KB = 1000
/** Preact keeps this name in any build, and nothing else of ours has it. */
const PREACT = 'dangerouslySetInnerHTML'

const read = (file: string) => readFileSync(`${BUILD}${file}`, 'utf8')

/** The scripts that a built page loads at once. */
function scriptsOf(page: string): string[] {
  return [...read(page).matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)].map(([, file = '']) => file)
}

/** What a built script imports: at once, or later too. */
function importsOf(file: string, which: 'at once' | 'ever'): string[] {
  const found: string[] = []
  walk(parseSync(file, read(file)).program as unknown as Node, ({ type, source }) => {
    const specifier = (source as Node | undefined)?.value
    if (typeof specifier !== 'string' || !specifier.startsWith('.')) return
    if (type !== 'ImportExpression' || which === 'ever') found.push(posix.join(posix.dirname(file), specifier))
  })
  return found
}

/** These scripts and all that they import, each once. */
function graph(files: readonly string[], which: 'at once' | 'ever'): string[] {
  const reached = new Set(files)
  for (const file of reached) for (const next of importsOf(file, which)) reached.add(next)
  return [...reached]
}

/** Their weight as a store or a disk compresses them, file by file. */
const weight = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)

const popup = graph(scriptsOf('popup.html'), 'at once')
const worker = graph(['background.js'], 'ever')

describe.each([
  ['the popup, before anything is loaded later', popup, 20],
  ['the worker', worker, 80],
  ['the page reader', ['content-scripts/hubspot.js'], 30],
  ['the options page with all that it loads later', graph(scriptsOf('options.html'), 'ever'), 160],
])('%s', (name, files, limit) => {
  test(`is at most ${limit} kB gzip`, () => {
    const size = weight(files)
    console.log(`${name}: ${(size / KB).toFixed(1)} kB gzip of ${limit} (${files.length} files)`)
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(limit * KB)
  })
})

test('the worker draws nothing, so it holds no Preact; the popup does', () => {
  const holdsPreact = (files: readonly string[]) => files.some(file => read(file).includes(PREACT))
  expect(holdsPreact(popup)).toBe(true)
  expect(holdsPreact(worker)).toBe(false)
})

test('the worker loads nothing later: a service worker cannot', () => {
  expect(graph(['background.js'], 'at once')).toEqual(worker)
})

test('the page reader is one file: a page cannot load a second', () => {
  expect(existsSync(`${BUILD}content-scripts/hubspot.js`)).toBe(true)
  expect(importsOf('content-scripts/hubspot.js', 'ever')).toEqual([])
})
