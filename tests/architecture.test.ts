/** The shape of the code as docs/architecture.md draws it, checked on every file. */

import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localTarget, type Node, PRODUCT, parse, ROOT, type Source, sourcesIn, walk } from './sources.ts'

type Zone = {
  /** The files it is about: the first zone that fits a path counts. */
  readonly folder: string
  /** Folders and files it may import from, besides itself. */
  readonly mayImport: readonly string[]
  /** Packages it may not import, or the only ones it may. */
  readonly packages: { readonly except: readonly string[] } | { readonly only: readonly string[] }
}

const SCREENS = ['preact', 'uplot', '@tanstack/virtual-core']

const ZONES: readonly Zone[] = [
  { folder: 'storage/model', mayImport: [], packages: { only: ['valibot'] } }, // as pure as the model itself
  { folder: 'storage', mayImport: ['public/_locales'], packages: { except: SCREENS } },
  { folder: 'components/useLive.ts', mayImport: ['storage'], packages: { except: [] } }, // its one door to Dexie
  { folder: 'components', mayImport: ['storage'], packages: { except: ['dexie'] } },
  { folder: 'entrypoints/background', mayImport: ['storage'], packages: { except: SCREENS } },
  { folder: 'entrypoints/hubspot.content', mayImport: ['storage/model'], packages: { except: ['dexie', ...SCREENS] } },
  { folder: 'entrypoints/popup', mayImport: ['components', 'storage'], packages: { except: ['dexie'] } },
  { folder: 'entrypoints/options', mayImport: ['components', 'storage'], packages: { except: ['dexie'] } },
]

const isIn = (folder: string, path: string) => path === folder || path.startsWith(`${folder}/`)
const isOf = (name: string, specifier: string) => specifier === name || specifier.startsWith(`${name}/`)

/** Whether a file may import that. */
function isAllowed(path: string, specifier: string): boolean {
  const zone = ZONES.find(({ folder }) => isIn(folder, path))
  if (zone === undefined) return false
  const target = localTarget(path, specifier)
  if (target !== undefined) return [zone.folder, ...zone.mayImport].some(folder => isIn(folder, target))
  const { packages } = zone
  if ('only' in packages) return packages.only.some(name => isOf(name, specifier))
  return !packages.except.some(name => isOf(name, specifier))
}

/** Ways to turn a string into markup. The CSP refuses them all at run time; here they show before. */
const MARKUP_FROM_STRINGS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
])

function markupFromString(node: Node): string | undefined {
  const name = node.type === 'Literal' ? node.value : node.name
  return typeof name === 'string' && MARKUP_FROM_STRINGS.has(name) ? name : undefined
}

/** What the model may not ask by itself: it is given a clock, and chance and the world have no place in it. */
const IMPURE_CALLS =
  /^(Date\.now|performance\.now|Math\.random|crypto\.\w+|fetch|setTimeout|setInterval|queueMicrotask)$/
const IMPURE_OBJECTS = /^(Temporal\.Now|(browser|chrome|indexedDB|localStorage|sessionStorage|navigator)\.\w+)$/

/** `a` or `a.b` of such an expression, without the `globalThis.` and `window.` before it. */
function dotted(node: unknown): string {
  const { type, name, object, property } = node as Node
  if (type === 'Identifier') return String(name)
  if (type !== 'MemberExpression') return ''
  return `${dotted(object)}.${(property as Node).name}`.replace(/^(globalThis|window|self)\./, '')
}

function impurity(node: Node): string | undefined {
  if (node.type === 'CallExpression') {
    const called = dotted(node.callee)
    return IMPURE_CALLS.test(called) || called === 'Date' ? `${called}()` : undefined
  }
  if (node.type === 'NewExpression') {
    return dotted(node.callee) === 'Date' && (node.arguments as Node[]).length === 0 ? 'new Date()' : undefined
  }
  const name = dotted(node)
  return IMPURE_OBJECTS.test(name) ? name : undefined
}

/** Nothing but what other files export: a reader has to open a second file to learn what the first is. */
function isBarrel({ program }: Source): boolean {
  const statements = program.body as Node[]
  const isPassedOn = ({ type, source }: Node) => /^Export(All|Named)Declaration$/.test(type) && Boolean(source)
  return statements.some(isPassedOn) && statements.every(node => isPassedOn(node) || node.type === 'ImportDeclaration')
}

/** `path:line: what` for every node of which `find` says something. */
function findings(sources: readonly Source[], find: (node: Node) => string | undefined): string[] {
  const found: string[] = []
  for (const source of sources) {
    walk(source.program, node => {
      const what = find(node)
      if (what !== undefined) found.push(`${source.path}:${source.line(node)}: ${what}`)
    })
  }
  return found
}

const product = sourcesIn(PRODUCT)

describe('every file of the product', () => {
  test('imports only downwards', () => {
    const wrong = product.flatMap(({ path, imports }) =>
      imports.filter(specifier => !isAllowed(path, specifier)).map(specifier => `${path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('turns no string into markup', () => {
    expect(findings(product, markupFromString)).toEqual([])
  })

  test('in storage/model asks no clock, no chance and no browser', () => {
    const model = product.filter(({ path }) => isIn('storage/model', path))
    expect(model).not.toEqual([])
    expect(findings(model, impurity)).toEqual([])
  })

  test('says something itself: no barrels', () => {
    expect(product.filter(isBarrel).map(({ path }) => path)).toEqual([])
  })

  test('is named after what it does: no utils', () => {
    const all = [...product, ...sourcesIn(['scripts', 'tests'])].map(({ path }) => path)
    expect(all.filter(path => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/i.test(path))).toEqual([])
  })

  test('under entrypoints belongs to one of the four: WXT takes each index one level down for one', () => {
    const names = readdirSync(`${ROOT}entrypoints`).sort()
    expect(names).toEqual(['background', 'hubspot.content', 'options', 'popup'])
  })
})

describe('these rules themselves', () => {
  test.each([
    ['storage/model/issues/judge.ts', '../facts/facts.ts', true],
    ['storage/model/issues/judge.ts', '../../db.ts', false],
    ['storage/model/issues/judge.ts', 'valibot', true],
    ['storage/model/issues/judge.ts', 'wxt/browser', false],
    ['storage/db.ts', 'dexie', true],
    ['storage/db.ts', 'preact/hooks', false],
    ['storage/db.ts', '../components/send.ts', false],
    ['components/ui/Button.tsx', '../../storage/i18n.ts', true],
    ['components/ui/Button.tsx', '../../entrypoints/background/badge.ts', false],
    ['entrypoints/background/wake.ts', '../../components/send.ts', false],
    ['entrypoints/background/wake.ts', '../popup/main.tsx', false],
    ['entrypoints/hubspot.content/index.ts', '../../storage/db.ts', false],
    ['entrypoints/hubspot.content/index.ts', '../../storage/model/facts/facts.ts', true],
    ['entrypoints/popup/main.tsx', '../../components/Popup.tsx', true],
    ['storage/db.ts', '../tests/clock.ts', false],
  ])('%s may import %s: %s', (path, specifier, allowed) => {
    expect(isAllowed(path, specifier)).toBe(allowed)
  })

  test('see every kind of import', () => {
    const text = `import type { A } from './a.ts'; export { b } from './b.ts'; export * from './c.ts'
      const d = import('./d.ts'); type E = import('./e.ts').E; import './f.css'`
    expect(parse('x.ts', text).imports).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.css'])
  })

  test.each([
    'Date.now()',
    'new Date()',
    'globalThis.Math.random()',
    'Temporal.Now.instant()',
    'browser.storage.local',
  ])('see %s as impure', text => {
    expect(findings([parse('x.ts', text)], impurity)).not.toEqual([])
  })

  test('leave a date made from a value alone', () => {
    expect(findings([parse('x.ts', 'new Date(now); Temporal.Instant.from(text); seen.now()')], impurity)).toEqual([])
  })

  test('see markup from a string however it is written', () => {
    const text = `a.innerHTML = b; a['outerHTML'] = b; const c = <p dangerouslySetInnerHTML={d} />`
    expect(findings([parse('x.tsx', text)], markupFromString)).toHaveLength(3)
  })

  test('see a barrel, and no barrel in a file that also declares', () => {
    expect(isBarrel(parse('x.ts', `export * from './a.ts'`))).toBe(true)
    expect(isBarrel(parse('x.ts', `export { a } from './a.ts'; export const b = 1`))).toBe(false)
  })
})
