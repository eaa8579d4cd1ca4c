import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { takeDeed, undoDeed } from './deeds.ts'

/** What can be done with a row. Each says what it did, with Undo, or why it was not done. */
export interface Deeds {
  readonly snooze: (item: AttentionItem, until: number | null) => void
  readonly fixed: (item: AttentionItem) => void
  readonly reconnect: (item: AttentionItem) => void
  /** Takes back what the row's state says: the snooze, "I fixed it", or the waiting. */
  readonly undo: (item: AttentionItem) => void
}

/** @param claim called before anything is sent, so that the row may change where it stands */
export function useDeeds(claim: (item: AttentionItem) => void): Deeds {
  const frame = useFrame()
  const toast = useToast()
  const scene = { frame, toast }
  const take = (item: AttentionItem, deed: 'snooze' | 'fixed' | 'reconnecting', until: number | null = null) => {
    claim(item)
    void takeDeed(item, deed, until, scene)
  }
  return {
    snooze: (item, until) => take(item, 'snooze', until),
    fixed: item => take(item, 'fixed'),
    reconnect: item => take(item, 'reconnecting'),
    undo: item => {
      claim(item)
      void undoDeed(item, scene)
    },
  }
}
