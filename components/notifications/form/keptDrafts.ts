import { DRAFTS, withDrafts } from '../../../storage/keptDrafts.ts'
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import { CHANNELS, REMINDER_STEPS, RULE_TYPES } from '../../../storage/model/notices/rows.ts'
import { browser } from '../../../storage/nativeBrowser.ts'
import type { RuleForm } from './ruleForm.ts'

/**
 * Forms that were left before Apply. In `storage.session`: in memory until the browser is closed, so that nothing of an
 * account is left behind on the disk.
 */
export interface KeptDraft {
  readonly account: AccountId
  /** Which form it is: `new`, the id of the rule, or `copy <id>`. */
  readonly of: string
  readonly form: RuleForm
}

/** Keeps a form as it is now. */
export const keepDraft = (draft: KeptDraft): Promise<void> =>
  change(drafts => [...drafts.filter(known => !isSame(known, draft)), draft])

/** Forgets a kept form. */
export const forgetDraft = (draft: Pick<KeptDraft, 'account' | 'of'>): Promise<void> =>
  change(drafts => drafts.filter(known => !isSame(known, draft)))

/**
 * Every form that was left, the one left last at the end. Asked for by their name: asking for everything in
 * `storage.session` would bring what the vault holds there into this page.
 */
export const keptDrafts = async (): Promise<KeptDraft[]> => {
  const stored = (await browser.storage.session.get(DRAFTS))[DRAFTS]
  return Array.isArray(stored) ? stored.flatMap(raw => parse(raw) ?? []) : []
}

/** The form that was left there, or null. */
export const keptDraft = async (account: AccountId, of: string): Promise<RuleForm | null> =>
  (await keptDrafts()).find(known => isSame(known, { account, of }))?.form ?? null

/** Calls back whenever a form was kept or forgotten; returns the way to stop. */
export const watchDrafts = (changed: () => void): (() => void) => {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && changes[DRAFTS]) changed()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

const isSame = (a: Pick<KeptDraft, 'account' | 'of'>, b: Pick<KeptDraft, 'account' | 'of'>) =>
  a.account === b.account && a.of === b.of

const change = (next: (drafts: KeptDraft[]) => KeptDraft[]): Promise<void> =>
  withDrafts(async () => browser.storage.session.set({ [DRAFTS]: next(await keptDrafts()) }))

const isOneOf = (known: readonly string[], value: unknown) => typeof value === 'string' && known.includes(value)
const isTexts = (value: unknown) => Array.isArray(value) && value.every(text => typeof text === 'string')

/** Null for what an older version of Patchbay kept in another shape. By hand: the schemas weigh more than this form. */
const parse = (raw: unknown): KeptDraft | null => {
  const { account, of, form } = (raw ?? {}) as Record<string, unknown>
  return typeof account === 'string' && typeof of === 'string' && isForm(form)
    ? { account: account as AccountId, of, form }
    : null
}

const isForm = (raw: unknown): raw is RuleForm => {
  const form = (raw ?? {}) as Record<keyof RuleForm, unknown>
  return (
    typeof form.id === 'string' &&
    (form.name === null || typeof form.name === 'string') &&
    isOneOf(RULE_TYPES, form.type) &&
    isOneOf(['none', ...REMINDER_STEPS], form.every) &&
    (form.anchor === null || typeof form.anchor === 'string') &&
    isOneOf(['all', 'chosen'], form.which) &&
    isTexts(form.apps) &&
    isOneOf(['super-admins', 'everyone', 'chosen'], form.who) &&
    isTexts(form.people) &&
    isTexts(form.teams) &&
    isTexts(form.channels) &&
    (form.channels as string[]).every(channel => isOneOf(CHANNELS, channel)) &&
    typeof form.sends === 'boolean' &&
    typeof form.reached === 'number'
  )
}
