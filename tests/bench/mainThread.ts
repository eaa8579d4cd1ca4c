/** What the main thread of a page does while something happens there. Times in ms. */

import type { Page, Protocol } from 'puppeteer-core'

/** Time in tasks, of the whole process of the page: nothing else may live there. */
export async function taskTime(page: Page, during: () => Promise<unknown>): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  const tasks = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const before = await tasks()
  await during()
  const after = await tasks()
  await session.detach()
  return after - before
}

/** A task on the main thread, and how long a script was on the stack in it. */
export type Task = { readonly took: number; readonly ours: number }

/** Sampling interval of the profiler, µs. */
const SAMPLE = 1000

/**
 * The tasks that took longer than `least`, with the share of the script of which the address ends with `script`. Tracing and
 * profiling slow everything down a little, so these times are never smaller than those without.
 */
export async function longTasks(
  page: Page,
  script: string,
  least: number,
  during: () => Promise<unknown>,
): Promise<Task[]> {
  const session = await page.createCDPSession()
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE })
  await page.tracing.start({
    categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  })
  await session.send('Profiler.start')
  await page.evaluate(name => performance.mark(name), MARK)
  await during()
  const { profile } = await session.send('Profiler.stop')
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: TraceEvent[] }
  await session.detach()
  const samples = samplesOf(profile, script)
  return tasksOf(trace.traceEvents)
    .filter(({ dur }) => dur > least * 1000)
    .map(({ ts, dur }) => ({
      took: dur / 1000,
      ours: samples.filter(at => at >= ts && at < ts + dur).length * (SAMPLE / 1000),
    }))
}

const MARK = 'bench'

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** The tasks of the thread on which the mark was made; times in µs. */
function tasksOf(events: readonly TraceEvent[]): { ts: number; dur: number }[] {
  const mark = events.find(({ name }) => name === MARK)
  if (mark === undefined) throw new Error('the trace does not hold the mark of the page')
  return events.flatMap(({ name, ph, pid, tid, ts, dur }) =>
    name === 'RunTask' && ph === 'X' && pid === mark.pid && tid === mark.tid ? [{ ts, dur: dur ?? 0 }] : [],
  )
}

/** When (µs) the script was on the stack. */
function samplesOf(
  { nodes, samples = [], timeDeltas = [], startTime }: Protocol.Profiler.Profile,
  script: string,
): number[] {
  const isOurs = new Map<number, boolean>()
  const byId = new Map(nodes.map(node => [node.id, node]))
  const mark = (id: number, below: boolean) => {
    const node = byId.get(id)
    const ours = below || (node?.callFrame.url.endsWith(script) ?? false)
    isOurs.set(id, ours)
    for (const child of node?.children ?? []) mark(child, ours)
  }
  if (nodes[0] !== undefined) mark(nodes[0].id, false)
  const found: number[] = []
  let at = startTime
  for (const [nth, id] of samples.entries()) {
    at += timeDeltas[nth] ?? 0
    if (isOurs.get(id)) found.push(at)
  }
  return found
}
