/**
 * `npm run bench`: how fast the production build is in a real browser, as ratios to baselines of the same run.
 * Names of figures run those alone (`npm run bench -- popup intake`); `--check` exits 1 when a goal is missed.
 * What each figure means: docs/bench.md.
 */

import { parseArgs } from 'node:util'
import type { Figure, Row } from '../tests/bench/figure.ts'
import { forgetFilled } from '../tests/bench/filled.ts'
import { intake } from '../tests/bench/intake.ts'
import { options } from '../tests/bench/options.ts'
import { pageChanges } from '../tests/bench/pageChanges.ts'
import { popup } from '../tests/bench/popup.ts'
import { recognise } from '../tests/bench/recognise.ts'
import { sizes } from '../tests/bench/sizes.ts'
import { tableOf } from '../tests/bench/table.ts'
import { worker } from '../tests/bench/worker.ts'
import { buildIfChanged } from './build.ts'

const FIGURES: readonly Figure[] = [popup, options, worker, pageChanges, intake, recognise, sizes]

/** The figures of these names, all without any. @throws RangeError for a name that is none */
function figuresNamed(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter(name => !FIGURES.some(figure => figure.name === name))
  if (unknown.length > 0)
    throw new RangeError(`No figure ${unknown.join(', ')}; there are ${FIGURES.map(({ name }) => name).join(', ')}.`)
  return names.length > 0 ? FIGURES.filter(({ name }) => names.includes(name)) : FIGURES
}

/** Measures one after the other. What could not be measured is told at once and named in the result. */
async function measureAll(figures: readonly Figure[]): Promise<{ rows: Row[]; broken: string[] }> {
  const rows: Row[] = []
  const broken: string[] = []
  for (const { name, measure } of figures) {
    const began = performance.now()
    try {
      rows.push(...(await measure()))
      console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
    } catch (error) {
      broken.push(name)
      console.error(`${name}: could not be measured.`, error)
    }
  }
  return { rows, broken }
}

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const figures = figuresNamed(positionals)
await buildIfChanged()
try {
  const { rows, broken } = await measureAll(figures)
  console.log(tableOf(rows))
  if (broken.length > 0) console.log(`Could not be measured: ${broken.join(', ')}`)
  const isMissed = rows.some(({ holds }) => holds === false)
  process.exitCode = broken.length > 0 || (values.check && isMissed) ? 1 : 0
} finally {
  await forgetFilled()
}
