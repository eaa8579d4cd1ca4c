/** Tells when a page changed and when it holds still. Nothing happens inside the observer's own callback but taking note. */
export interface Changes {
  /** Watches the subtree of another node too (a frame's body); again for the same node does nothing. */
  include(node: Node): void
  /** Resolves when nothing changed for `quiet` ms, or after `most` ms; at the earliest after two frames (or their time, in a hidden tab). */
  settled(quiet: number, most: number): Promise<void>
  stop(): void
}

/** Watches the subtree of `root`; `changed` is called after each batch of changes that is not `own` (the overlay's). */
export const watchChanges = (root: Node, own: (node: Node) => boolean, changed: () => void): Changes => {
  let lastChange = performance.now()
  const observer = new MutationObserver(records => {
    if (records.every(record => own(record.target))) return
    lastChange = performance.now()
    changed()
  })
  const options = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: WATCHED }
  observer.observe(root, options)
  return {
    include: node => observer.observe(node, options),
    async settled(quiet, most) {
      const end = performance.now() + most
      await frame()
      await frame()
      for (;;) {
        const now = performance.now()
        const due = Math.min(lastChange + quiet, end)
        if (now >= due) return
        await new Promise(resolve => setTimeout(resolve, due - now))
      }
    },
    stop: () => observer.disconnect(),
  }
}

/** Attributes that change what is shown or said without a change of nodes. */
const WATCHED = [
  'hidden',
  'aria-hidden',
  'aria-busy',
  'aria-selected',
  'aria-expanded',
  'aria-rowcount',
  'aria-disabled',
  'href',
  'open',
  'title',
]

/** The next frame; a hidden tab draws none, so its length of time counts there. */
const frame = () =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, 50)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })
