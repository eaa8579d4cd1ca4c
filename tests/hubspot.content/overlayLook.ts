import type { OverlayLook, OverlayStrings } from '../../storage/model/messages.ts'
import { PROOFS, SECTION_KINDS } from '../../storage/model/recognise/recognised.ts'

const named = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, `«${key}»`])) as Record<K, string>

const strings: OverlayStrings = {
  title: 'Patchbay',
  readJustNow: 'read just now',
  readAt: 'read at {time}',
  attentionHeading: 'Needs your attention',
  attentionNone: 'No known problem',
  attentionMore: 'and {count} more',
  readHeading: 'What was read',
  seenOfStated: '{seen} of {stated}',
  seenOnly: '{seen} rows',
  complete: 'complete',
  partial: 'partial',
  unsure: 'unsure',
  correct: 'Correct this',
  open: 'Open Patchbay',
  unchanged: 'Nothing on this page was changed',
  collapse: 'Collapse',
  close: 'Close',
  expand: 'Patchbay: {count} need attention',
  reading: 'Reading {rows} of {stated}',
  readingSome: 'Reading, {rows} rows so far',
  cancel: 'Cancel',
  sections: named(SECTION_KINDS),
  proofs: named(PROOFS),
  refusals: {},
  states: { partly: 'Partly understood.', 'signed-out': 'Signed out.' },
}
/** The overlay in English, its words told apart. */
export const look: OverlayLook = { language: 'en', theme: 'auto', strings }
