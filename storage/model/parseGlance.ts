import * as v from 'valibot'
import type { Glance } from './glance.ts'

/**
 * Parses what `storage.local` returned; null (paint nothing, wait for the database) if it is not a glance of this version.
 * Apart from `glance.ts`, because composing a glance brings all rules and words along, which the popup's first paint has
 * no time for.
 */
export const parseGlance = (raw: unknown): Glance | null => {
  const parsed = v.safeParse(GlanceSchema, raw)
  return parsed.success ? (parsed.output as unknown as Glance) : null
}

const GlanceSchema = v.looseObject({
  version: v.literal(1),
  at: v.number(),
  accounts: v.array(v.looseObject({ id: v.string(), label: v.string() })),
  items: v.array(
    v.looseObject({
      account: v.string(),
      subject: v.string(),
      name: v.string(),
      kind: v.string(),
      evidence: v.looseObject({}),
    }),
  ),
  counts: v.object({ counted: v.number(), snoozed: v.number(), fixed: v.number() }),
  badge: v.looseObject({ kind: v.string() }),
  newest: v.array(v.looseObject({ what: v.string() })),
})
