import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../storage/model/facts/facts.ts'
import { canonical, digest, join } from '../../../storage/model/facts/join.ts'

const fact = fc.record({
  account: fc.constant('hubspot:1' as const),
  ref: fc.constantFrom('page:1' as const, 'name:Ledgerlane' as const),
  field: fc.constant('status' as const),
  value: fc.option(fc.constantFrom('Connected', 'Expired', 'Error'), { nil: null }),
  observedAt: fc.integer({ min: 0, max: 3 }),
  source: fc.constantFrom('page' as const, 'api' as const, 'file' as const),
  device: fc.constantFrom('a', 'b'),
  read: fc.constantFrom('r1', 'r2'),
}) as fc.Arbitrary<Fact>

describe('joining two facts of one key', () => {
  it('gives the same whichever came first', () => {
    fc.assert(fc.property(fact, fact, (a, b) => void expect(join(a, b)).toEqual(join(b, a))))
  })
  it('gives the same however three are grouped', () => {
    fc.assert(fc.property(fact, fact, fact, (a, b, c) => void expect(join(join(a, b), c)).toEqual(join(a, join(b, c)))))
  })
  it('changes nothing when the same fact comes again', () => {
    fc.assert(fc.property(fact, fact, (a, b) => void expect(join(join(a, b), b)).toEqual(join(a, b))))
  })
  it('keeps the newer', () => {
    fc.assert(
      fc.property(fact, fact, (a, b) => void expect(join(a, b).observedAt).toBe(Math.max(a.observedAt, b.observedAt))),
    )
  })
})

describe('a digest', () => {
  it('is equal for equal values whatever order their keys were built in', () => {
    expect(digest({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(digest({ b: [{ d: 3, c: 2 }], a: 1 }))
  })
  it('differs for differing values, long ones too', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 80 }), fc.string({ minLength: 80 }), (a, b) => {
        fc.pre(a !== b)
        expect(digest(a)).not.toBe(digest(b))
      }),
    )
  })
  it('keeps the order of lists', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  })
})
