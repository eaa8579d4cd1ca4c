import type { PlainKey, Translator } from '../../storage/i18n.ts'
import type { CommandRefusal } from '../../storage/model/commands.ts'

/** Why the worker did not do what was asked, with the next step. */
const WORDS: Readonly<Record<CommandRefusal, PlainKey>> = {
  'not-ours': 'home_refused_failed',
  malformed: 'home_refused_failed',
  'not-agreed': 'home_refused_not_agreed',
  'no-tab': 'home_check_nothing',
  'not-the-page': 'home_check_nothing',
  'no-access': 'home_refused_no_access',
  cancelled: 'home_refused_cancelled',
  failed: 'home_refused_failed',
  'not-super-admin': 'refused_not_super_admin',
  'bad-rule': 'refused_bad_rule',
  'disk-full': 'home_refused_disk_full',
}

export const refusalText = (reason: CommandRefusal, t: Translator): string => t(WORDS[reason])
