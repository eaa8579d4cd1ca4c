// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerLooking, LOOKING } from '../../storage/looking.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => vi.restoreAllMocks())

const look = (visible: boolean, focused: boolean) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visible ? 'visible' : 'hidden')
  vi.spyOn(document, 'hasFocus').mockReturnValue(focused)
}
/** What the worker hears; undefined: nobody answers. */
const asked = async (account: string, type: string = LOOKING) =>
  (
    await Promise.all(await fakeBrowser.runtime.onMessage.trigger({ type, account }, {} as never, () => undefined))
  ).find(Boolean)

it.each([
  [true, true, 'hubspot:1', true],
  [true, false, 'hubspot:1', undefined],
  [false, true, 'hubspot:1', undefined],
  [true, true, 'hubspot:2', undefined],
])(
  'a page that is visible (%s), focused (%s) and asked about %s answers %s',
  async (visible, focused, account, answer) => {
    look(visible, focused)
    answerLooking(shown => shown === 'hubspot:1')
    expect(await asked(account)).toBe(answer)
  },
)

it('leaves other messages to others', async () => {
  look(true, true)
  answerLooking(() => true)
  expect(await asked('hubspot:1', 'snooze')).toBeUndefined()
})

it('stops when it is told so', async () => {
  look(true, true)
  const stop = answerLooking(() => true)
  stop()
  expect(await asked('hubspot:1')).toBeUndefined()
})
