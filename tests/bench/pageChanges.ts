/** A large page in motion: what the page reader (level 2) adds to its main thread, against a bare MutationObserver. */

import type { Page } from 'puppeteer-core'
import { bundle } from '../e2e/bundle.ts'
import { type Figure, type Row, ratioRow } from './figure.ts'
import { longTasks, type Task, taskTime } from './mainThread.ts'
import type { Motion } from './mutations.ts'
import { compare, inTurn, median } from './ratios.ts'
import { withReader } from './readerStage.ts'

declare const motion: typeof import('./mutations.ts')

const APPS = 300
const PAIRS = 6
/** Runs with the profiler, which finds the long tasks. */
const RUNS = 3
const READER = 'content-scripts/hubspot.js'
/** Ms from which on a task counts as long: a press that comes meanwhile is felt to wait. */
const LONG = 50
const MOTION: Motion = { bursts: 40, every: 75, texts: 100, rerender: 10, rest: 2000 }

export const pageChanges: Figure = {
  name: 'page-changes',
  measure: async () => {
    const code = await bundle(new URL('./mutations.ts', import.meta.url), 'motion')
    return withReader(APPS, async ({ read, unread }) => {
      for (const page of [read, unread]) await page.addScriptTag({ content: code })
      await unread.evaluate(() => motion.watchBare())
      const moved = async (page: Page) => {
        await page.bringToFront()
        return taskTime(page, () => page.evaluate(how => motion.move(how), MOTION))
      }
      const pairs = await inTurn(
        PAIRS,
        () => moved(read),
        () => moved(unread),
      )
      const extra = median(pairs.map(({ ours, baseline }) => (ours - baseline) / MOTION.bursts))
      await read.bringToFront()
      const runs: Task[][] = []
      for (let nth = 0; nth < RUNS; nth++)
        runs.push(await longTasks(read, READER, LONG, () => read.evaluate(how => motion.move(how), MOTION)))
      return [
        ratioRow(
          `Page of ${APPS} apps in motion: main thread`,
          compare(pairs),
          undefined,
          'ms',
          `${extra.toFixed(1)} ms more a burst`,
        ),
        longTaskRow(runs),
      ]
    })
  },
}

/** A long task is the reader's if it would not be long without it. */
function longTaskRow(runs: readonly (readonly Task[])[]): Row {
  const caused = runs.map(tasks => tasks.filter(({ took, ours }) => took - ours <= LONG))
  const counts = caused.map(({ length }) => length)
  const longest = Math.max(0, ...caused.flat().map(({ took }) => took))
  const most = Math.max(0, ...runs.flat().map(({ ours }) => ours))
  return {
    figure: `Tasks over ${LONG} ms that the reader causes`,
    value: `${median(counts)}`,
    range: `${Math.min(...counts)} – ${Math.max(...counts)}`,
    goal: '0',
    holds: median(counts) === 0,
    beside: `longest ${longest.toFixed(0)} ms; of the reader at most ${most.toFixed(0)} ms in one; ${median(runs.map(({ length }) => length))} long in all, ${runs.length} runs`,
  }
}
