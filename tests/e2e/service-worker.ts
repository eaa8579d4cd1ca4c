/** The extension's service worker, driven from outside by its registration. */

import type { Browser, CDPSession, Protocol } from 'puppeteer-core'

type Version = Protocol.ServiceWorker.ServiceWorkerVersion
type Seen = {
  version: Version
  /** How often this version was told as stopped: a count cannot be missed, as a state between two messages can. */
  stops: number
}

/** A start takes a second on a slow machine. Past this something is wrong, and is said instead of waited for. */
const LIMIT_MS = 30_000

export type ServiceWorker = {
  /** Starts the installed worker, if it is not running, without attaching to it and without sending it any event. */
  start(): Promise<void>
  /** Ends the worker at once. An install under way is let finish: to end it would undo it, and nothing could start. */
  stop(): Promise<void>
  /** Runs a function in the worker, started if need be. Attached only meanwhile, as what is attached never idles out. */
  inside<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
}

/**
 * Follows the worker of that extension origin. Its versions tell "installing" from "activated" and "stopping" from
 * "stopped", which its target does not. All methods throw an Error with what was seen when nothing comes of it in 30 s.
 */
export async function watchServiceWorker(browser: Browser, session: CDPSession, origin: string) {
  const seen = new Map<string, Seen>()
  const looks: (() => void)[] = []
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (!version.scriptURL.startsWith(origin)) continue
      const stops = (seen.get(version.versionId)?.stops ?? 0) + (version.runningStatus === 'stopped' ? 1 : 0)
      seen.set(version.versionId, { version, stops })
    }
    for (const look of looks.splice(0)) look()
  })
  await session.send('ServiceWorker.enable')

  const current = () => [...seen.values()].findLast(({ version }) => version.status !== 'redundant')
  const stopsOf = (id: string) => seen.get(id)?.stops ?? 0
  const change = () => new Promise<void>(resolve => looks.push(resolve))
  const hasEnded = async (id: string, stopsBefore: number) => {
    while (stopsOf(id) === stopsBefore) await change()
  }

  const inTime = async <Result>(what: string, work: Promise<Result>): Promise<Result> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} in ${LIMIT_MS / 1000} s. ${told(seen)}`)), LIMIT_MS)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }

  const untilRunning = async (): Promise<Version> => {
    let asked = false
    for (;;) {
      const version = current()?.version
      if (version?.status === 'activated') {
        if (version.runningStatus === 'running') return version
        if (version.runningStatus === 'stopped') asked = false
      }
      if (!asked && (version === undefined || version.status === 'activated')) {
        asked = true // in vain while nothing is installed; what is being installed starts by itself
        await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` })
        continue
      }
      await change()
    }
  }

  const untilStopped = async (): Promise<void> => {
    for (;;) {
      const version = current()?.version
      if (version === undefined || version.runningStatus === 'stopped') return
      if (version.status === 'activated') {
        const before = stopsOf(version.versionId)
        await session.send('ServiceWorker.stopWorker', { versionId: version.versionId })
        return hasEnded(version.versionId, before)
      }
      await change()
    }
  }

  return {
    start: async () => void (await inTime('The service worker did not start', untilRunning())),
    stop: () => inTime('The service worker did not stop', untilStopped()),
    async inside(work, ...args) {
      const { versionId, targetId } = await inTime('The service worker did not start', untilRunning())
      const ended = hasEnded(versionId, stopsOf(versionId)).then(() => {
        throw new Error('The service worker ended while it was asked')
      })
      const expression = `(${work})(...${JSON.stringify(args)})`
      const answer = evaluateIn(browser, targetId ?? '', expression)
      return inTime('The service worker did not answer', Promise.race([answer, ended])) as never
    },
  } satisfies ServiceWorker as ServiceWorker
}

/** By a session of its own: Puppeteer's worker handles outlive the worker they were made for, and then never answer. */
async function evaluateIn(browser: Browser, targetId: string, expression: string): Promise<unknown> {
  const root = await browser.target().createCDPSession()
  try {
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
    const worker = root.connection()?.session(sessionId)
    if (!worker) throw new Error('The service worker ended before it could be asked')
    const answer = await worker.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description)
    return answer.result.value
  } finally {
    await root.detach()
  }
}

/** What the browser told of the worker's versions, for whoever has to find out why. */
function told(seen: ReadonlyMap<string, Seen>): string {
  const lines = [...seen.values()].map(({ version, stops }) => {
    return `version ${version.versionId}: ${version.status}, ${version.runningStatus}, stopped ${stops} times`
  })
  return lines.length > 0 ? lines.join('; ') : 'No version of it was seen'
}
