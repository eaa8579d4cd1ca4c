// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/db.ts'
import { HUBSPOT_ORIGINS } from '../../../storage/model/links.ts'
import { getSettings } from '../../../storage/settings.ts'
import { PAGE } from '../apps/rows.ts'
import { click, find, findAll, type as typeInto } from '../ui/screen.tsx'
import { begin, end, open, sent, settle, until, watched, workerDoes } from './page.tsx'

beforeEach(begin)
afterEach(end)

const text = () => document.body.textContent ?? ''

describe('without any account', () => {
  test.each([
    ['en', 'Know which HubSpot app needs you, before someone asks.', 'I agree', 'Try the sample account'],
    ['ja', '対応が必要なHubSpotのアプリを、聞かれる前に把握できます。', '同意する', 'サンプルアカウントを試す'],
  ] as const)('%s: Connections home says how to begin', async (lang, heading, agree, sample) => {
    await open('#/home', {}, lang)
    expect(find('heading', heading)).toBeTruthy()
    expect(find('button', sample)).toBeTruthy()
    await click(find('button', agree))
    expect(sent).toContainEqual({ type: 'agree' })
    expect(document.documentElement.lang).toBe(lang)
  })

  it('speaks the other language at once when it is chosen', async () => {
    await open('#/welcome')
    await click(find('button', '日本語'))
    await until(() => expect(text()).toContain('始め方を選ぶ'))
    expect((await getSettings()).language).toBe('ja')
  })
})

describe('Connections home', () => {
  test.each([
    ['en', '2 · Connections home · Patchbay', 'My apps', 'Other apps installed by users in my organization'],
    ['ja', '2 · 接続ホーム · Patchbay', '自分のアプリ', '組織内のユーザーがインストールした他のアプリ'],
  ] as const)('%s: has its sections, and the count in the title', async (lang, title, mine, others) => {
    await watched(PAGE)
    await open('#/home', {}, lang)
    expect(document.title).toBe(title)
    expect(find('heading', mine)).toBeTruthy()
    expect(find('heading', others)).toBeTruthy()
    expect(document.querySelectorAll('[data-attention] li')).toHaveLength(2)
  })

  it('filters by a tile of the summary, in the address, and clears again', async () => {
    await watched(PAGE)
    await open('#/home')
    const tile = document.querySelectorAll<HTMLElement>('.pb-tile')[0]
    if (!tile) throw new Error('there is a tile')
    expect(tile.textContent).toContain('Connected3')
    await click(tile)
    await settle()
    expect(location.hash).toBe('#/home?status=connected')
    expect(tile.getAttribute('aria-pressed')).toBe('true')
    expect(text()).toContain('3 of 7')
    await click(find('button', 'Clear filters'))
    await settle()
    expect(location.hash).toBe('#/home')
  })

  it('says how many are hidden when nothing matches', async () => {
    await watched(PAGE)
    await open('#/home?q=zzz')
    expect(text()).toContain('No app matches')
    expect(text()).toContain('7 apps are hidden by search and filters.')
  })

  it('never shows an unknown word or a blank status as healthy, and leads to where the word gets its meaning', async () => {
    await watched(PAGE)
    await open('#/home?q=shipfold')
    expect(text()).toContain('“Paused”')
    const link = find('link', 'Say what it means')
    expect(link.getAttribute('href')).toBe('#/accounts/hubspot%3A4411007/mapping?word=Paused')
    expect(document.querySelectorAll('#my-apps tbody .pb-tone-ok')).toHaveLength(0)
  })

  it('shows what is known of an app, and names what is not', async () => {
    await watched(PAGE)
    await open('#/home?open=hubspot%3A4411007+id%3A5')
    await until(() => expect(text()).toContain('Permissions not reported for this app.'))
    expect(text()).toContain('The list of users was not read.')
  })

  it('shows an account that was not read for a week as last known, with nothing connected', async () => {
    await watched(PAGE, { at: Date.now() - 9 * 86_400_000 })
    await open('#/home')
    expect(text()).toContain('Patchbay cannot see your apps')
    expect(text()).toContain('Last known, not counted')
    expect(document.querySelector('.pb-tile-value')?.textContent).toBe('0')
    expect(document.querySelectorAll('.pb-row-stale').length).toBeGreaterThan(0)
  })

  it('tells accounts apart, and the switcher lets one through', async () => {
    await watched(PAGE)
    await watched(
      { apps: [{ name: 'Billcart', ref: 'id:77', status: 'Connected' }] },
      { id: 'hubspot:4422008', label: 'Acme Japan' },
    )
    await open('#/home?q=billcart')
    expect(document.querySelector('#my-apps tbody')?.textContent).toContain('Acme Japan')
    location.hash = '#/home?account=hubspot%3A4411007&q=billcart'
    await settle()
    expect(text()).toContain('No app matches')
  })
})

describe('Accounts', () => {
  it('renames where the name stands', async () => {
    await watched(PAGE)
    await open('#/accounts')
    await click(find('button', 'Actions for Acme Trading'))
    await click(find('menuitem', 'Rename'))
    const field = find('textbox', 'Name of the account') as HTMLInputElement
    await typeInto(field, 'Acme Europe')
    await click(find('button', 'Save'))
    await settle()
    expect(sent).toContainEqual({ type: 'label', account: 'hubspot:4411007', label: 'Acme Europe' })
  })

  it('asks, by name, before an account goes', async () => {
    await watched(PAGE)
    await open('#/accounts')
    await click(find('button', 'Actions for Acme Trading'))
    await click(find('menuitem', 'Remove account…'))
    expect(find('alertdialog', 'Remove Acme Trading?')).toBeTruthy()
    expect(sent.some(command => command.type === 'remove-account')).toBe(false)
    await click(find('button', 'Remove account'))
    expect(sent).toContainEqual({ type: 'remove-account', account: 'hubspot:4411007' })
  })

  it('asks for HubSpot’s hosts inside the click, and only then reads by itself', async () => {
    await watched(PAGE)
    await open('#/accounts', { agreedAt: 1 })
    let answer: (granted: boolean) => void = () => undefined
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(
      (() =>
        new Promise<boolean>(resolve => {
          answer = resolve
        })) as never,
    )
    const radio = findAll('radio', 'Automatic')[0] as HTMLInputElement
    radio.click() // no turn of the loop between the press and the request
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: HUBSPOT_ORIGINS })
    expect(sent.some(command => command.type === 'automatic')).toBe(false)
    answer(true)
    await settle()
    expect(sent).toContainEqual({ type: 'automatic', account: 'hubspot:4411007', on: true })
  })

  it('changes nothing when the person says no', async () => {
    await watched(PAGE)
    await open('#/accounts', { agreedAt: 1 })
    vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never)
    await click(find('radio', 'Automatic'))
    await settle()
    expect(sent.some(command => command.type === 'automatic')).toBe(false)
    expect(text()).toContain('Access was not given, so nothing changed.')
  })

  it('gives the access back', async () => {
    await watched(PAGE)
    await db.accounts.update('hubspot:4411007', { automatic: true })
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never)
    const remove = vi.spyOn(fakeBrowser.permissions, 'remove').mockResolvedValue(true as never)
    await open('#/accounts', { agreedAt: 1 })
    await click(find('button', 'Take back'))
    await settle()
    expect(remove).toHaveBeenCalledWith({ origins: HUBSPOT_ORIGINS })
    expect(sent).toContainEqual({ type: 'automatic', account: 'hubspot:4411007', on: false })
  })
})

describe('Column mapping', () => {
  it('lets the person say what a word means, and hands it to the worker', async () => {
    await watched(PAGE)
    await open('#/accounts/hubspot%3A4411007/mapping?word=Paused')
    const select = document.querySelector<HTMLSelectElement>('[data-wanted] select')
    if (!select) throw new Error('the word is asked about')
    select.value = 'disconnected'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settle()
    await click(find('button', 'Save and apply'))
    await settle()
    expect(sent).toContainEqual({
      type: 'mapping',
      account: 'hubspot:4411007',
      mapping: { columns: [], words: { paused: 'disconnected' } },
    })
  })
})

describe('Settings', () => {
  it('switches the theme at once', async () => {
    await open('#/settings')
    await click(find('radio', 'Dark theme'))
    await settle()
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect((await getSettings()).theme).toBe('dark')
  })

  it('deletes everything only after it was asked', async () => {
    await watched(PAGE)
    workerDoes(async command => {
      if (command.type === 'remove-account') await db.overviews.delete(command.account)
      return { ok: true }
    })
    await open('#/settings', { agreedAt: 1, theme: 'dark' })
    await click(find('button', 'Delete everything'))
    expect(sent).toEqual([])
    const confirm = document.querySelector<HTMLElement>('[role="alertdialog"] .pb-button-danger')
    if (!confirm) throw new Error('the dialog has its button')
    await click(confirm)
    await until(() => expect(location.hash).toBe('#/welcome'))
    expect(sent).toContainEqual({ type: 'remove-account', account: 'hubspot:4411007' })
    expect(await getSettings()).toMatchObject({ agreedAt: null, theme: 'auto' })
  })
})
