/** What the page of the recognising figure runs. Each call measures once, in ms. */

import { liveLayout } from '../../entrypoints/hubspot.content/read/liveLayout.ts'
import { gatherView } from '../../storage/model/gather/gatherView.ts'
import { recognise } from '../../storage/model/recognise/recognise.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'

const timed = <T>(work: () => T): [ms: number, result: T] => {
  const began = performance.now()
  const result = work()
  return [performance.now() - began, result]
}

const gathered = (url: string): PageView =>
  gatherView(document, { url, at: Date.now(), zone: 'UTC', layout: liveLayout(window) })

/** One look at the page as the page reader takes it. */
export const byReader = (url: string): number => timed(() => gathered(url))[0]

/** What the worker makes of it. */
export const byRecogniser = (url: string): number => {
  const view = gathered(url)
  return timed(() => recognise(view, { now: view.at, mapping: null }))[0]
}

/** The baseline: the text of every element, and no thought given to it. */
export const byWalk = (): number =>
  timed(() => {
    let length = 0
    for (const element of document.querySelectorAll('*')) length += element.textContent?.length ?? 0
    return length
  })[0]

/** Rows that were read as apps of My apps, as a proof that the work was done. */
export const appsRead = (url: string): number => {
  const { sections } = recognise(gathered(url), { now: Date.now(), mapping: null })
  return sections.reduce((sum, section) => sum + (section.kind === 'my-apps' ? section.rows.length : 0), 0)
}

/** Elements on the page. */
export const elements = (): number => document.querySelectorAll('*').length
