// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { scrollThrough } from '../../entrypoints/hubspot.content/read/scroll.ts'

const ROW = 40

/** A scroll area over `rows` rows that draws `drawn` of them at a time, from the first visible one on. */
function area(rows: number, drawn: number, height = 400, grow = 0) {
  const element = document.createElement('div')
  element.style.overflowY = 'auto'
  let top = 0
  let there = grow > 0 ? grow : rows
  const seen = new Set<number>()
  const visited: number[] = []
  Object.defineProperties(element, {
    clientHeight: { get: () => height },
    scrollHeight: { get: () => there * ROW },
    scrollTop: { get: () => top, set: (to: number) => go(to) },
  })
  const go = (to: number) => {
    top = Math.max(0, Math.min(to, there * ROW - height))
    visited.push(top)
  }
  element.scrollTo = ((to: ScrollToOptions) => go(to.top ?? 0)) as typeof element.scrollTo
  const look = () => {
    const first = Math.floor(top / ROW)
    for (let row = first; row < Math.min(there, first + drawn); row++) seen.add(row)
    // Rows that are fetched at the end come after the look.
    if (grow > 0 && top >= there * ROW - height) there = Math.min(rows, there + grow)
  }
  return { element, seen, visited, look, top: () => top, go }
}

function scrollingOver(one: ReturnType<typeof area>, rows: number, abort = new AbortController()) {
  document.body.replaceChildren()
  const main = document.body.appendChild(document.createElement('main'))
  main.append(one.element)
  return {
    document,
    signal: abort.signal,
    settled: vi.fn(async () => undefined),
    misses: () => one.seen.size < rows,
    unsettled: () => false,
    seen: async () => {
      one.look()
      return one.seen.size
    },
  }
}

afterEach(() => vi.restoreAllMocks())

test('goes through a list to its end and back to where it was', async () => {
  const one = area(100, 12)
  one.go(440)
  await scrollThrough(scrollingOver(one, 100))
  expect(one.seen.size).toBe(100)
  expect(one.top()).toBe(440)
  expect(Math.max(...one.visited)).toBe(100 * ROW - 400)
})

test('goes through it again in smaller steps where it draws little at a time', async () => {
  const one = area(100, 3)
  await scrollThrough(scrollingOver(one, 97)) // the last screen shows but three of its ten rows
  expect(one.seen.size).toBeGreaterThanOrEqual(93)
  expect(one.top()).toBe(0)
})

test('stops going through it when that brings nothing new', async () => {
  const one = area(100, 12)
  const scrolling = scrollingOver(one, 120) // twenty rows are stated that are not there
  await scrollThrough(scrolling)
  expect(one.visited.filter(top => top === 3600).length).toBeLessThanOrEqual(3 * 2)
})

test('follows a list that grows at its end', async () => {
  const one = area(90, 30, 400, 25)
  await scrollThrough(scrollingOver(one, 90))
  expect(one.seen.size).toBe(90)
})

test('ends when it is told to, with everything back in place', async () => {
  const abort = new AbortController()
  const one = area(1000, 12)
  one.go(80)
  const scrolling = scrollingOver(one, 1000, abort)
  const seen = scrolling.seen
  scrolling.seen = async () => {
    if (one.seen.size > 60) abort.abort()
    return seen()
  }
  await scrollThrough(scrolling)
  expect(one.seen.size).toBeLessThan(120)
  expect(one.top()).toBe(80)
})

test('clicks nothing and moves nothing that does not scroll', async () => {
  const pressed = vi.fn()
  document.addEventListener('click', pressed, true)
  const one = area(5, 5)
  await scrollThrough(scrollingOver(one, 5))
  document.removeEventListener('click', pressed, true)
  expect(pressed).not.toHaveBeenCalled()
  expect(one.visited).toEqual([])
})

test('waits at the end while the last row is in doubt, but not for ever', async () => {
  const one = area(20, 12)
  let asked = 0
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const scrolling = { ...scrollingOver(one, 20), unsettled: () => ++asked > 0 }
  scrolling.settled = vi.fn(async (quiet: number) => {
    now += quiet
  }) as typeof scrolling.settled
  await scrollThrough(scrolling)
  expect(now).toBeGreaterThan(8000)
  expect(now).toBeLessThan(12_000)
})
