import type { Driver } from '../browser.ts'

/** Every row of every table, by table; read past the product, straight from IndexedDB. */
export type Stored = Readonly<Record<string, readonly Record<string, unknown>[]>>

/** What the product has stored; empty tables are there, an absent database has none. */
export function stored(patchbay: Driver): Promise<Stored> {
  return patchbay.inside(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'patchbay')) return {}
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await asked(indexedDB.open('patchbay'))
    const names = [...db.objectStoreNames]
    const transaction = db.transaction(names)
    const rows = await Promise.all(names.map(name => asked(transaction.objectStore(name).getAll())))
    db.close()
    return Object.fromEntries(names.map((name, index) => [name, rows[index]]))
  }) as Promise<Stored>
}

/** The rows of one table. */
export async function rowsOf(patchbay: Driver, table: string): Promise<readonly Record<string, unknown>[]> {
  return (await stored(patchbay))[table] ?? []
}

/** Apps by name with the status as stored, `null` where none was reported; sorted. */
export async function appStatuses(patchbay: Driver, account?: string): Promise<Record<string, string | null>> {
  const apps = (await rowsOf(patchbay, 'apps')).filter(app => account === undefined || app.account === account)
  const told = apps.map(({ name, status }) => {
    const { value } = (status ?? {}) as { value?: { status: string } }
    return [String(name), value?.status ?? null] as const
  })
  return Object.fromEntries(told.sort(([one], [other]) => one.localeCompare(other)))
}

export type SectionRead = { kind: string; seen: number; stated: number | null; complete: boolean; proof: string }

/** What the newest read of an account came to. @throws Error when there is none. */
export async function newestRead(
  patchbay: Driver,
  account: string,
): Promise<{ state: string; way: string; section(kind: string): SectionRead | undefined }> {
  const reads = (await rowsOf(patchbay, 'reads')).filter(read => read.account === account)
  const [read] = reads.sort((one, other) => Number(other.observedAt) - Number(one.observedAt))
  if (!read) throw new Error(`${account} was never read`)
  const sections = read.sections as SectionRead[]
  return {
    state: String(read.state),
    way: String(read.way),
    section: kind => sections.find(section => section.kind === kind),
  }
}
