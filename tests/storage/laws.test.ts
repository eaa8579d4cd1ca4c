import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { check, LAWS } from './laws.ts'

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1)

describe('the store, in memory', () => {
  for (const name of Object.keys(LAWS))
    it(name, { timeout: 60_000 }, async () => {
      for (const seed of SEEDS) await expect(check(name, seed), `seed ${seed}`).resolves.toBeUndefined()
    })
})
