import { describe, expect, it } from 'vitest'
import { cutGlance } from '../../storage/model/glance.ts'
import { parseGlance } from '../../storage/model/parseGlance.ts'
import { glance, pictured } from '../components/attention/rows.ts'

/** Parsed JSON, to be damaged at will. */
type Stored = { [key: string]: unknown } & Record<'items' | 'accounts' | 'newest', Record<string, unknown>[]>

const stored = (): Stored => JSON.parse(JSON.stringify(cutGlance(glance(pictured()))))

describe('the glance as it comes from the disk', () => {
  it('is taken as it was stored', () => {
    expect(parseGlance(stored())).toEqual(cutGlance(glance(pictured())))
    expect(parseGlance(JSON.parse(JSON.stringify(glance([]))))).toEqual(glance([]))
  })

  it.each([undefined, null, 'text', [], {}])('%s is none', raw => expect(parseGlance(raw)).toBeNull())

  it.each<[string, (raw: Stored) => unknown]>([
    ['of another version', raw => (raw.version = 2)],
    ['without its moment', raw => (raw.at = '14:05')],
    ['with rows that are none', raw => raw.items.push(null as never)],
    ['with a row without a name', raw => delete raw.items[0]?.name],
    ['with a row without evidence', raw => delete raw.items[0]?.evidence],
    ['with an account without a summary', raw => delete raw.accounts[0]?.summary],
    ['with a row without its sentences', raw => delete raw.items[0]?.written],
    ['with an account without its counts', raw => delete raw.accounts[1]?.counts],
    ['with a count that is none', raw => ((raw.accounts[0]?.counts as Record<string, unknown>).snoozed = '1')],
    ['without a badge', raw => (raw.badge = null)],
    ['with activity without a time', raw => delete raw.newest[0]?.time],
  ])('%s is none: the database tells', (_, damage) => {
    const raw = stored()
    damage(raw)
    expect(parseGlance(raw)).toBeNull()
  })
})
