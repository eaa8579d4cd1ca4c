import * as v from 'valibot'
import { ISSUE_ENDINGS, ISSUE_KINDS, type Issue } from '../issues/issue.ts'
import type { Mapping } from '../recognise/recognised.ts'
import {
  COLUMN_MEANINGS,
  EVENT_TYPES,
  PROOFS,
  READ_STATES,
  SECTION_KINDS,
  WORD_MEANINGS,
} from '../recognise/recognised.ts'
import { SOURCES } from './facts.ts'
import { REF_PATTERN } from './refs.ts'
import {
  type Account,
  type AppEvent,
  type Link,
  MARK_KINDS,
  type Mark,
  QUIET_WORDS,
  READ_WAYS,
  type Read,
} from './rows.ts'
import { TimeSchema } from './time.ts'

/** Schemas of the rows that come back from disk (or out of a file): untrusted until parsed. */
const accountId = v.pipe(v.string(), v.regex(/^(?:hubspot|sample):\w+$/))
const ref = v.pipe(v.string(), v.regex(REF_PATTERN))
const source = v.picklist(SOURCES)
const nullableString = v.nullable(v.string())

export const AccountSchema = v.object({
  id: accountId,
  label: v.string(),
  host: nullableString,
  addedAt: v.number(),
  automatic: v.fallback(v.boolean(), false),
  zone: v.fallback(nullableString, null),
})

export const LinkSchema = v.object({
  account: accountId,
  from: ref,
  to: ref,
  by: v.picklist(['row', 'you']),
  observedAt: v.number(),
})

export const ReadSchema = v.object({
  account: accountId,
  id: v.string(),
  way: v.picklist(READ_WAYS),
  source,
  device: v.string(),
  state: v.picklist(READ_STATES),
  home: v.nullable(v.picklist(['new', 'classic'])),
  languages: v.array(v.string()),
  startedAt: v.number(),
  observedAt: v.number(),
  sections: v.array(
    v.object({
      kind: v.picklist(SECTION_KINDS),
      heading: nullableString,
      seen: v.number(),
      stated: v.nullable(v.number()),
      skipped: v.number(),
      complete: v.boolean(),
      proof: v.picklist(PROOFS),
      since: v.number(),
      unsure: v.array(v.string()),
    }),
  ),
})

export const EventSchema = v.object({
  account: accountId,
  id: v.string(),
  type: v.picklist(EVENT_TYPES),
  raw: v.string(),
  app: v.nullable(ref),
  appName: nullableString,
  person: v.nullable(ref),
  personName: nullableString,
  time: TimeSchema,
  at: v.number(),
  firstSeen: v.number(),
  source,
})

/** How patient Patchbay is with an app's silence: a word, or whole days. */
export const QuietSchema = v.union([
  v.picklist(QUIET_WORDS),
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
])

export const MarkSchema = v.object({
  account: accountId,
  subject: ref,
  kind: v.picklist(MARK_KINDS),
  at: v.number(),
  until: v.nullable(v.number()),
  quiet: v.optional(QuietSchema),
})

export const IssueSchema = v.object({
  account: accountId,
  subject: ref,
  kind: v.picklist(ISSUE_KINDS),
  occurrence: v.number(),
  open: v.picklist([0, 1]),
  began: v.nullable(TimeSchema),
  firstSeen: v.number(),
  lastSeen: v.number(),
  evidence: v.object({
    from: v.picklist(['status', 'attention', 'silence', 'absence', 'reads']),
    text: nullableString,
    observedAt: v.number(),
    source,
  }),
  ended: v.nullable(v.object({ how: v.picklist(ISSUE_ENDINGS), time: TimeSchema, observedAt: v.number() })),
  version: v.number(),
})

export const MappingSchema = v.object({
  columns: v.array(v.object({ fingerprint: v.string(), meanings: v.record(v.string(), v.picklist(COLUMN_MEANINGS)) })),
  words: v.record(v.string(), v.picklist(WORD_MEANINGS)),
})

/** Rows of one table by what they are called there. */
export interface StoredRows {
  accounts: Account
  links: Link
  reads: Read
  events: AppEvent
  marks: Mark
  issues: Issue
}

export const ROW_SCHEMAS = {
  accounts: AccountSchema,
  links: LinkSchema,
  reads: ReadSchema,
  events: EventSchema,
  marks: MarkSchema,
  issues: IssueSchema,
} as const

/** The rows that are what the schema says, unknown fields dropped; damaged ones are left out, never repaired into something told. */
export const parseRows = <T extends keyof StoredRows>(table: T, rows: readonly unknown[]): StoredRows[T][] =>
  rows.flatMap(row => {
    const parsed = v.safeParse(ROW_SCHEMAS[table], row)
    return parsed.success ? [parsed.output as unknown as StoredRows[T]] : []
  })

/** A mapping, or null where there is none that can be read. */
export const parseMapping = (raw: unknown): Mapping | null => {
  const parsed = v.safeParse(MappingSchema, raw)
  return parsed.success ? parsed.output : null
}
