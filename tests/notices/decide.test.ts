import { describe, expect, it } from 'vitest'
import { firstDifference } from './lines.ts'
import { month } from './months.ts'
import { toldLog } from './product.ts'
import { expectedLog } from './simulator.ts'

const SEEDS = Array.from({ length: 300 }, (_, n) => n + 1)

/** Months whose log differs from the simulator's, each with the first line that does. */
const differences = (seeds: readonly number[]): string[] =>
  seeds.flatMap(seed => {
    const life = month(seed)
    return life.devices.flatMap(device => {
      const difference = firstDifference(expectedLog(life, device), toldLog(life, device))
      return difference ? [`seed ${seed}, ${device.id}, ${difference}`] : []
    })
  })

describe('what decide tells in a month is what the page says', () => {
  for (let n = 0; n < SEEDS.length; n += 50) {
    const seeds = SEEDS.slice(n, n + 50)
    it(`in the months ${seeds[0]} to ${seeds.at(-1)}`, { timeout: 120_000 }, () => {
      expect(differences(seeds).join('\n\n')).toBe('')
    })
  }
})
