import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lives } from './lives.ts'
import { toldLog } from './product.ts'
import { expectedLog } from './simulator.ts'
import { Witness } from './witness.ts'
import { type Device, type Life, MINUTE } from './world.ts'

/** The same lives every time; another seed tells others. */
const RUNS = { numRuns: 300, seed: 20261124 }

const deviceOf = (life: Life) => life.devices[0] as Device
/** Minutes of a life, drawn as minutes since its beginning. */
const minutesOf = (life: Life, offsets: readonly number[]) =>
  offsets.map(offset => life.from + offset * MINUTE).filter(at => at < life.to)

describe('whatever happens, decide', () => {
  it('says what the simulator says', () => {
    const sameLog = (life: Life) => {
      expect(toldLog(life, deviceOf(life))).toEqual(expectedLog(life, deviceOf(life)))
    }
    fc.assert(fc.property(lives, sameLog), RUNS)
  })

  it('says the same however often it is asked in between', () => {
    const offsets = fc.array(fc.nat(6000), { maxLength: 200 })
    const sameLog = (life: Life, extra: number[]) => {
      const device = deviceOf(life)
      expect(toldLog(life, device, { looks: minutesOf(life, extra) })).toEqual(toldLog(life, device))
    }
    fc.assert(fc.property(lives, offsets, sameLog), RUNS)
  })

  it('keeps its promises, also when the worker dies before a decision is written', () => {
    const deaths = fc.array(fc.tuple(fc.nat(4000), fc.constantFrom(1, 2, 30, 300)), { maxLength: 8 })
    const keepsPromises = (life: Life, spans: [number, number][]) => {
      const dies = (at: number) =>
        spans.some(([start, minutes]) => {
          const since = at - life.from - start * MINUTE
          return since >= 0 && since < minutes * MINUTE
        })
      toldLog(life, deviceOf(life), { dies, seen: new Witness().watch })
    }
    fc.assert(fc.property(lives, deaths, keepsPromises), RUNS)
  })
})
