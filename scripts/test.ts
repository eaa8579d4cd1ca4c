/**
 * `npm test`: types and lint, unit tests, production build, tests of the build, end-to-end tests in a real browser.
 * Arguments go to vitest (`npm test -- recognise`). The last line is always `N passed, N failed`.
 */

import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { check } from './check.ts'
import { ROOT, run } from './run.ts'

type Tally = { readonly passed: number; readonly failed: number }

/** The part of vitest's JSON report that is read here. */
type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

const REPORTS = join(ROOT, '.output', 'test')

/** A file that fails outside its tests, in an import or a hook, counts as one failure more. */
function tallyOf(report: Report): Tally {
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

async function vitest(projects: readonly string[], args: readonly string[]): Promise<Tally> {
  const file = join(REPORTS, `${projects.join('-')}.json`)
  await rm(file, { force: true })
  const { ok } = await run(
    'vitest',
    [
      'run',
      ...projects.map(project => `--project=${project}`),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    'shown',
  )
  const report = await readFile(file, 'utf8').catch(() => undefined)
  const { passed, failed } = report === undefined ? { passed: 0, failed: 0 } : tallyOf(JSON.parse(report))
  return { passed, failed: ok ? failed : Math.max(failed, 1) }
}

async function build(): Promise<Tally> {
  const { ok } = await run('wxt', ['build'], 'shown')
  return { passed: 0, failed: ok ? 0 : 1 }
}

async function runAll(args: readonly string[]): Promise<Tally> {
  await mkdir(REPORTS, { recursive: true })
  const checked = await check(['types', 'lint and format', 'unused code'])
  const unit = await vitest(['unit'], args)
  const built = await build()
  const real = built.failed === 0 ? await vitest(['built', 'e2e'], args) : { passed: 0, failed: 0 }
  const passed = unit.passed + real.passed
  const failed = checked + unit.failed + built.failed + real.failed
  if (passed + unit.failed + real.failed > 0) return { passed, failed }
  console.error('No test ran.')
  return { passed, failed: failed + 1 }
}

const { passed, failed } = await runAll(process.argv.slice(2)).catch(error => {
  console.error(error)
  return { passed: 0, failed: 1 }
})
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
