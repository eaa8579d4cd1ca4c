/** The extensions of the figures: the product and one that is empty, both with the same probe in their pages, and one whose worker does nothing. */

import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILD_FOLDER } from '../../scripts/chromium.ts'

export type Extensions = {
  /** Where they lie, to be removed when they are done with. */
  readonly folder: string
  /** The production build, its pages with the probe as their first script. */
  readonly product: string
  /** A popup and a page with one line of text each. */
  readonly empty: string
  /** A worker that refuses every message and does nothing at an alarm. */
  readonly idle: string
}

/** The first row under Needs your attention, by its heading. */
const FIRST_ROW = '[data-attention] li :is(h2, h3)'

const PROBE = 'bench-probe.js'
const scriptOf = (content: string) => `<script src="/${PROBE}" data-content="${content}"></script>`

/** A page of the product with the probe as its first script. */
export const withProbe = (html: string): string => html.replace(/<head[^>]*>/, head => head + scriptOf(FIRST_ROW))

/** The page of the empty extension: `style` makes it as large as what it is compared with. */
const emptyPage = (style: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title>${scriptOf('h1')}<style>${style}</style></head><body><main><h1>Empty</h1></main></body></html>`

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  action: { default_popup: 'popup.html' },
}

const IDLE_MANIFEST = {
  manifest_version: 3,
  name: 'Idle',
  version: '1',
  permissions: ['alarms'],
  background: { service_worker: 'worker.js' },
}

const IDLE_WORKER = `chrome.runtime.onMessage.addListener((message, sender, answer) => answer({ ok: false }))
chrome.alarms.onAlarm.addListener(async () => undefined)
`

/** Makes them in a temporary folder. */
export async function makeExtensions(): Promise<Extensions> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-bench-'))
  const [product, empty, idle] = [join(folder, 'product'), join(folder, 'empty'), join(folder, 'idle')]
  await cp(BUILD_FOLDER, product, { recursive: true })
  await mkdir(empty)
  await mkdir(idle)
  await writeFile(join(idle, 'manifest.json'), JSON.stringify(IDLE_MANIFEST))
  await writeFile(join(idle, 'worker.js'), IDLE_WORKER)
  for (const to of [product, empty]) await cp(new URL('./probe.js', import.meta.url), join(to, PROBE))
  for (const page of ['popup.html', 'options.html']) {
    const file = join(product, page)
    await writeFile(file, withProbe(await readFile(file, 'utf8')))
  }
  await writeFile(join(empty, 'manifest.json'), JSON.stringify(MANIFEST))
  await writeFile(join(empty, 'page.html'), emptyPage(''))
  await sizeEmptyPopup(empty, { width: 400, height: 500 })
  return { folder, product, empty, idle }
}

/** Gives the empty extension's popup its size in CSS pixels. The browser reads the file anew each time it opens. */
export const sizeEmptyPopup = (empty: string, { width, height }: { width: number; height: number }): Promise<void> =>
  writeFile(join(empty, 'popup.html'), emptyPage(`html, body { width: ${width}px; height: ${height}px; margin: 0 }`))
