import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { getSettings, type Settings, setSettings, watchSettings } from '../../storage/settings.ts'

const DEFAULTS: Settings = {
  language: 'auto',
  theme: 'auto',
  agreedAt: null,
  device: '',
  overlayCollapsed: null,
  letterKeys: true,
  quietHours: null,
  retentionDays: 90,
}

beforeEach(() => fakeBrowser.reset())

describe('settings', () => {
  it('have defaults on a fresh profile', async () => expect(await getSettings()).toEqual(DEFAULTS))

  it('change one by one and stay', async () => {
    await setSettings({ theme: 'dark' })
    await setSettings({ agreedAt: 5 })
    expect(await getSettings()).toEqual({ ...DEFAULTS, theme: 'dark', agreedAt: 5 })
  })

  it.each([
    null,
    'text',
    5,
    { language: 'fr', theme: 1, agreedAt: 'yes', device: 7, overlayCollapsed: 'no', letterKeys: 0 },
    { quietHours: 'at night', retentionDays: 7 },
    { quietHours: { from: '24:00', to: '07:00', zone: 'Europe/Berlin' }, retentionDays: '30' },
    { quietHours: { from: '20:00', to: '07:00' }, retentionDays: undefined },
  ])('damaged as %j are the defaults', async raw => {
    await fakeBrowser.storage.local.set({ settings: raw })
    expect(await getSettings()).toEqual(DEFAULTS)
  })

  it('keep what is whole of damaged ones, and what is not ours out', async () => {
    await fakeBrowser.storage.local.set({ settings: { language: 'ja', theme: 'pink', letterKeys: false, more: 1 } })
    expect(await getSettings()).toEqual({ ...DEFAULTS, language: 'ja', letterKeys: false })
  })

  it('keep quiet hours and "forever" as they were said', async () => {
    const quietHours = { from: '22:00', to: '07:30', zone: 'Asia/Tokyo' }
    await setSettings({ quietHours, retentionDays: null })
    expect(await getSettings()).toMatchObject({ quietHours, retentionDays: null })
    await setSettings({ quietHours: null, retentionDays: 365 })
    expect(await getSettings()).toMatchObject({ quietHours: null, retentionDays: 365 })
  })

  it('tell every screen of a change, until it stops to listen', async () => {
    const heard: Settings[] = []
    const stop = watchSettings(settings => heard.push(settings))
    await setSettings({ language: 'ja' })
    await fakeBrowser.storage.local.set({ other: 1 })
    stop()
    await setSettings({ language: 'en' })
    expect(heard.map(({ language }) => language)).toEqual(['ja'])
  })
})
