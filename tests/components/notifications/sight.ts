import { act } from 'preact/test-utils'
import { vi } from 'vitest'

let visibility: DocumentVisibilityState = 'visible'
let watching: { tell: IntersectionObserverCallback; elements: Set<Element> }[] = []

/** A window in which everything is in sight, and a tab that is looked at. Call before each test. */
export const fakeSight = (): void => {
  visibility = 'visible'
  watching = []
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #own: (typeof watching)[number]
      constructor(tell: IntersectionObserverCallback) {
        this.#own = { tell, elements: new Set() }
        watching.push(this.#own)
      }
      observe(element: Element) {
        this.#own.elements.add(element)
      }
      disconnect() {
        this.#own.elements.clear()
      }
    },
  )
}

/** Brings the watched elements into sight, or the share of each that is given, and lets `ms` pass. */
export const look = async (ms: number, share: (element: Element) => number = () => 1): Promise<void> => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() })
  await act(async () => {
    for (const { tell, elements } of watching) {
      const entries = [...elements].map(target => ({
        target,
        intersectionRatio: share(target),
        intersectionRect: { height: 10 },
        rootBounds: { height: 900 },
      }))
      if (entries.length > 0) tell(entries as never, undefined as never)
    }
    await vi.advanceTimersByTimeAsync(ms)
    await vi.advanceTimersByTimeAsync(1) // what is seen together is told a turn later
  })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
}

/** Another tab comes in front of this one, or this one comes back. */
export const showTab = (visible: boolean): Promise<void> =>
  act(async () => {
    visibility = visible ? 'visible' : 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
  })
