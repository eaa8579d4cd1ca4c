import { ABSENCE } from './chapters/absence.ts'
import { BLIND } from './chapters/blind.ts'
import { BREAK_AND_MEND } from './chapters/breakAndMend.ts'
import { FIRST_DAYS } from './chapters/firstDays.ts'
import { GONE_QUIET } from './chapters/goneQuiet.ts'
import { LEAVING } from './chapters/leaving.ts'
import { NAMES } from './chapters/names.ts'
import { TWO_ACCOUNTS } from './chapters/twoAccounts.ts'
import { TWO_ITEMS } from './chapters/twoItems.ts'
import { WORDS } from './chapters/words.ts'
import { YOUR_WORD } from './chapters/yourWord.ts'
import type { Step } from './table.ts'

/** The whole story, step by step; each goes on where the one before ended. */
export const STORY: readonly Step[] = [
  ...FIRST_DAYS,
  ...BREAK_AND_MEND,
  ...TWO_ITEMS,
  ...NAMES,
  ...ABSENCE,
  ...YOUR_WORD,
  ...TWO_ACCOUNTS,
  ...WORDS,
  ...BLIND,
  ...LEAVING,
  ...GONE_QUIET,
]
