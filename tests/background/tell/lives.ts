import { runOutbox } from '../../../entrypoints/background/tell/outbox.ts'
import { createDb, type PatchbayDb } from '../../../storage/db.ts'
import { type Office, worldOf } from './office.ts'

/**
 * One life of the worker: it runs the outbox until all is done or until step number `dies`. A step is each question to the
 * database, each write, and both sides of each touch of the world outside. A dead worker's transaction is undone, its requests
 * are answered to nobody, and nothing of it ever runs again. Returns how many steps it lived.
 */
export const live = async (office: Office, dies = Number.POSITIVE_INFINITY): Promise<number> => {
  let steps = 0
  let end: () => void = () => undefined
  const death = new Promise<void>(resolve => {
    end = resolve
  })
  const isDead = () => {
    steps++
    if (steps === dies) end()
    return steps >= dies
  }
  const on = mortalDb(office.on.name, () => {
    if (isDead()) throw new Error('The worker is dead')
  })
  office.step = () => (isDead() ? new Promise<void>(() => undefined) : undefined)
  await Promise.race([runOutbox(office.now, worldOf(office, on)).catch(() => undefined), death])
  office.step = () => new Promise<void>(() => undefined)
  return steps
}

/** The office's database as one worker sees it; `step` throws once that is dead. */
const mortalDb = (name: string, step: () => void): PatchbayDb => {
  const on = createDb(name)
  on.on('versionchange', () => {
    on.close() // the test deletes the database; a dead worker is not asked, and says nothing
    return false
  })
  on.use({
    stack: 'dbcore',
    name: 'mortal',
    create: core => ({
      ...core,
      table: tableName => {
        const table = core.table(tableName)
        const mortal =
          <Asked, Answer>(ask: (asked: Asked) => Promise<Answer>) =>
          (asked: Asked): Promise<Answer> => {
            step()
            return ask(asked)
          }
        return {
          ...table,
          mutate: mortal(request => table.mutate(request)),
          get: mortal(request => table.get(request)),
          getMany: mortal(request => table.getMany(request)),
          query: mortal(request => table.query(request)),
          count: mortal(request => table.count(request)),
          openCursor: mortal(request => table.openCursor(request)),
        }
      },
    }),
  })
  return on
}
