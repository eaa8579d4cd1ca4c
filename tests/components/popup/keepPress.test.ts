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

  it('is done on the same row, and on the same control after the rows, however many rows come with it', () => {
    const row = (key: string) => {
      const made = document.createElement('li')
      made.dataset.key = key
      made.append(...buttons(`Snooze ${key}`, `Fixed ${key}`))
      return made
    }
    const pressedIn = (painted: Element[], index: number, answering: Element[]) => {
      document.body.replaceChildren(...painted)
      const press = keepPress(document.body)
      document.body.querySelectorAll('button')[index]?.click()
      document.body.replaceChildren(...answering)
      const pressed: (string | null)[] = []
      for (const button of document.body.querySelectorAll('button'))
        button.addEventListener('click', () => pressed.push(button.textContent))
      press.again()
      return pressed
    }
    const [footer, same] = [buttons('Home'), buttons('Home')]
    const rows = ['b', 'a', 'c'].map(row)
    expect(pressedIn([row('a'), row('b'), ...footer], 4, [...rows, ...same])).toEqual(['Home'])
    expect(pressedIn([row('a'), row('b'), ...footer], 1, [...rows, ...same])).toEqual(['Fixed a'])
    expect(pressedIn([row('gone'), ...footer], 0, [...rows, ...same])).toEqual([])
  })

  it('is waited for until it is done: a control that is replaced under the pointer hears of no click', async () => {
    vi.useFakeTimers()
    const press = keepPress(document.body)
    const ended = vi.fn()
    const button = document.body.querySelector('button')
    button?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    void press.ended().then(ended)
    await vi.advanceTimersByTimeAsync(500)
    expect(ended).not.toHaveBeenCalled()
    button?.dispatchEvent(new Event('pointerup', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toHaveBeenCalled()
    vi.useRealTimers()
  })

  it('is not waited for where there is none, nor for ever', async () => {
    vi.useFakeTimers()
    await keepPress(document.body).ended()
    const press = keepPress(document.body)
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    const ended = press.ended()
    await vi.advanceTimersByTimeAsync(1000)
    await ended
    vi.useRealTimers()
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
