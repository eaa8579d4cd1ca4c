// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { AttentionList, type AttentionListProps } from '../../../components/attention/AttentionList.tsx'
import { ToastHost } from '../../../components/ui/Toast.tsx'
import type { Lang } from '../../../storage/i18n.ts'
import type { CommandAnswer } from '../../../storage/model/commands.ts'
import type { AttentionItem } from '../../../storage/model/issues/attention.ts'
import { berlin, clear, click, descriptionOf, find, findAll, focus, happen, press, show, type } from '../ui/screen.tsx'
import { inJapan, inSample, item, japan, overview, sample } from './rows.ts'

const ERROR = item('error')
const EXPIRED = inJapan('expired', { name: 'Mailharbor' })
const SUBJECT = { account: ERROR.account, subject: ERROR.subject }

const sent: unknown[] = []
let answer: CommandAnswer

beforeEach(() => {
  sent.length = 0
  answer = { ok: true }
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async message => {
    sent.push(message)
    return answer
  })
})
afterEach(async () => {
  await clear()
  vi.restoreAllMocks()
})

const list = (items: AttentionItem[], more: Partial<AttentionListProps> = {}, lang: Lang = 'en') =>
  show(
    <ToastHost>
      <AttentionList
        items={items}
        accounts={[overview(), japan(), sample()]}
        variant="popup"
        showAccount={true}
        letterKeys={true}
        layout={(tools, rows) => (
          <>
            {tools}
            {rows}
          </>
        )}
        {...more}
      />
    </ToastHost>,
    lang,
  )

const rows = () => Array.from(document.querySelectorAll<HTMLElement>('li[data-key]'))
const names = () => rows().map(row => row.querySelector('h2, h3')?.textContent)
/** Words of a row, but for what only assistive technology or a tooltip says. */
const words = (row: Element | undefined) => {
  const copy = row?.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('.pb-hidden')) hidden.remove()
  return copy.textContent
}
const button = (row: Element | undefined, name: string) => {
  const found = Array.from(row?.querySelectorAll<HTMLElement>('button, a[href]') ?? []).find(
    control => words(control)?.trim() === name,
  )
  if (!found) throw new Error(`No "${name}" in the row`)
  return found
}
const controls = (row: Element | undefined) =>
  Array.from(row?.querySelectorAll('.attn-actions :is(button, a[href])') ?? []).map(control => words(control)?.trim())
/** Waits for answers and for modules that are fetched. */
const settle = () => act(async () => void (await vi.dynamicImportSettled()))
const toast = () => find('status').textContent

describe('a row', () => {
  it('says what, which, why, since when, by whom and how many', async () => {
    await list([ERROR])
    expect(words(rows()[0])).toMatch(
      /^LedgerlaneAcme TradingErrorHubSpot reports an error with this connection\.Since 9 Nov, 09:00–14:05.*Sam K\..*4 people/,
    )
    expect(words(rows()[0])).toContain('14:05')
  })

  it('in Japanese', async () => {
    await list([ERROR], {}, 'ja')
    const text = words(rows()[0])
    for (const part of ['エラー', 'HubSpotで接続エラー', '11月9日 9:00〜14:05の間から', '利用者4人', '再接続'])
      expect(text).toContain(part)
  })

  it('at home also says it as HubSpot wrote it, and what else is wrong', async () => {
    await list([item('error', { also: ['expired'] })], { variant: 'home' })
    const text = words(rows()[0])
    expect(text).toContain('“Connection error: token refresh failed”')
    expect(text).toContain('Expired')
    expect(text).toContain('Installed by Sam K.')
    expect(text).toContain('Since 9 Nov, between 09:00 and 14:05')
  })

  it('says that the installer is not reported', async () => {
    await list([item('error', { installer: null, people: null })])
    expect(words(rows()[0])).toContain('Installer not reported')
    expect(words(rows()[0])).not.toContain('people')
  })

  it('is named by its heading, which also says of its buttons what they are for', async () => {
    await list([ERROR, EXPIRED])
    const [first] = rows()
    expect(document.getElementById(first?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Ledgerlane')
    for (const name of ['Reconnect', 'Snooze', 'I fixed it'])
      expect(descriptionOf(button(first, name))).toMatch(/^Ledgerlane/)
  })

  it('of an account alone does not name the account', async () => {
    await list([ERROR], { showAccount: false })
    expect(words(rows()[0])).not.toContain('Acme Trading')
  })

  it('of the sample says so', async () => {
    await list([inSample('error')])
    expect(words(rows()[0])).toContain('Sample')
  })

  it('takes a hostile name for words', async () => {
    await list([item('error', { name: '<img src=x onerror=alert(1)>', installer: '<b>x</b>' })])
    expect(names()).toEqual(['<img src=x onerror=alert(1)>'])
    expect(document.querySelector('li img, li b')).toBeNull()
  })

  it('that was not checked lately says since when, in amber', async () => {
    const at = berlin('2026-11-09T14:05')
    await list([item('error', { evidence: { ...ERROR.evidence, observedAt: at } })])
    expect(words(rows()[0])).toContain('Not checked sinceMon 9 Nov, 3 days ago')
    expect(document.querySelector('.pb-age-stale')).not.toBeNull()
  })
})

describe('the controls of a row', () => {
  it.each<[string, AttentionItem, string[]]>([
    ['an app', ERROR, ['Reconnect', 'Snooze', 'I fixed it']],
    ['an app that is not listed', item('vanished'), ['Details', 'Snooze', 'I fixed it']],
    ['an app that went quiet', item('gone-quiet'), ['Details', 'Snooze', 'I fixed it']],
    ['an app without an address', item('error', { url: null }), ['Details', 'Snooze', 'I fixed it']],
    ['an app of the sample', inSample('error'), ['Reconnect', 'Snooze', 'I fixed it']],
    ['a page that cannot be read', item('unreadable'), ['Sign in to HubSpot', 'Snooze']],
    ['an account that is not checked', item('stale'), ['Open HubSpot page', 'Snooze']],
    ['a reconnecting app', item('error', { reconnecting: true }), ['Undo', 'I fixed it']],
  ])('%s', async (_, row, expected) => {
    await list([row])
    expect(controls(rows()[0])).toEqual(expected)
  })

  it('at home have Details beside them', async () => {
    await list([ERROR], { variant: 'home' })
    expect(controls(rows()[0])).toEqual(['Reconnect', 'Details', 'Snooze', 'I fixed it'])
  })

  it.each([
    'javascript:alert(1)',
    'http://app.hubspot.com/',
    'https://app.hubspot.com.a.example/',
    'https://u@app.hubspot.com/',
  ])('never lead to %s', async url => {
    await list([item('error', { url }), item('stale', { url })])
    expect(document.querySelectorAll('a[href]')).toHaveLength(0)
  })

  it('say before Reconnect is pressed not to disconnect first', async () => {
    await list([ERROR])
    expect(descriptionOf(button(rows()[0], 'Reconnect'))).toContain(
      'Re-authorize it in HubSpot; don’t disconnect it first.',
    )
  })
})

describe('Reconnect', () => {
  it('opens the app’s own page in a new tab, and marks it as reconnecting', async () => {
    await list([ERROR])
    const link = button(rows()[0], 'Reconnect')
    expect(link.getAttribute('href')).toBe(ERROR.url)
    expect(link.getAttribute('target')).toBe('_blank')
    link.addEventListener('click', event => event.preventDefault())
    await click(link)
    expect(sent).toEqual([{ type: 'reconnecting', ...SUBJECT }])
    await settle()
    expect(toast()).toContain('Ledgerlane waits for the next read of its page')
  })

  it('of a sample says that it is one', async () => {
    await list([inSample('error')])
    await click(button(rows()[0], 'Reconnect'))
    await settle()
    expect(sent).toEqual([{ type: 'reconnecting', account: 'sample:1', subject: ERROR.subject }])
    expect(toast()).toContain('A sample has no HubSpot page to open.')
  })

  it('turns into waiting, with the way back', async () => {
    await list([item('error', { reconnecting: true })])
    expect(words(rows()[0])).toContain('Waiting for the next read')
    await click(button(rows()[0], 'Undo'))
    expect(sent).toEqual([{ type: 'not-reconnecting', ...SUBJECT }])
  })
})

describe('Snooze', () => {
  const choose = async (label: string) => {
    await click(button(rows()[0], 'Snooze'))
    await click(find('menuitem', label))
    await settle()
  }

  it.each<[string, number | null, string]>([
    ['Until it is seen again', null, 'Ledgerlane snoozed until it is seen again'],
    ['Tomorrow, 09:00', berlin('2026-11-13T09:00'), 'Ledgerlane snoozed until tomorrow, 09:00'],
    ['Monday, 09:00', berlin('2026-11-16T09:00'), 'Ledgerlane snoozed until Mon 16 Nov, 09:00'],
  ])('%s', async (label, until, said) => {
    await list([ERROR])
    await choose(label)
    expect(sent).toEqual([{ type: 'snooze', ...SUBJECT, until }])
    expect(toast()).toContain(said)
  })

  it('until a day that is picked', async () => {
    await list([ERROR])
    await choose('Pick a date…')
    const day = document.querySelector<HTMLInputElement>('input[type="date"]')
    if (!day) throw new Error('no date field')
    expect(day.value).toBe('2026-11-13')
    expect(document.activeElement).toBe(day)
    await type(day, '2026-12-01')
    await happen(day.form as HTMLFormElement, new Event('submit', { cancelable: true }))
    await settle()
    expect(sent).toEqual([{ type: 'snooze', ...SUBJECT, until: berlin('2026-12-01T09:00') }])
    expect(document.querySelector('input[type="date"]')).toBeNull()
  })

  it.each(['2026-11-12', '2020-01-01', ''])('never until %j', async value => {
    await list([ERROR])
    await choose('Pick a date…')
    const day = document.querySelector<HTMLInputElement>('input[type="date"]') as HTMLInputElement
    await type(day, value)
    await happen(day.form as HTMLFormElement, new Event('submit', { cancelable: true }))
    expect(sent).toEqual([])
  })

  it('is taken back from the toast', async () => {
    await list([ERROR])
    await choose('Tomorrow, 09:00')
    await click(find('button', 'Undo'))
    expect(sent.at(-1)).toEqual({ type: 'unsnooze', ...SUBJECT })
  })

  it('that could not be saved says so, and offers no Undo', async () => {
    await list([ERROR])
    answer = { ok: false, reason: 'disk-full' }
    await choose('Tomorrow, 09:00')
    expect(toast()).toContain('The disk is full')
    expect(findAll('button', 'Undo')).toEqual([])
  })

  it('puts the row behind a button that counts', async () => {
    await list([EXPIRED, item('error', { state: 'snoozed', snoozedUntil: berlin('2026-11-13T09:00') })])
    expect(names()).toEqual(['Mailharbor'])
    await click(find('button', '1 snoozed'))
    expect(names()).toEqual(['Mailharbor', 'Ledgerlane'])
    expect(words(rows()[1])).toContain('Snoozed until tomorrow, 09:00')
    await click(button(rows()[1], 'Undo'))
    expect(sent).toEqual([{ type: 'unsnooze', ...SUBJECT }])
  })
})

describe('I fixed it', () => {
  it('is said, and taken back', async () => {
    await list([ERROR])
    await click(button(rows()[0], 'I fixed it'))
    await settle()
    expect(sent).toEqual([{ type: 'fixed', ...SUBJECT }])
    expect(toast()).toContain('Marked fixed by you. It reopens if it is seen again.')
    await click(find('button', 'Undo'))
    expect(sent.at(-1)).toEqual({ type: 'unfixed', ...SUBJECT })
  })

  it('puts the row behind a button, from which it is taken back too', async () => {
    await list([item('error', { state: 'fixed' })])
    expect(names()).toEqual([])
    await click(find('button', '1 marked fixed'))
    expect(words(rows()[0])).toContain('Marked fixed by you. It reopens if it is seen again.')
    await click(button(rows()[0], 'Undo'))
    expect(sent).toEqual([{ type: 'unfixed', ...SUBJECT }])
  })
})

describe('the keys of a row', () => {
  const inRow = async (index: number) => focus(rows()[index] as HTMLElement)

  it('↑ ↓ go from row to row, over the border of the lists too', async () => {
    await list([ERROR, EXPIRED, item('disconnected', { name: 'Quotewell', state: 'snoozed' })], {
      startOpen: 'snoozed',
    })
    await inRow(0)
    expect(await press('ArrowDown')).toBe(true)
    expect(document.activeElement).toBe(rows()[1])
    await press('ArrowDown')
    expect(document.activeElement).toBe(rows()[2])
    expect(await press('ArrowDown')).toBe(false)
    await press('ArrowUp')
    expect(document.activeElement).toBe(rows()[1])
  })

  it('work from a control of the row, whose own Enter stays its own', async () => {
    await list([ERROR, EXPIRED])
    await focus(button(rows()[0], 'I fixed it'))
    expect(await press('Enter')).toBe(false)
    await press('ArrowDown')
    expect(document.activeElement).toBe(rows()[1])
  })

  it('Enter opens and closes the details', async () => {
    await list([ERROR])
    await inRow(0)
    await press('Enter')
    await settle()
    expect(words(rows()[0])).toContain('Connection error: token refresh failed')
    await press('Enter')
    expect(words(rows()[0])).not.toContain('Connection error: token refresh failed')
  })

  it('F and R are the controls', async () => {
    await list([inSample('error')])
    await inRow(0)
    await press('f')
    await press('R')
    expect(sent.map(command => (command as { type: string }).type)).toEqual(['fixed', 'reconnecting'])
  })

  it('S opens the menu, and its letters are the menu’s', async () => {
    await list([ERROR])
    await inRow(0)
    await press('s')
    expect(findAll('menuitem')).toHaveLength(4)
    await press('f')
    expect(sent).toEqual([])
  })

  it('do nothing with a modifier, in a text field, or where they are switched off', async () => {
    await list([ERROR], { letterKeys: false })
    await inRow(0)
    await press('f')
    await list([ERROR])
    await inRow(0)
    await press('f', { ctrlKey: true })
    await press('F', { shiftKey: true })
    await click(button(rows()[0], 'Snooze'))
    await click(find('menuitem', 'Pick a date…'))
    await settle()
    await press('f')
    expect(sent).toEqual([])
  })
})

describe('the list holds still', () => {
  const hover = (name: 'mouseenter' | 'mouseleave') =>
    happen(document.querySelector('[data-attention]') as Element, new Event(name))
  const billcart = item('error', { name: 'Billcart', firstSeen: 0 })

  it('while the pointer is in it, and then follows', async () => {
    await list([ERROR, EXPIRED])
    await hover('mouseenter')
    await list([billcart, ERROR])
    expect(names()).toEqual(['Ledgerlane', 'Mailharbor'])
    expect(find('button', '2 changes · Show')).toBeTruthy()
    expect(words(rows()[1])).toContain('No longer in this list')
    expect(controls(rows()[1])).toEqual([])
    await hover('mouseleave')
    expect(names()).toEqual(['Billcart', 'Ledgerlane'])
  })

  it('while the focus is in it', async () => {
    await list([ERROR, EXPIRED])
    await focus(rows()[0] as HTMLElement)
    await list([billcart, ERROR, EXPIRED])
    expect(names()).toEqual(['Ledgerlane', 'Mailharbor'])
    await act(() => (document.activeElement as HTMLElement).blur())
    expect(names()).toEqual(['Billcart', 'Ledgerlane', 'Mailharbor'])
  })

  it('until the changes are asked for; the focus then goes to the first row', async () => {
    await list([ERROR, EXPIRED])
    await hover('mouseenter')
    await list([billcart, ERROR, EXPIRED], {}, 'ja')
    await click(find('button', '変更1件 · 表示'))
    await act(() => new Promise<void>(resolve => requestAnimationFrame(() => resolve())))
    expect(names()).toEqual(['Billcart', 'Ledgerlane', 'Mailharbor'])
    expect(document.activeElement).toBe(rows()[0])
  })

  it('after a deed of its own: the row stays, says what was done, and keeps the focus', async () => {
    await list([ERROR, EXPIRED])
    await hover('mouseenter')
    await click(button(rows()[0], 'I fixed it'))
    await list([EXPIRED, item('error', { state: 'fixed' })])
    expect(names()).toEqual(['Ledgerlane', 'Mailharbor'])
    expect(words(rows()[0])).toContain('Marked fixed by you')
    expect(findAll('button', '1 change · Show')).toEqual([])
    expect(document.activeElement).toBe(rows()[0])
  })
})
