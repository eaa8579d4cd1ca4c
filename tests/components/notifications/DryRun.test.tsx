// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DryRunPanel } from '../../../components/notifications/DryRun.tsx'
import { dryRunOf } from '../../../storage/dryRun.ts'
import type { RuleDraft } from '../../../storage/model/notices/draft.ts'
import type { DryRun } from '../../../storage/model/notices/dryRun.ts'
import type { Item } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { clear, NOW, pass, show } from '../ui/screen.tsx'

vi.mock('../../../storage/dryRun.ts', () => ({ dryRunOf: vi.fn() }))

/** What was asked, each with the way to answer it. */
const asked: { draft: RuleDraft; answer: (run: DryRun | null) => Promise<void>; fail: () => Promise<void> }[] = []

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  vi.mocked(dryRunOf).mockImplementation((_account, draft) => {
    const { promise, resolve, reject } = Promise.withResolvers<DryRun | null>()
    asked.push({
      draft,
      answer: run => act(async () => resolve(run)) as Promise<void>,
      fail: () => act(async () => reject(new Error('no database'))) as Promise<void>,
    })
    return promise
  })
})
afterEach(async () => {
  await clear()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const DRAFT: RuleDraft = {
  ...{ id: 'a', name: 'A', type: 'error', apps: 'all', to: { kind: 'everyone' }, channels: ['in-app'], sends: false },
  reminder: null,
}
const item: Item = {
  ...{ what: 'opened', subject: 'id:1', name: 'Ledgerlane', kind: 'error', occurrence: 1, text: null, time: null },
  ...{ firstSeen: NOW, lastSeen: NOW, ended: null, person: null, url: null, missed: 0 },
}
const fired = (times: number): DryRun => ({
  from: NOW - 30 * 86_400_000,
  knownFrom: null,
  fired: Array.from({ length: times }, (_, nth) => ({ at: NOW - (times - nth) * 60_000, items: [item] })),
  silent: [],
})
const showFor = (draft: Partial<RuleDraft>, changed: unknown = 1) =>
  show(<DryRunPanel account={ACCOUNT} draft={{ ...DRAFT, ...draft }} changed={changed} />)
const said = () => document.querySelector('#dry-run [role="status"]')?.textContent

describe('the dry run', () => {
  it('is asked once the typing pauses, and not again for a name', async () => {
    await showFor({})
    await pass(100)
    await showFor({ type: 'expired' })
    await pass(100)
    await showFor({ type: 'disconnect' })
    await pass(300)
    expect(asked.map(({ draft }) => draft.type)).toEqual(['disconnect'])
    await showFor({ type: 'disconnect', name: 'Another name' })
    await pass(300)
    expect(asked).toHaveLength(1)
    await showFor({ type: 'disconnect' }, 'a read came')
    await pass(300)
    expect(asked).toHaveLength(2)
  })

  it('shows no answer that is outdated, however late it comes', async () => {
    await showFor({ type: 'error' })
    await pass(300)
    await showFor({ type: 'expired' })
    await pass(300)
    expect(asked.map(({ draft }) => draft.type)).toEqual(['error', 'expired'])
    await asked[1]?.answer(fired(7))
    expect(said()).toBe('Would have fired 7 times in the last 30 days')
    await asked[0]?.answer(fired(1))
    expect(said()).toBe('Would have fired 7 times in the last 30 days')
  })

  it('keeps the last answer on screen while the next is worked out', async () => {
    await showFor({})
    await pass(300)
    await asked[0]?.answer(fired(1))
    expect(said()).toBe('Would have fired once in the last 30 days')
    await showFor({ type: 'expired' })
    expect(said()).toBe('Would have fired once in the last 30 days')
    expect(document.querySelector('[aria-busy="true"]')).toBeTruthy()
    await pass(300)
    await asked[1]?.answer(fired(0))
    expect(said()).toBe('Would not have fired in the last 30 days')
    expect(document.querySelector('[aria-busy="true"]')).toBeNull()
  })

  it('leaves out a reminder that has no time yet', async () => {
    await showFor({ reminder: { every: 'day', anchor: '' } })
    await pass(300)
    expect(asked[0]?.draft.reminder).toBeNull()
  })

  it('lists the newest hundred, and says how many there are before', async () => {
    await showFor({})
    await pass(300)
    await asked[0]?.answer(fired(720))
    expect(said()).toBe('Would have fired 720 times in the last 30 days')
    const lines = [...document.querySelectorAll('#dry-run ol li')]
    expect(lines).toHaveLength(101)
    expect(lines[0]?.textContent).toBe('14:07Error: Ledgerlane')
    expect(lines.at(-1)?.textContent).toBe('and 620 times before')
  })

  it('says when it could not be worked out', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    await showFor({})
    await pass(300)
    await asked[0]?.fail()
    expect(said()).toBe('The dry run could not be worked out.')
  })
})
