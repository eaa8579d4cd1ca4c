// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isZone } from '../../../components/settings/zones.ts'
import { getSettings } from '../../../storage/settings.ts'
import { begin, end, open, sent, settle, until } from '../options/page.tsx'
import { click, find, happen, type } from '../ui/screen.tsx'

beforeEach(begin)
afterEach(end)

const text = (card: string) => document.querySelector(`#${card}`)?.textContent?.replace(/\s+/g, ' ') ?? ''
const field = (card: string, name: string) => {
  const label = [...document.querySelectorAll(`#${card} label`)].find(({ textContent }) => textContent === name)
  return document.getElementById(label?.getAttribute('for') ?? '') as HTMLInputElement
}
const NIGHT = { from: '20:00', to: '07:00', zone: 'Europe/Berlin' }
const quiet = async () => (await getSettings()).quietHours
const toggle = () => click(find('checkbox', 'Tell nothing at these hours'))

describe('quiet hours', () => {
  it('are those of the night once switched on, in the browser’s zone, and the worker is told to look again', async () => {
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ timeZone: 'Europe/Berlin' } as never)
    await open('#/settings')
    await toggle()
    await until(async () => expect(await quiet()).toEqual(NIGHT))
    expect(sent).toEqual([{ type: 'judge' }])
    await toggle()
    await until(async () => expect(await quiet()).toBeNull())
  })

  it('are changed field by field, each at once; a time that is being typed changes nothing', async () => {
    await open('#/settings', { quietHours: NIGHT })
    await type(field('quiet', 'From'), '22:30')
    await until(async () => expect(await quiet()).toEqual({ ...NIGHT, from: '22:30' }))
    await type(field('quiet', 'From'), '')
    await settle()
    expect(text('quiet')).toContain('Enter a time, such as 20:00.')
    expect(await quiet()).toEqual({ ...NIGHT, from: '22:30' })
    await type(field('quiet', 'From'), '07:00')
    await settle()
    expect(text('quiet')).toContain('From and until are the same, so there are no quiet hours.')
  })

  it('say that they are on now, and until when', async () => {
    await open('#/settings', { quietHours: { from: '14:00', to: '15:30', zone: 'Europe/Berlin' } })
    expect(text('quiet')).toContain('Quiet now, until 15:30.')
  })

  it('come by the clock of any zone, found by its name', async () => {
    await open('#/settings', { quietHours: NIGHT })
    const zone = field('quiet', 'Time zone')
    expect(document.getElementById(zone.getAttribute('list') ?? '')?.querySelectorAll('option').length).toBeGreaterThan(
      300,
    )
    await type(zone, 'Asia/Tok')
    await happen(zone, new Event('blur'))
    await settle()
    expect(text('quiet')).toContain('This browser knows no such zone.')
    expect(await quiet()).toEqual(NIGHT)
    await type(field('quiet', 'Time zone'), 'Asia/Tokyo')
    await until(async () => expect(await quiet()).toEqual({ ...NIGHT, zone: 'Asia/Tokyo' }))
  })
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Asia/Calcutta', true],
  ['+09:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('%s is a zone: %s', (name, is) => expect(isZone(name)).toBe(is))

describe('notices and deliveries', () => {
  it('are kept for as long as is chosen, also forever', async () => {
    await open('#/settings')
    expect(find('radio', '90 days')).toHaveProperty('checked', true)
    await click(find('radio', 'Until the account is removed'))
    await until(async () => expect((await getSettings()).retentionDays).toBeNull())
    await click(find('radio', '1 year'))
    await until(async () => expect((await getSettings()).retentionDays).toBe(365))
    expect(sent.every(({ type }) => type === 'judge')).toBe(true)
  })
})

describe('an address that names a card', () => {
  it('leads to it', async () => {
    await open('#/settings?focus=email')
    expect(document.activeElement?.id).toBe('email')
  })
})

describe('browser notifications', () => {
  const NOTIFICATIONS = { permissions: ['notifications'] }

  it('are asked for inside the click; what was held back is then shown', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(true as never)
    await open('#/settings')
    find('button', 'Allow browser notifications').click() // no turn of the loop between the press and the request
    expect(request).toHaveBeenCalledExactlyOnceWith(NOTIFICATIONS)
    await until(() => expect(sent).toEqual([{ type: 'retry-channel', channel: 'in-app' }]))
  })

  it('say so when the person says no', async () => {
    vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never)
    await open('#/settings')
    await click(find('button', 'Allow browser notifications'))
    await until(() => expect(text('browser-notifications')).toContain('The browser was told not to show notifications'))
    expect(sent).toEqual([])
  })

  it('can be taken back', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async ({
      permissions = [],
    }: {
      permissions?: string[]
    }) => permissions.includes('notifications')) as never)
    await open('#/settings')
    await act(async () => find('button', 'Take back').click())
    expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith(NOTIFICATIONS)
  })
})
