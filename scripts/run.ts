/** Runs the tools in node_modules/.bin, which npm scripts have on their PATH and plain `node scripts/…` has not. */

import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')

export type Ended = {
  readonly ok: boolean
  /** What it wrote, both streams in order; empty when it wrote to the terminal itself. */
  readonly output: string
  readonly seconds: number
}

/** Runs a tool to its end. `shown`: it writes to the terminal as it goes; else its output is kept. Never throws. */
export function run(tool: string, args: readonly string[], output: 'shown' | 'kept'): Promise<Ended> {
  const began = performance.now()
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` }
  if (output === 'kept' && process.stdout.isTTY) env.FORCE_COLOR ??= '1'
  const onWindows = process.platform === 'win32' // where the tools are .cmd files
  const child = spawn(tool, onWindows ? args.map(arg => `"${arg}"`) : args, {
    cwd: ROOT,
    env,
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: onWindows,
  })
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part))
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text += part))
  return new Promise(resolve => {
    const end = (ok: boolean) => resolve({ ok, output: text, seconds: (performance.now() - began) / 1000 })
    child.once('error', error => {
      text += `${tool}: ${error.message}\n`
      end(false)
    })
    child.once('close', code => end(code === 0))
  })
}
