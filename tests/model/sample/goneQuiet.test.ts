import { describe, expect, test } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import { DAY, HOUR } from '../../../storage/model/facts/time.ts'
import type { Issue } from '../../../storage/model/issues/issue.ts'
import { applyBatch, emptyLedger, judgeLedger } from '../../../storage/model/ledger.ts'
import { type SAMPLE_ACCOUNT, sampleBatch } from '../../../storage/model/sample/batch.ts'
import { HISTORY } from '../../../storage/model/sample/history.ts'
import { spansIn } from '../../../storage/model/sample/rhythms.ts'
import { STOPPED, stoppedInTurn, worldAt } from '../../../storage/model/sample/world.ts'
import { PICTURED } from './moments.ts'

/**
 * The rule over the 14 months of the sample, against the world that the sample is made of: the world knows which app really
 * stopped and when, and nothing of rhythms. Several seeds, several habits of opening the page.
 */

const SEEDS = [1, 2]
const [FROM, TO] = [PICTURED - HISTORY, PICTURED]
/** Nothing can be said before a rhythm is known. */
const SETTLED = FROM + 60 * DAY

/** When somebody opens the page: at an hour, every so many days, at weekends or not; and how right the rule has to be then. */
const HABITS = {
  'every evening': { hour: 18, every: 1, weekends: true, precision: 0.85, recall: 0.85 },
  'on working days': { hour: 9, every: 1, weekends: false, precision: 0.85, recall: 0.8 },
  'every third day': { hour: 12, every: 3, weekends: true, precision: 0.85, recall: 0.75 },
} as const

const looks = ({ hour, every, weekends }: (typeof HABITS)[keyof typeof HABITS]) => {
  const moments: number[] = []
  for (let day = Math.ceil(FROM / DAY); day * DAY < TO; day++) {
    const isWeekend = [6, 0].includes(new Date(day * DAY).getUTCDay())
    if (day % every === 0 && (weekends || !isWeekend)) moments.push(day * DAY + hour * HOUR)
  }
  return moments
}

/** Every gone-quiet issue that the product raises when the page is read at these moments. */
const alarms = (seed: number, moments: readonly number[]): Issue[] => {
  const account = `sample:${seed}` as typeof SAMPLE_ACCOUNT
  const ledger = emptyLedger(newAccount(account, FROM))
  for (const at of moments) {
    applyBatch(ledger, sampleBatch(account, at, { since: at - DAY, listsOnly: true }, 'here'))
    judgeLedger(ledger, at)
  }
  return [...ledger.issues.values()].filter(issue => issue.kind === 'gone-quiet')
}

/** What really happened: each app that stopped, from when to when, but for stops that a problem HubSpot tells explains. */
const stops = (seed: number) =>
  spansIn(seed, STOPPED, SETTLED, TO)
    .filter(({ start }) => start >= SETTLED)
    .map(({ k, start, end }) => ({ ref: stoppedInTurn(seed, k).ref, start, end: Math.min(end, TO) }))

/** Whether HubSpot itself told a problem of the app for most of the time, or it was on no list at its end. */
const isExplained = (seed: number, { ref, start, end }: ReturnType<typeof stops>[number]) => {
  const days = Array.from({ length: Math.ceil((end - start) / DAY) }, (_, n) => start + n * DAY)
  const told = days.filter(at => {
    const app = worldAt(seed, at).find(one => one.ref === ref)
    return !app || app.trouble !== null
  })
  return told.length > days.length / 2
}

const compared = (seed: number, moments: readonly number[]) => {
  const raised = alarms(seed, moments).filter(({ firstSeen }) => firstSeen >= SETTLED)
  const truth = stops(seed)
  // An alarm is right if the app does nothing at the very time at which it is raised.
  const isRight = ({ subject, firstSeen }: Issue) =>
    worldAt(seed, firstSeen).some(app => app.ref === subject && (app.stopped !== null || app.trouble !== null))
  const lasting = truth.filter(stop => stop.end - stop.start >= 10 * DAY && !isExplained(seed, stop))
  const found = lasting.filter(({ ref, start, end }) =>
    raised.some(({ subject, firstSeen }) => subject === ref && firstSeen > start && firstSeen <= end),
  )
  const delays = found.map(
    ({ ref, start }) =>
      Math.min(
        ...raised.filter(({ subject, firstSeen }) => subject === ref && firstSeen > start).map(a => a.firstSeen),
      ) - start,
  )
  return {
    alarms: raised.length,
    right: raised.filter(isRight).length,
    stops: lasting.length,
    found: found.length,
    delay: delays.reduce((sum, delay) => sum + delay, 0) / Math.max(1, delays.length) / DAY,
  }
}

describe('over 14 months, gone quiet', () => {
  test.each(Object.keys(HABITS) as (keyof typeof HABITS)[])('is right and finds what stopped, read %s', habit => {
    const sums = { alarms: 0, right: 0, stops: 0, found: 0, delay: 0 }
    for (const seed of SEEDS) {
      const one = compared(seed, looks(HABITS[habit]))
      sums.alarms += one.alarms
      sums.right += one.right
      sums.stops += one.stops
      sums.found += one.found
      sums.delay += one.delay / SEEDS.length
    }
    const [precision, recall] = [sums.right / sums.alarms, sums.found / sums.stops]
    console.log(
      `gone quiet, read ${habit}: precision ${precision.toFixed(2)} (${sums.right} of ${sums.alarms} alarms), recall ${recall.toFixed(2)} (${sums.found} of ${sums.stops} stops of 10 days and more), ${sums.delay.toFixed(1)} days after the stop`,
    )
    expect(sums.stops).toBeGreaterThan(8)
    expect(precision).toBeGreaterThan(HABITS[habit].precision)
    expect(recall).toBeGreaterThan(HABITS[habit].recall)
  })

  test('the world of the sample stops one app after the other, of those that report no status', () => {
    const refs = new Set(stops(1).map(({ ref }) => ref))
    expect(refs.size).toBeGreaterThanOrEqual(4)
    for (const at of [PICTURED, PICTURED - 90 * DAY])
      for (const app of worldAt(1, at)) if (app.stopped !== null) expect(app.reports).toBe(false)
  })
})
