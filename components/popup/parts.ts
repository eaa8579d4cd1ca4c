import { fetchAhead } from '../attention/useLater.ts'
import type { PopupView } from './popupView.ts'

/** Parts of the popup that only some states show, each a file of its own so that the others open without it. */
export const loadNotSetUp = () => import('./NotSetUp.tsx')
export const loadFirstRead = () => import('./FirstRead.tsx')
export const loadCannotSee = () => import('./CannotSee.tsx')
export const loadCalm = () => import('./AllWell.tsx')
export const loadNotes = () => import('./AccountNotes.tsx')

/** What the view's body needs besides the attention rows. */
const bodyPart = {
  'not-set-up': loadNotSetUp,
  'first-read': loadFirstRead,
  'cannot-see': loadCannotSee,
  attention: null,
  'all-snoozed': null,
  'all-well': loadCalm,
  'no-apps': loadCalm,
} as const satisfies Record<PopupView['body'], unknown>

/** Whether something has to be said of how the accounts were read. */
export const hasNotes = ({ accounts }: PopupView): boolean =>
  accounts.some(({ failed, partial }) => failed !== null || partial.length > 0)

/** Fetches what the first paint of this view shows, so that nothing moves afterwards. */
export const fetchParts = async (view: PopupView): Promise<void> => {
  const body = bodyPart[view.body]
  await Promise.all([body && fetchAhead<unknown>(body), hasNotes(view) && fetchAhead(loadNotes)])
}
