import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** How long something has to be in sight to count as seen, in ms. */
export const SEEN_AFTER = 1_500

/**
 * Tells which elements with `data-unread` were in sight for a moment, by that attribute's value: half of one, or as much as
 * the window holds. A tab that nobody looks at shows nothing.
 * @param list the elements' common ancestor
 * @param unread changes whenever other elements are to be watched
 */
export const useSeen = (
  list: RefObject<HTMLElement | null>,
  unread: string,
  onSeen: (values: string[]) => void,
): void => {
  const tell = useRef(onSeen)
  tell.current = onSeen
  useEffect(() => {
    if (unread === '') return
    const timers = new Map<Element, ReturnType<typeof setTimeout>>()
    // What comes into sight together is told together.
    const seen: string[] = []
    const tellSeen = () => {
      if (seen.length > 0) tell.current(seen.splice(0))
    }
    const stop = (element: Element) => {
      clearTimeout(timers.get(element))
      timers.delete(element)
    }
    const start = (element: Element) => {
      if (timers.has(element)) return
      const see = () => {
        timers.delete(element)
        const value = element.getAttribute('data-unread')
        if (value) seen.push(value)
        if (seen.length === 1) setTimeout(tellSeen)
      }
      timers.set(element, setTimeout(see, SEEN_AFTER))
    }
    const observer = new IntersectionObserver(
      entries => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height / 2
          if (document.visibilityState === 'visible' && (intersectionRatio >= 0.5 || fills)) start(target)
          else stop(target)
        }
      },
      { threshold: [0, 0.25, 0.5] },
    )
    const watch = () => {
      observer.disconnect() // being watched anew tells at once what is in sight
      for (const element of [...timers.keys()]) stop(element)
      if (document.visibilityState !== 'visible') return
      for (const element of list.current?.querySelectorAll('[data-unread]') ?? []) observer.observe(element)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      document.removeEventListener('visibilitychange', watch)
      observer.disconnect()
      for (const timer of timers.values()) clearTimeout(timer)
      tellSeen()
    }
  }, [list, unread])
}
