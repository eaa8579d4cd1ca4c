import type { AttentionItem } from './attention.ts'
import { ISSUE_KINDS } from './issue.ts'

/** Worst first, then longest open, then by name. */
export const compareItems = (a: AttentionItem, b: AttentionItem) =>
  ISSUE_KINDS.indexOf(a.kind) - ISSUE_KINDS.indexOf(b.kind) ||
  a.firstSeen - b.firstSeen ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
  (a.account < b.account ? -1 : 1)
