// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  forgetDraft,
  keepDraft,
  keptDraft,
  keptDrafts,
  watchDrafts,
} from '../../../components/notifications/form/keptDrafts.ts'
import { newForm } from '../../../components/notifications/form/ruleForm.ts'
import { ACCOUNT } from '../../builders.ts'
import { fakeLocks } from '../../locks.ts'

const form = newForm([])

beforeEach(() => {
  fakeBrowser.reset()
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
})

test('a form is kept by account and rule, the newest of each', async () => {
  await keepDraft({ account: ACCOUNT, of: 'new', form })
  await Promise.all([
    keepDraft({ account: ACCOUNT, of: 'new', form: { ...form, name: 'Half' } }),
    keepDraft({ account: 'sample:1', of: 'new', form }),
    keepDraft({ account: ACCOUNT, of: 'copy a', form }),
  ])
  expect(await keptDraft(ACCOUNT, 'new')).toMatchObject({ name: 'Half' })
  expect(await keptDraft(ACCOUNT, 'a')).toBeNull()
  expect((await keptDrafts()).map(({ account, of }) => `${account} ${of}`)).toEqual([
    'hubspot:4411007 new',
    'sample:1 new',
    'hubspot:4411007 copy a',
  ])
  await forgetDraft({ account: ACCOUNT, of: 'new' })
  expect(await keptDraft(ACCOUNT, 'new')).toBeNull()
  expect(await keptDrafts()).toHaveLength(2)
})

test('nothing of it is written to the disk', async () => {
  await keepDraft({ account: ACCOUNT, of: 'new', form })
  expect(await fakeBrowser.storage.local.get()).toEqual({})
  expect(await fakeBrowser.storage.sync.get()).toEqual({})
})

test('what was kept in another shape is left out, not shown half', async () => {
  const broken = [
    { account: ACCOUNT, of: 'new', form: { ...form, type: 'gone-loud' } },
    { account: ACCOUNT, of: 'a', form: { ...form, apps: 'all' } },
    { account: ACCOUNT, of: 'b', form: { ...form, channels: ['fax'] } },
    { account: ACCOUNT, form },
    null,
  ]
  await fakeBrowser.storage.session.set({ drafts: [...broken, { account: ACCOUNT, of: 'c', form }] })
  expect((await keptDrafts()).map(({ of }) => of)).toEqual(['c'])
  await fakeBrowser.storage.session.set({ drafts: 'nonsense' })
  expect(await keptDrafts()).toEqual([])
})

test('a page hears of what another keeps', async () => {
  const changed = vi.fn()
  const stop = watchDrafts(changed)
  await keepDraft({ account: ACCOUNT, of: 'new', form })
  await fakeBrowser.storage.session.set({ other: 1 })
  expect(changed).toHaveBeenCalledTimes(1)
  stop()
  await forgetDraft({ account: ACCOUNT, of: 'new' })
  expect(changed).toHaveBeenCalledTimes(1)
})
