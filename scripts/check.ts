/** `npm run check`: all that can be known without building or opening a browser, in seconds. */

import { type Ended, run } from './run.ts'

const TESTS_OF_THE_REPOSITORY = ['tests/architecture.test.ts', 'tests/locales.test.ts']

const CHECKS = {
  types: ['tsc', '--noEmit'],
  'lint and format': ['biome', 'check', '--error-on-warnings'],
  'unused code': ['knip'],
  'architecture and locales': ['vitest', 'run', '--project', 'unit', ...TESTS_OF_THE_REPOSITORY],
} satisfies Record<string, [tool: string, ...args: string[]]>

export type Check = keyof typeof CHECKS

function report(name: string, { ok, output, seconds }: Ended): void {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output.trim().replaceAll(/^/gm, '    '))
}

/** Runs these checks side by side and prints each as it ends. Returns how many failed. */
export async function check(names: readonly Check[]): Promise<number> {
  const types = await run('wxt', ['prepare'], 'kept') // message keys are typed from public/_locales
  if (!types.ok) report('generated types', types)
  const results = await Promise.all(
    names.map(async name => {
      const [tool = '', ...args] = CHECKS[name]
      const ended = await run(tool, args, 'kept')
      report(name, ended)
      return ended
    }),
  )
  return [types, ...results].filter(({ ok }) => !ok).length
}

if (import.meta.main) process.exitCode = (await check(Object.keys(CHECKS) as Check[])) === 0 ? 0 : 1
