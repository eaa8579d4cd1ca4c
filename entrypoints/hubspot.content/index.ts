import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { addressKind } from '../../storage/model/gather/address.ts'
import type { PageReadAnswer, ToPage } from '../../storage/model/messages.ts'
import { createReader, type Reader } from './reader.ts'

/**
 * The page reader. Registered (level 2) or put in by a click (level 1), it looks at nothing but the address until that is a
 * Connected apps page; clicks nothing and asks HubSpot nothing.
 */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_idle',
  main() {
    const world = globalThis as { patchbay?: { alive(): boolean; again(): void } }
    if (world.patchbay?.alive()) return world.patchbay.again() // put in a second time, perhaps because more is allowed now
    let reader: Reader | null = null
    world.patchbay = {
      alive: isAlive,
      again: () => {
        if (atPage()) readerHere().askAgain()
      },
    }

    const atPage = () => addressKind(location.href) !== 'other'
    /** One reader for as long as the tab stays on such pages; made when first needed. */
    const readerHere = () => (reader ??= createReader(stop))
    const onNavigated = () => {
      if (!isAlive()) return stop()
      if (atPage()) readerHere().moved()
      else reader?.left()
    }
    const onMessage = (message: unknown): Promise<PageReadAnswer | null> | undefined => {
      const { type } = message as ToPage
      if (type === 'page.read') {
        if (!atPage()) return Promise.resolve({ started: false, reason: 'other-page' })
        return Promise.resolve(readerHere().readOnClick(message as Extract<ToPage, { type: 'page.read' }>))
      }
      if (type === 'page.cancel') reader?.cancel()
      if (type === 'page.forget') reader?.forget()
      return undefined
    }
    function stop() {
      navigation.removeEventListener('navigatesuccess', onNavigated)
      reader?.dispose()
      reader = null
      if (isAlive()) browser.runtime.onMessage.removeListener(onMessage)
    }

    browser.runtime.onMessage.addListener(onMessage)
    navigation.addEventListener('navigatesuccess', onNavigated)
    if (atPage()) readerHere().moved()
  },
})

/** False once the extension was updated, reloaded or removed under the page: this script is then an orphan. */
const isAlive = () => browser.runtime?.id !== undefined
