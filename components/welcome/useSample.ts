import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { isDiskFull } from '../../storage/diskFull.ts'
import type { Lang } from '../../storage/i18n.ts'
import { createSample } from '../../storage/sample.ts'
import { send } from '../send.ts'
import { deviceId } from '../shell/device.ts'

/** Making the sample account: how far it is, or why it was not made. */
export type SampleState =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; of: number | undefined }
  | { kind: 'failed'; diskFull: boolean }

export interface Sample {
  readonly state: SampleState
  readonly start: () => void
  readonly cancel: () => void
}

/** Makes the sample account in this page, which takes some seconds; calls `made` when it is there. Nothing stays of a cancelled one. */
export const useSample = (lang: Lang, made: () => void): Sample => {
  const [state, setState] = useState<SampleState>({ kind: 'idle' })
  const abort = useRef<AbortController | null>(null)

  useEffect(() => () => abort.current?.abort(), [])

  const start = useCallback(async () => {
    if (abort.current) return
    const controller = new AbortController()
    abort.current = controller
    setState({ kind: 'running', done: 0, of: undefined })
    try {
      const device = await deviceId()
      const progress = (done: number, of: number) => setState({ kind: 'running', done, of })
      await createSample(Date.now(), { device, language: lang, progress, signal: controller.signal })
      await send({ type: 'judge' }) // badge and popup follow
      setState({ kind: 'idle' })
      made()
    } catch (error) {
      if (controller.signal.aborted) setState({ kind: 'idle' })
      else {
        console.error('Patchbay: the sample account could not be made', error)
        setState({ kind: 'failed', diskFull: isDiskFull(error) })
      }
    } finally {
      abort.current = null
    }
  }, [lang, made])

  return { state, start: () => void start(), cancel: () => abort.current?.abort() }
}
