import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { createDb, MIGRATIONS, TABLES } from '../../../storage/db.ts'

describe('version 1', () => {
  it('makes every table that is marked shared, private or derived, and no other', async () => {
    const db = createDb('migration v1')
    await db.open()
    expect(db.tables.map(table => table.name).sort()).toEqual(Object.keys(TABLES).sort())
    await db.delete()
  })
  it('leads every key and every index with the account', async () => {
    const db = createDb('migration v1 keys')
    await db.open()
    for (const table of db.tables) {
      const { primKey, indexes } = table.schema
      expect(primKey.compound ? primKey.keyPath?.[0] : primKey.keyPath, table.name).toMatch(/^(?:account|id)$/)
      for (const index of indexes) expect(index.keyPath?.[0], `${table.name} ${index.name}`).toBe('account')
    }
    await db.delete()
  })
  it('is the first of a chain without gaps', () => {
    expect(MIGRATIONS.map(step => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})
