// @vitest-environment happy-dom
import type { JSX } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TOAST_STAYS, ToastHost, useToast } from '../../../components/ui/Toast.tsx'
import { clear, click, find, focus, happen, pass, press, show } from './screen.tsx'

const undo = vi.fn()

function Screen(): JSX.Element {
  const toast = useToast()
  return (
    <>
      <button type="button" onClick={() => toast({ text: 'Ledgerlane snoozed', undo })}>
        Snooze
      </button>
      <button type="button" onClick={() => toast({ text: 'Copied' })}>
        Copy
      </button>
      <input aria-label="Note" />
    </>
  )
}

const shown = () => find('status').textContent

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undo.mockReset()
  await show(
    <ToastHost>
      <Screen />
    </ToastHost>,
  )
})
afterEach(async () => {
  vi.useRealTimers()
  await clear()
})

describe('a toast', () => {
  it('appears in a region that was there before, and does not take the focus', async () => {
    const region = find('status')
    expect(shown()).toBe('')
    await click(find('button', 'Snooze'))
    expect(find('status')).toBe(region)
    expect(shown()).toContain('Ledgerlane snoozed')
    expect(document.activeElement).toBe(find('button', 'Snooze'))
  })

  it('leaves after 10 seconds', async () => {
    await click(find('button', 'Snooze'))
    await pass(TOAST_STAYS - 1)
    expect(shown()).not.toBe('')
    await pass(1)
    expect(shown()).toBe('')
    expect(undo).not.toHaveBeenCalled()
  })

  it('stays while it is hovered or focused, then 10 seconds more', async () => {
    await click(find('button', 'Snooze'))
    const box = document.querySelector('.pb-toast') as HTMLElement
    await happen(box, new MouseEvent('mouseenter'))
    await pass(3 * TOAST_STAYS)
    expect(shown()).not.toBe('')
    await focus(find('button', 'Undo'))
    await happen(box, new MouseEvent('mouseleave'))
    await pass(3 * TOAST_STAYS)
    expect(shown()).not.toBe('')
    await focus(find('button', 'Copy'))
    await pass(TOAST_STAYS)
    expect(shown()).toBe('')
  })

  it('gives way to the next one, whose time starts anew', async () => {
    await click(find('button', 'Snooze'))
    await pass(TOAST_STAYS - 1)
    await click(find('button', 'Copy'))
    expect(shown()).toBe('Copied')
    await pass(TOAST_STAYS - 1)
    expect(shown()).toBe('Copied')
  })
})

describe('undo', () => {
  beforeEach(() => click(find('button', 'Snooze')))

  it('is a button', async () => {
    await click(find('button', 'Undo'))
    expect(undo).toHaveBeenCalledOnce()
    expect(shown()).toBe('')
  })

  it.each([{ ctrlKey: true }, { metaKey: true }])('is a key while the toast shows: %o', async modifier => {
    expect(await press('z', modifier)).toBe(true)
    expect(undo).toHaveBeenCalledOnce()
    await press('z', modifier)
    expect(undo).toHaveBeenCalledOnce()
  })

  it('keeps out of text fields and of redo', async () => {
    await press('Z', { ctrlKey: true, shiftKey: true })
    await focus(document.querySelector('input') as HTMLElement)
    expect(await press('z', { ctrlKey: true })).toBe(false)
    expect(undo).not.toHaveBeenCalled()
  })

  it('is not offered for what cannot be taken back', async () => {
    await click(find('button', 'Copy'))
    await press('z', { ctrlKey: true })
    expect(undo).not.toHaveBeenCalled()
    expect(shown()).toBe('Copied')
  })
})
