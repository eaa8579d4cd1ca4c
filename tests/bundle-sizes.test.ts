/** What each part of the built extension weighs. The popup opens as fast as it is small; the worker starts so. */

import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILD, graph, importsOf, KB, parts, readBuilt, weight } from './bench/sizes.ts'

/** Preact keeps this name in any build, and nothing else of ours has it. */
const PREACT = 'dangerouslySetInnerHTML'

const [popup, worker] = parts().map(({ files }) => files)

describe.each(parts())('$name', ({ name, files, limit }) => {
  test(`is at most ${limit} kB gzip`, () => {
    const size = weight(files)
    console.log(`${name}: ${(size / KB).toFixed(1)} kB gzip of ${limit} (${files.length} files)`)
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(limit * KB)
  })
})

test('the worker draws nothing, so it holds no Preact; the popup does', () => {
  const holdsPreact = (files: readonly string[] = []) => files.some(file => readBuilt(file).includes(PREACT))
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
