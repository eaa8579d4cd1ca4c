// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPress } from '../../../components/popup/keepPress.ts'

const buttons = (...labels: string[]) =>
  labels.map(label => {
    const made = document.createElement('button')
    made.textContent = label
    return made
  })

beforeEach(() => document.body.replaceChildren(...buttons('Search', 'Snooze', 'I fixed it')))
afterEach(() => document.body.replaceChildren())

describe('a press on a popup that is painted but does not answer yet', () => {
  it('is done once it answers, on the same control', () => {
    const press = keepPress(document.body)
    document.body.querySelectorAll('button')[1]?.click()
    document.body.querySelectorAll('button')[2]?.click() // only the first is kept
    const answering = buttons('Search', 'Snooze', 'I fixed it')
    const pressed = vi.fn()
    for (const button of answering) button.addEventListener('click', () => pressed(button.textContent))
    document.body.replaceChildren(...answering)
    press.again()
    expect(pressed.mock.calls).toEqual([['Snooze']])
    answering[0]?.click()
    expect(pressed).toHaveBeenCalledTimes(2)
  })

  it('that never came does nothing', () => {
    const press = keepPress(document.body)
    const pressed = vi.fn()
    for (const button of document.body.children) button.addEventListener('click', pressed)
    press.again()
    expect(pressed).not.toHaveBeenCalled()
  })

  it('on a link waits too, for Reconnect is more than its place', () => {
    const link = Object.assign(document.createElement('a'), { href: 'https://app.hubspot.com/' })
    document.body.append(link)
    const press = keepPress(document.body)
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    link.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    press.again()
  })
})
