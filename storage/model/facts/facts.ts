import * as v from 'valibot'
import { type AccountId, REF_PATTERN, type Ref } from './refs.ts'
import { DAY, TimeSchema } from './time.ts'

/** Newest `observedAt` wins; at equal times the earlier source in this list does (DESIGN: page, API, file). */
export const SOURCES = ['page', 'api', 'file', 'sample'] as const
export type Source = (typeof SOURCES)[number]

/** HubSpot's words for how a connection is, or `unknown` with the word we do not know, or `not-reported` where the cell is blank. */
export const STATUSES = ['connected', 'expired', 'disconnected', 'error', 'unknown', 'not-reported'] as const
export type Status = (typeof STATUSES)[number]

const PersonName = v.object({ ref: v.pipe(v.string(), v.regex(REF_PATTERN)), name: v.string() })
export type PersonName = { ref: Ref; name: string }

/** One phrase of what an app may do, in HubSpot's words and language, and where the page put it. */
export const PERMISSION_GROUPS = ['granted', 'after-reauthorization', 'needs-upgrade'] as const
export type PermissionGroup = (typeof PERMISSION_GROUPS)[number]

/**
 * What one read can say of one field. Words are kept as they were written (`word`, `reason`), beside nothing derived:
 * their meaning is looked up when facts are assembled, so better words or a mended mapping need no new read.
 */
export const FIELD_SCHEMAS = {
  /** The name as displayed. */
  name: v.string(),
  /** The word in the status column; null when the column is there and the cell is blank (`--`, `–`, empty). */
  status: v.nullable(v.string()),
  /** One item in Needs your attention: the sentence as written, and its button if any. An app may have several (items.ts). */
  attention: v.object({ reason: v.string(), button: v.nullable(v.string()) }),
  installed: TimeSchema,
  installedBy: PersonName,
  /** Null when the column is there and the cell is blank (user-level and multi-account apps). */
  lastActivity: v.nullable(TimeSchema),
  /** Row of My apps / of Other apps. */
  inMyApps: v.literal(true),
  inOtherApps: v.literal(true),
  connections: v.number(),
  /** HubSpot's note that the app has several connections, as written. */
  severalConnections: v.string(),
  /** The list of users as far as it was read: all of it only where that was proven, else `people` of `stated` (null: no number is stated). */
  users: v.object({
    people: v.array(
      v.object({
        person: PersonName,
        team: v.nullable(v.string()),
        installed: v.nullable(TimeSchema),
      }),
    ),
    stated: v.nullable(v.number()),
    complete: v.boolean(),
  }),
  permissions: v.object({
    language: v.string(),
    phrases: v.array(v.object({ text: v.string(), group: v.picklist(PERMISSION_GROUPS) })),
  }),
  marketplace: v.string(),
  settings: v.string(),
} as const

export type FieldName = keyof typeof FIELD_SCHEMAS
export type FieldValue<F extends FieldName = FieldName> = v.InferOutput<(typeof FIELD_SCHEMAS)[F]>
export const FIELD_NAMES = Object.keys(FIELD_SCHEMAS) as FieldName[]

/** What a field is called in a fact: its name, but for `attention`, where each item is a field of its own (items.ts). */
export type FactField<F extends FieldName = FieldName> = F extends 'attention' ? `${F}:${string}` : F

/** The name of the field that a fact tells. */
export const fieldOf = (field: FactField): FieldName => (isItem(field) ? 'attention' : field)

const isItem = (field: string): field is FactField<'attention'> => field.startsWith('attention:')

/**
 * Fields whose past is kept as sightings, so that "since when" and "what changed" can be answered, with how finely (ms):
 * what breaks is told by the day, what is renamed or re-approved by the month. Of the last activity, which differs from
 * read to read, the values are thinned too (sightings.ts).
 */
export const TRACKED_FIELDS: Partial<Record<FieldName, number>> = {
  status: DAY,
  attention: DAY,
  lastActivity: 30 * DAY,
  name: 30 * DAY,
  permissions: 30 * DAY,
}

/** What one read said of one field of one subject. The newest per (account, ref, field, source) is kept. */
export interface Fact<F extends FieldName = FieldName> {
  account: AccountId
  ref: Ref
  field: FactField<F>
  value: FieldValue<F>
  /** Epoch ms at which the value was on the screen (or in the answer). */
  observedAt: number
  source: Source
  /** This browser, as a random id: the seam for pooling facts of several browsers. */
  device: string
  /** Id of the read that saw it. */
  read: string
}

/** Parses one stored or received fact; null when any part of it is not what FIELD_SCHEMAS allows. */
export const parseFact = (raw: unknown): Fact | null => {
  const envelope = v.safeParse(EnvelopeSchema, raw)
  if (!envelope.success) return null
  const value = v.safeParse(FIELD_SCHEMAS[fieldOf(envelope.output.field)], envelope.output.value)
  return value.success ? ({ ...envelope.output, value: value.output } as Fact) : null
}

const EnvelopeSchema = v.object({
  account: v.pipe(v.string(), v.regex(/^(?:hubspot|sample):\w+$/)),
  ref: v.pipe(v.string(), v.regex(REF_PATTERN)),
  field: v.custom<FactField>(
    field =>
      typeof field === 'string' &&
      (isItem(field) || (field !== 'attention' && FIELD_NAMES.includes(field as FieldName))),
  ),
  value: v.unknown(),
  observedAt: v.number(),
  source: v.picklist(SOURCES),
  device: v.string(),
  read: v.string(),
})
