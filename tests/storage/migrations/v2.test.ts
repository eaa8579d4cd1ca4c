import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, it } from 'vitest'
import { createDb } from '../../../storage/db.ts'
import { v1 } from '../../../storage/migrations/v1.ts'

it('version 2 keeps the rows of version 1, and takes entries of the log for as old as they say', async () => {
  const old = new Dexie('migration v2')
  old.version(v1.version).stores(v1.stores)
  await old.open()
  const event = { account: 'hubspot:1', id: 'installed|id:7', type: 'installed', at: 1_700_000_000_000 }
  await old.table('events').put(event)
  await old.table('accounts').put({ id: 'hubspot:1', label: 'One', host: null, addedAt: 5, automatic: true })
  old.close()

  const db = createDb('migration v2')
  expect(await db.table('events').toArray()).toEqual([{ ...event, firstSeen: event.at }])
  expect(await db.accounts.get('hubspot:1')).toMatchObject({ label: 'One', automatic: true })
  expect(await db.rules.count()).toBe(0)
  await db.delete()
})
