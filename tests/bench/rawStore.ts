/** IndexedDB by hand, with the product's own tables and indexes: what intake is measured against. */

import { MIGRATIONS } from '../../storage/db.ts'

/** `[account+at]` as IndexedDB's key path. */
const keyPath = (index: string) => (index.startsWith('[') ? index.slice(1, -1).split('+') : index)

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A fresh, empty database with every table and index of the product's newest version. */
export async function createRaw(name: string): Promise<IDBDatabase> {
  await settled(indexedDB.deleteDatabase(name))
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const { stores } of MIGRATIONS) {
      for (const [table, schema] of Object.entries(stores)) {
        const [key = '', ...indexes] = (schema ?? '').split(', ')
        const store = request.result.createObjectStore(table, { keyPath: keyPath(key) })
        for (const index of indexes) store.createIndex(index, keyPath(index))
      }
    }
  }
  return settled(request)
}

/** Puts rows table by table in one transaction; over when it is committed. */
export const putRaw = (on: IDBDatabase, rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = on.transaction(Object.keys(rows), 'readwrite')
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    for (const [table, list] of Object.entries(rows)) {
      const store = transaction.objectStore(table)
      for (const row of list) store.put(row)
    }
  })
