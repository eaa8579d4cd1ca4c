import { describe, expect, it } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import type { Read } from '../../../storage/model/facts/rows.ts'
import { HOUR } from '../../../storage/model/facts/time.ts'
import { isOpen } from '../../../storage/model/issues/judge.ts'
import { applyBatch, emptyLedger, judgeLedger, type Ledger } from '../../../storage/model/ledger.ts'
import { isCounted } from '../../../storage/model/summary.ts'
import { ACCOUNT, type AppSpec, type PageSpec, pageBatch, START } from '../../builders.ts'

const ledger = () => emptyLedger(newAccount(ACCOUNT, START))
const read = (on: Ledger, at: number, spec: PageSpec) => {
  applyBatch(on, pageBatch(at, spec))
  return judgeLedger(on, at).apps
}
const open = (on: Ledger) => [...on.issues.values()].filter(isOpen).map(issue => `${issue.subject} ${issue.kind}`)

const older: AppSpec = { name: 'Quillbox', ref: 'slug:quillbox', status: null }
const newer: AppSpec = { name: 'Quillbox', ref: 'id:7', status: 'Connected' }
const nameless = { name: 'Quillbox', reason: 'Quillbox is disconnected.' }
const twins = { apps: [older, newer], attention: [] }

describe('a name that two apps carry', () => {
  it('is no third app, though an item stood under it while one app alone was called so', () => {
    const on = ledger()
    read(on, START, { apps: [older], attention: [nameless] })
    read(on, START + HOUR, { apps: [older], attention: [] })
    const apps = read(on, START + 2 * HOUR, twins)
    expect(apps.filter(isCounted).map(app => app.key)).toEqual(['id:7', 'slug:quillbox'])
  })
  it('has a problem of its own, which ends when the whole section lists it no more and both are in My apps', () => {
    const on = ledger()
    const apps = read(on, START, { ...twins, attention: [nameless] })
    expect(open(on)).toEqual(['name:Quillbox disconnected'])
    expect(apps.filter(isCounted)).toHaveLength(2)
    read(on, START + HOUR, { ...twins, partial: ['attention'] })
    read(on, START + 2 * HOUR, { ...twins, apps: [newer] })
    expect(open(on)).toEqual(['name:Quillbox disconnected'])
    read(on, START + 3 * HOUR, twins)
    expect(open(on)).toEqual([])
  })
  it('of an app in a list without links is an app: that list names it', () => {
    const on = ledger()
    const apps = read(on, START, { ...twins, others: [{ name: 'Quillbox', connections: 3 }] })
    expect(apps.filter(isCounted).map(app => app.key)).toEqual(['id:7', 'name:Quillbox', 'slug:quillbox'])
  })
  it('is the one app again that is left with it', () => {
    const on = ledger()
    read(on, START, { ...twins, attention: [nameless] })
    const renamed = { apps: [older, { ...newer, name: 'Quillbox 2' }], attention: [nameless] }
    const apps = read(on, START + HOUR, renamed)
    expect(apps.map(app => app.key)).toEqual(['slug:quillbox', 'id:7'])
    expect(open(on)).toEqual(['name:Quillbox disconnected'])
    const reads = [...on.reads.values()] as Read[]
    expect(reads).toHaveLength(2)
  })
})
