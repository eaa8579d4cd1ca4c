import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../storage/model/facts/facts.ts'
import { groupApps } from '../../../storage/model/facts/links.ts'
import type { AppRef } from '../../../storage/model/facts/refs.ts'
import type { Link } from '../../../storage/model/facts/rows.ts'

const named = (ref: AppRef, name: string, observedAt = 1): Fact => ({
  account: 'hubspot:1',
  ref,
  field: 'name',
  value: name,
  observedAt,
  source: 'page',
  device: 'a',
  read: 'r',
})
const row = (from: AppRef, to: AppRef): Link => ({ account: 'hubspot:1', from, to, by: 'row', observedAt: 1 })
const said = (from: AppRef, to: AppRef): Link => ({ ...row(from, to), by: 'you' })
const together = (facts: Fact[], links: Link[], a: AppRef, b: AppRef) => {
  const groups = groupApps(facts, links)
  return groups.keyOf(a) === groups.keyOf(b)
}

describe('which refs are one app', () => {
  it('an app id and a record source with the same number are', () => {
    expect(together([named('id:77', 'A'), named('crm:77', 'A')], [], 'id:77', 'crm:77')).toBe(true)
  })
  it('a page number equal to a known app id is, one that merely looks like a number is not', () => {
    expect(together([named('page:77', 'A'), named('id:77', 'A')], [], 'page:77', 'id:77')).toBe(true)
    expect(together([named('page:77', 'A'), named('id:78', 'A')], [], 'page:77', 'id:78')).toBe(false)
    expect(together([named('page:77', 'A'), named('security:77', 'A')], [], 'page:77', 'security:77')).toBe(false)
  })
  it('a name and the link in its row are', () => {
    expect(
      together([named('page:1', 'Ledgerlane')], [row('page:1', 'name:Ledgerlane')], 'page:1', 'name:Ledgerlane'),
    ).toBe(true)
  })
  it('a name that two apps carry stands for neither', () => {
    const facts = [named('page:1', 'Mailharbor'), named('page:2', 'Mailharbor')]
    const links = [row('page:1', 'name:Mailharbor'), row('page:2', 'name:Mailharbor')]
    const groups = groupApps(facts, links)
    expect(new Set([groups.keyOf('page:1'), groups.keyOf('page:2'), groups.keyOf('name:Mailharbor')]).size).toBe(3)
  })
  it('a name that moved to another app stands for the one that carries it now', () => {
    const facts = [named('page:1', 'Old name', 1), named('page:1', 'New name', 2), named('page:2', 'Old name', 2)]
    const links = [row('page:1', 'name:Old name'), row('page:1', 'name:New name'), row('page:2', 'name:Old name')]
    expect(together([facts[1] as Fact, facts[2] as Fact], links, 'name:Old name', 'page:2')).toBe(true)
    expect(together([facts[1] as Fact, facts[2] as Fact], links, 'name:New name', 'page:1')).toBe(true)
  })
  it('a former name still stands for the app that had it while no other carries it', () => {
    const links = [row('page:1', 'name:Old name'), row('page:1', 'name:New name')]
    expect(together([named('page:1', 'New name')], links, 'name:Old name', 'page:1')).toBe(true)
  })
  it('equal names without a row that shows both are not', () => {
    expect(
      together([named('page:1', 'Formwell'), named('name:Formwell', 'Formwell')], [], 'page:1', 'name:Formwell'),
    ).toBe(false)
  })
  it('what the user says is, and it can be taken back', () => {
    expect(together([named('page:1', 'A'), named('slug:a', 'B')], [said('page:1', 'slug:a')], 'page:1', 'slug:a')).toBe(
      true,
    )
    expect(together([named('page:1', 'A'), named('slug:a', 'B')], [], 'page:1', 'slug:a')).toBe(false)
  })
  it('the key is the strongest ref', () => {
    const groups = groupApps([named('page:9', 'A')], [row('page:9', 'name:A'), row('page:9', 'slug:a')])
    expect(groups.keyOf('name:A')).toBe('page:9')
    expect([...groups.refsOf('name:A')].sort()).toEqual(['name:A', 'page:9', 'slug:a'])
  })
})
