import type { Glance } from './glance.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Parses what `storage.local` returned; null (paint nothing, wait for the database) if it is not a glance of this version.
 * Apart from `glance.ts`, because composing a glance brings all rules and words along, and by hand and not by a schema:
 * the popup's first paint waits for it.
 */
export const parseGlance = (raw: unknown): Glance | null => {
  if (!isFields(raw) || raw.version !== 1 || typeof raw.at !== 'number' || typeof raw.unread !== 'number') return null
  const { accounts, items, newest, badge } = raw
  const isWhole =
    isListOf(
      accounts,
      row =>
        hasTexts(row, 'id', 'label') && isFields(row.summary) && Array.isArray(row.partial) && areCounts(row.counts),
    ) &&
    isListOf(
      items,
      row =>
        hasTexts(row, 'account', 'subject', 'name', 'kind', 'state') &&
        isFields(row.evidence) &&
        Array.isArray(row.written),
    ) &&
    isListOf(newest, row => hasTexts(row, 'account', 'what') && isFields(row.time)) &&
    isFields(badge) &&
    hasTexts(badge, 'kind')
  return isWhole ? (raw as unknown as Glance) : null
}

const isFields = (raw: unknown): raw is Fields => typeof raw === 'object' && raw !== null

const areCounts = (raw: unknown): boolean =>
  isFields(raw) && ['counted', 'snoozed', 'fixed'].every(state => typeof raw[state] === 'number')

const isListOf = (raw: unknown, isRow: (row: Fields) => boolean): boolean =>
  Array.isArray(raw) && raw.every(row => isFields(row) && isRow(row))

const hasTexts = (row: Fields, ...names: string[]): boolean => names.every(name => typeof row[name] === 'string')
