import { describe, expect, it } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import { HOUR } from '../../../storage/model/facts/time.ts'
import { attentionItems } from '../../../storage/model/issues/attention.ts'
import { isOpen } from '../../../storage/model/issues/judge.ts'
import { applyBatch, assembleLedger, emptyLedger, judgeLedger, type Ledger } from '../../../storage/model/ledger.ts'
import { ACCOUNT, type AppSpec, type PageSpec, pageBatch, START } from '../../builders.ts'

const EXPIRED = 'The connection has expired'
const EXPIRED_TOO = 'The second connection has expired'
const ASKS = 'Review the permissions it asks for'
const BROKEN = 'Connection error: token refresh failed'

const ledger = () => emptyLedger(newAccount(ACCOUNT, START))
const read = (on: Ledger, hours: number, spec: PageSpec) => {
  applyBatch(on, pageBatch(START + hours * HOUR, spec))
  judgeLedger(on, START + hours * HOUR)
}
const issues = (on: Ledger) => [...on.issues.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
const kinds = (on: Ledger) =>
  issues(on)
    .filter(isOpen)
    .map(issue => issue.kind)
const endings = (on: Ledger) => issues(on).map(issue => `${issue.kind} ${issue.ended?.how ?? 'open'}`)
const rows = (on: Ledger) =>
  attentionItems({
    account: on.account,
    apps: assembleLedger(on).apps,
    issues: [...on.issues.values()],
    marks: on.marks,
    now: START + 24 * HOUR,
  })

const page = (reasons: string[], more: Partial<AppSpec> = {}): PageSpec => ({
  apps: [{ name: 'Ledgerlane', ref: 'page:1', ...more }],
  attention: reasons.map(reason => ({ name: 'Ledgerlane', ref: 'page:1', reason })),
})
const part = (...reasons: string[]): PageSpec => ({ ...page(reasons), partial: ['attention'] })

describe('an app with two items in Needs your attention', () => {
  it('is one row with the worst first, and all that HubSpot wrote', () => {
    const on = ledger()
    read(on, 0, page([ASKS, EXPIRED]))
    expect(kinds(on)).toEqual(['attention', 'expired'])
    expect(rows(on)).toHaveLength(1)
    expect(rows(on)[0]).toMatchObject({ kind: 'expired', also: ['attention'], written: [EXPIRED, ASKS] })
    expect(rows(on)[0]?.evidence.text).toBe(EXPIRED)
  })
  it('has one issue for two of a kind, with both sentences, until neither is listed', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED, EXPIRED_TOO]))
    expect(issues(on)).toHaveLength(1)
    expect(rows(on)[0]).toMatchObject({ kind: 'expired', also: [], written: [EXPIRED, EXPIRED_TOO].sort() })
    read(on, 1, page([EXPIRED_TOO]))
    expect(endings(on)).toEqual(['expired open'])
    expect(rows(on)[0]).toMatchObject({ written: [EXPIRED_TOO], evidence: { text: EXPIRED_TOO } })
    read(on, 2, page([]))
    expect(endings(on)).toEqual(['expired not-in-attention'])
  })
  it('keeps the one that a part of the section did not show', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED]))
    read(on, 1, part(ASKS))
    expect(endings(on)).toEqual(['attention open', 'expired open'])
    expect(rows(on)[0]?.written).toEqual([EXPIRED, ASKS])
    read(on, 2, part(EXPIRED))
    expect(kinds(on)).toEqual(['attention', 'expired'])
    expect(issues(on)).toHaveLength(2)
  })
  it.each([
    ['the worse one first', ASKS, ['attention open', 'expired not-in-attention']],
    ['the other one first', EXPIRED, ['attention not-in-attention', 'expired open']],
  ])('is mended one after the other, %s', (_, left, then) => {
    const on = ledger()
    read(on, 0, page([EXPIRED, ASKS]))
    read(on, 1, page([left]))
    expect(endings(on)).toEqual(then)
    expect(rows(on)[0]).toMatchObject({ also: [], written: [left] })
    read(on, 2, page([]))
    expect(endings(on)).toEqual(['attention not-in-attention', 'expired not-in-attention'])
    expect(rows(on)).toEqual([])
  })
  it('has another problem instead when a complete section lists that in place of it', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED]))
    read(on, 1, page([BROKEN]))
    expect(endings(on)).toEqual(['error open', 'expired other-problem'])
  })
  it('has none instead when the other one stood beside it before', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED, BROKEN]))
    read(on, 1, page([BROKEN]))
    expect(endings(on)).toEqual(['error open', 'expired not-in-attention'])
  })
  it('is mended of one while the other is stated by the status too', () => {
    const on = ledger()
    read(on, 0, page([BROKEN, ASKS], { status: 'Error' }))
    read(on, 1, page([BROKEN], { status: 'Error' }))
    expect(endings(on)).toEqual(['attention not-in-attention', 'error open'])
    read(on, 2, page([], { status: 'Connected' }))
    expect(endings(on)).toEqual(['attention not-in-attention', 'error status-connected'])
  })
  it('is not mended by the section while the status states a problem that came since', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED], { status: null }))
    read(on, 1, page([], { status: 'Error' }))
    expect(kinds(on)).toEqual(['error', 'expired'])
  })
  it('keeps a problem that the status stated and the section still lists, though the status now says another', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED], { status: 'Expired' }))
    read(on, 1, { apps: page([], { status: 'Expired' }).apps ?? [] })
    read(on, 2, { apps: page([], { status: 'Error' }).apps ?? [] }) // a page without the section
    expect(kinds(on)).toEqual(['error', 'expired'])
  })
  it('does not tell the sentence of a problem that ended by other evidence', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED, ASKS]))
    read(on, 1, { ...part(ASKS), apps: page([], { status: 'Connected' }).apps ?? [] })
    expect(endings(on)).toEqual(['attention open', 'expired status-connected'])
    expect(rows(on)[0]?.written).toEqual([ASKS])
  })
  it('is judged the same with a part of the section in between', () => {
    const on = ledger()
    for (const [hours, spec] of [page([EXPIRED, ASKS]), part(ASKS), page([ASKS]), part(ASKS), page([])].entries())
      read(on, hours, spec)
    expect(endings(on)).toEqual(['attention not-in-attention', 'expired not-in-attention'])
    expect(issues(on).map(issue => issue.occurrence)).toEqual([1, 1])
  })
  it('changes with what the user says a sentence means', () => {
    const on = ledger()
    read(on, 0, page([EXPIRED, ASKS]))
    on.mapping = { columns: [], words: { 'review the permissions it asks for': 'disconnected' } }
    judgeLedger(on, START + HOUR)
    expect(
      assembleLedger(on)
        .apps[0]?.attention.map(item => item.value.trouble)
        .sort(),
    ).toEqual(['disconnected', 'expired'])
    expect(kinds(on)).toContain('disconnected')
    expect(rows(on)[0]?.written).toEqual([EXPIRED, ASKS])
  })
})

describe('two items whose name two apps share', () => {
  const twins: AppSpec[] = [1, 2].map(n => ({ name: 'Ledgerlane', ref: `page:${n}` }))
  const shared = (...reasons: string[]): PageSpec => ({
    apps: twins,
    attention: reasons.map(reason => ({ name: 'Ledgerlane', reason })),
  })
  it('are one row that may be either, and end one by one', () => {
    const on = ledger()
    read(on, 0, shared(EXPIRED, ASKS))
    expect(rows(on)).toHaveLength(1)
    expect(rows(on)[0]).toMatchObject({ anyOfSeveral: true, kind: 'expired', also: ['attention'] })
    read(on, 1, shared(ASKS))
    expect(rows(on)[0]).toMatchObject({ anyOfSeveral: true, kind: 'attention', also: [], written: [ASKS] })
    read(on, 2, shared())
    expect(rows(on)).toEqual([])
  })
})
