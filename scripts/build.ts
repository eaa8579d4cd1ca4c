/** The production build, made only when something that goes into it has changed. */

import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUILD_FOLDER } from './chromium.ts'
import { ROOT, run } from './run.ts'

const SOURCES = ['components', 'entrypoints', 'public', 'storage']
const SETTINGS = ['package-lock.json', 'package.json', 'tsconfig.json', 'wxt.config.ts']

/** Lies in the build itself, so that any other build takes it away. */
const STAMP = join(BUILD_FOLDER, 'built-from.txt')

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  const listed = SOURCES.map(async folder => {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  })
  const files = [...(await Promise.all(listed)).flat(), ...SETTINGS.map(name => join(ROOT, name))].sort()
  for (const file of files)
    hash
      .update(file.slice(ROOT.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

/** Brings .output/chrome-mv3 up to date. Returns whether anything was built. @throws Error when the build fails. */
export async function buildIfChanged(): Promise<boolean> {
  const wanted = await sourcesHash()
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return false
  const { ok, output } = await run('wxt', ['build'], 'kept')
  if (!ok) throw new Error(`The build failed.\n${output}`)
  await writeFile(STAMP, wanted)
  return true
}
