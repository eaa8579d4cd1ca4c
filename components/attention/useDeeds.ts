import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { fetchAhead, useLater } from './useLater.ts'

/** What can be done with a row. Each says what it did, with Undo, or why it was not done. */
export interface Deeds {
  readonly snooze: (item: AttentionItem, until: number | null) => void
  readonly fixed: (item: AttentionItem) => void
  readonly reconnect: (item: AttentionItem) => void
  /** Takes back what the row's state says: the snooze, "I fixed it", or the waiting. */
  readonly undo: (item: AttentionItem) => void
}

const loadDeeds = () => import('./deeds.ts')

/** @param claim called before anything is sent, so that the row may change where it stands */
export function useDeeds(claim: (item: AttentionItem) => void): Deeds {
  const frame = useFrame()
  const toast = useToast()
  const deeds = useLater(loadDeeds)

  /** At once if it can be: Reconnect leaves for another tab, and the popup with all its promises is gone by then. */
  const act = (item: AttentionItem, deed: (module: NonNullable<typeof deeds>) => unknown) => {
    claim(item)
    if (deeds) deed(deeds)
    else void fetchAhead(loadDeeds).then(module => module && deed(module))
  }
  const scene = { frame, toast }
  return {
    snooze: (item, until) => act(item, module => module.takeDeed(item, 'snooze', until, scene)),
    fixed: item => act(item, module => module.takeDeed(item, 'fixed', null, scene)),
    reconnect: item => act(item, module => module.takeDeed(item, 'reconnecting', null, scene)),
    undo: item => act(item, module => module.undoDeed(item, scene)),
  }
}
