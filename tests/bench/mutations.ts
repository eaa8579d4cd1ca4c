/** What happens on a page while it is measured; runs in the page. */

/** How a page is set in motion. */
export type Motion = {
  /** Bursts, and the time (ms) from one to the next. */
  readonly bursts: number
  readonly every: number
  /** Texts that are written anew in each, as they are: a change for whoever watches, and none for who looks. */
  readonly texts: number
  /** Each so many-th burst replaces every node of the page instead. */
  readonly rerender: number
  /** Ms after the last burst in which whoever watches may finish. */
  readonly rest: number
}

declare global {
  interface Window {
    readonly __hubspot: { rerender(): void }
    bare?: MutationObserver
  }
}

/** A MutationObserver that sees all that the page reader's sees and does nothing. */
export function watchBare(): void {
  window.bare ??= new MutationObserver(() => {})
  window.bare.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** Sets the page in motion; resolves after the rest. */
export async function move({ bursts, every, texts, rerender, rest }: Motion): Promise<void> {
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  for (let burst = 1; burst <= bursts; burst++) {
    if (burst % rerender === 0) window.__hubspot.rerender()
    else {
      const cells = document.querySelectorAll('td')
      for (let nth = 0; nth < texts; nth++) {
        const walker = document.createTreeWalker(
          cells[(burst * texts + nth) % cells.length] as Node,
          NodeFilter.SHOW_TEXT,
        )
        const text = walker.nextNode() as Text | null
        if (text) text.data = text.data.slice()
      }
    }
    await pause(every)
  }
  await pause(rest)
}
