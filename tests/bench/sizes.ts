/** What each part of the built extension weighs, gzipped file by file, as a store or a disk compresses it. */

import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import { type Node, ROOT, walk } from '../sources.ts'
import { type Figure, judged, type Row } from './figure.ts'

export const BUILD = `${ROOT}.output/chrome-mv3/`
export const KB = 1000

export type Part = {
  readonly name: string
  /** Scripts it consists of, from the root of the build. */
  readonly files: readonly string[]
  /** kB gzip that it may weigh. */
  readonly limit: number
}

/** The text of a file of the build. */
export const readBuilt = (file: string): string => readFileSync(`${BUILD}${file}`, 'utf8')

/** The scripts that a built page loads at once. */
function scriptsOf(page: string): string[] {
  return [...readBuilt(page).matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)].map(([, file = '']) => file)
}

/** What an import names: a string, or as the minifier writes it in `import()`, a template without holes. */
function specifierOf(source: Node | undefined): unknown {
  if (source?.type !== 'TemplateLiteral') return source?.value
  const [only, ...more] = source.quasis as { readonly value: { readonly cooked: string } }[]
  return more.length === 0 ? only?.value.cooked : undefined
}

/** What a built script imports: at once, or later too. */
export function importsOf(file: string, which: 'at once' | 'ever'): string[] {
  const found: string[] = []
  walk(parseSync(file, readBuilt(file)).program as unknown as Node, ({ type, source }) => {
    const specifier = specifierOf(source as Node | undefined)
    if (typeof specifier !== 'string' || !specifier.startsWith('.')) return
    if (type !== 'ImportExpression' || which === 'ever') found.push(posix.join(posix.dirname(file), specifier))
  })
  return found
}

/** These scripts and all that they import, each once. */
export function graph(files: readonly string[], which: 'at once' | 'ever'): string[] {
  const reached = new Set(files)
  for (const file of reached) for (const next of importsOf(file, which)) reached.add(next)
  return [...reached]
}

/** Bytes of these files, gzipped one by one. */
export const weight = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readBuilt(file)).length, 0)

/** Files of the options page that opening it does not fetch; their names stand in wxt.config.ts. */
const isNotifications = (file: string) => file.startsWith('chunks/notifications-')
const isReading = (file: string) => file.startsWith('chunks/reading-')

/** The parts that have a limit. Reads the build. */
export const parts = (): Part[] => {
  const options = graph(scriptsOf('options.html'), 'ever')
  return [
    {
      name: 'the popup, before anything is loaded later',
      files: graph(scriptsOf('popup.html'), 'at once'),
      limit: 20,
    },
    // 80 without notifications, 30 of them Dexie; a service worker cannot load anything later.
    { name: 'the worker', files: graph(['background.js'], 'ever'), limit: 100 },
    { name: 'the page reader', files: ['content-scripts/hubspot.js'], limit: 30 },
    {
      name: 'the options page with every view but those below',
      files: options.filter(file => !isNotifications(file) && !isReading(file)),
      limit: 160,
    },
    { name: 'what paste, mapping and the sample load', files: options.filter(isReading), limit: 45 },
    { name: 'Notifications', files: options.filter(isNotifications), limit: 45 },
  ]
}

/** The sizes beside their limits. */
export const sizes: Figure = {
  name: 'sizes',
  measure: async () =>
    parts().map(({ name, files, limit }): Row => {
      const size = weight(files) / KB
      return {
        figure: `Size of ${name}`,
        value: `${size.toFixed(1)} kB`,
        range: '',
        ...judged(size, { atMost: limit }, ' kB'),
        beside: `gzip, ${files.length} ${files.length === 1 ? 'file' : 'files'}`,
      }
    }),
}
