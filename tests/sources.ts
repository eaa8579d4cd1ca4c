/** The project's own source files, parsed, for the tests that look at the repository itself. */

import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The folders whose code is shipped. */
export const PRODUCT = ['components', 'entrypoints', 'storage'] as const

/** A node of the syntax tree (ESTree, with TypeScript's and JSX's own nodes). */
export type Node = { readonly type: string; readonly start: number; readonly [property: string]: unknown }

export type Source = {
  /** From the root of the project, with `/`. */
  readonly path: string
  readonly program: Node
  /** What it imports or re-exports, as written, type-only imports too. */
  readonly imports: readonly string[]
  /** The line, from 1, of a node. */
  line(node: Node): number
}

/** Every .ts and .tsx file under these folders. */
export function sourcesIn(folders: readonly string[]): Source[] {
  return folders.flatMap(folder =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .map(name => posix.join(folder, name.replaceAll('\\', '/')))
      .filter(path => /\.tsx?$/.test(path))
      .sort()
      .map(path => parse(path, readFileSync(`${ROOT}${path}`, 'utf8'))),
  )
}

/** One file's text as a source. @throws Error when it does not parse. */
export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const tree = program as unknown as Node
  const imports: string[] = []
  walk(tree, node => {
    const source = node.source as Node | null | undefined
    if (/^(Import|Export)/.test(node.type) && typeof source?.value === 'string') imports.push(source.value)
    if (node.type === 'TSImportType') imports.push(String((node.source as Node).value))
  })
  return { path, program: tree, imports, line: node => text.slice(0, node.start).split('\n').length }
}

/** Calls `visit` for the node and for everything in it, outer before inner. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit)
    }
  }
}

/** Where a relative import leads, from the root of the project; undefined for a package. */
export function localTarget(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined
}
