import { describe, expect, it } from 'vitest'
import { usersRead } from '../../../components/apps/usersRead.ts'
import { newAccount } from '../../../storage/intake.ts'
import { attentionItems } from '../../../storage/model/issues/attention.ts'
import { applyBatch, assembleLedger, emptyLedger, judgeLedger } from '../../../storage/model/ledger.ts'
import { ACCOUNT, type PageSpec, pageBatch, START } from '../../builders.ts'

const APP = { name: 'Foxglove Forms', ref: 'id:7' as const }
const PEOPLE = Array.from({ length: 17 }, (_, n) => `Person ${n}`)

const told = (...reads: PageSpec[]) => {
  const ledger = emptyLedger(newAccount(ACCOUNT, START))
  for (const [minutes, spec] of reads.entries()) applyBatch(ledger, pageBatch(START + minutes * 60_000, spec))
  judgeLedger(ledger, START + reads.length * 60_000)
  const { apps } = assembleLedger(ledger)
  const app = apps.find(one => one.key === APP.ref)
  if (!app) throw new Error('The app was not told')
  const [row] = attentionItems({
    account: ledger.account,
    apps,
    issues: [...ledger.issues.values()],
    marks: [],
    now: START + reads.length * 60_000,
  })
  return { app, row }
}
const broken = { attention: [{ ...APP, reason: 'The connection has expired' }] }

describe('a list of users', () => {
  it('that was read whole is the number of people', () => {
    const { app, row } = told({ users: [{ of: APP, people: PEOPLE }], ...broken })
    expect(app.users?.value).toMatchObject({ stated: 17, complete: true })
    expect(app.users?.value.people).toHaveLength(17)
    expect(usersRead(app)).toBeNull()
    expect(row?.people).toBe(17)
  })
  it('that was read in part says how many of how many', () => {
    const { app, row } = told({ users: [{ of: APP, people: PEOPLE.slice(0, 9), stated: 17 }], ...broken })
    expect(app.users?.value).toMatchObject({ stated: 17, complete: false })
    expect(usersRead(app)).toEqual({ kind: 'part', seen: 9, total: 17 })
    expect(row?.people).toBe(17)
  })
  it('that states no number is measured by the connections that HubSpot counts', () => {
    const some = { of: APP, people: PEOPLE.slice(0, 9), stated: null }
    expect(usersRead(told({ users: [some] }).app)).toEqual({ kind: 'unproven' })
    expect(told({ users: [some], ...broken }).row?.people).toBe(9)
    const counted = told({ others: [{ ...APP, connections: 17 }], users: [some], ...broken })
    expect(usersRead(counted.app)).toEqual({ kind: 'part', seen: 9, total: 17 })
    expect(counted.row?.people).toBe(17)
    const all = told({ others: [{ ...APP, connections: 9 }], users: [some] })
    expect(usersRead(all.app)).toBeNull()
    expect(all.app.users?.value.complete).toBe(false)
  })
  it('in two pieces on one page is put together, and never called whole for that', () => {
    const piece = (from: number, to: number) => ({ of: APP, people: PEOPLE.slice(from, to), stated: 17 })
    const { app } = told({ users: [piece(0, 9), piece(6, 17)] })
    expect(app.users?.value.people.map(({ person }) => person.name).sort()).toEqual([...PEOPLE].sort())
    expect(app.users?.value).toMatchObject({ stated: 17, complete: false })
    expect(usersRead(app)).toBeNull() // as many as stated
  })
  it('that one piece shows whole is that piece', () => {
    const { app } = told({
      users: [
        { of: APP, people: ['Nobody now'], stated: 17 },
        { of: APP, people: PEOPLE },
      ],
    })
    expect(app.users?.value.people.map(({ person }) => person.name)).toEqual(PEOPLE)
    expect(app.users?.value.complete).toBe(true)
  })
  it('is the newest one: what an older read showed is not mixed in', () => {
    const { app } = told(
      { users: [{ of: APP, people: PEOPLE }] },
      { users: [{ of: APP, people: ['Person 3'], stated: 16 }] },
    )
    expect(usersRead(app)).toEqual({ kind: 'part', seen: 1, total: 16 })
  })
})
