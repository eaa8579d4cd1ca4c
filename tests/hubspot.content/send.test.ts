import { beforeEach, expect, test, vi } from 'vitest'

const sendMessage = vi.fn()
const runtime: { id: string | undefined; sendMessage: typeof sendMessage } = { id: 'ours', sendMessage }
vi.doMock('wxt/browser', () => ({ browser: { runtime } }))
const { LeftBehind, tell } = await import('../../entrypoints/hubspot.content/read/send.ts')

const message = { type: 'page.collapsed', collapsed: true } as const
const waited: number[] = []
const wait = async (ms: number) => {
  waited.push(ms)
}

beforeEach(() => {
  sendMessage.mockReset()
  waited.length = 0
  runtime.id = 'ours'
})

test('what the worker answers comes back', async () => {
  sendMessage.mockResolvedValue({ read: 'no' })
  expect(await tell({ type: 'page.hello', url: 'https://app.hubspot.com/connected-apps/1' }, wait)).toEqual({
    read: 'no',
  })
  expect(waited).toEqual([])
})

test('a worker that died while it answered is asked again', async () => {
  sendMessage
    .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
    .mockRejectedValueOnce(new Error('Could not establish connection. Receiving end does not exist.'))
    .mockResolvedValue(null)
  expect(await tell(message, wait)).toBeNull()
  expect(sendMessage).toHaveBeenCalledTimes(3)
  expect(waited).toEqual([100, 400])
})

test('after five tries the last error is told', async () => {
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'))
  await expect(tell(message, wait)).rejects.toThrow('Receiving end does not exist.')
  expect(sendMessage).toHaveBeenCalledTimes(5)
})

test('an extension that is gone is not asked, and not waited for', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Extension context invalidated.'))
  await expect(tell(message, wait)).rejects.toBeInstanceOf(LeftBehind)
  runtime.id = undefined
  await expect(tell(message, wait)).rejects.toBeInstanceOf(LeftBehind)
  expect(sendMessage).toHaveBeenCalledTimes(1)
  expect(waited).toEqual([])
})
