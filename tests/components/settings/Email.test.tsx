// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { putEmail } from '../../../storage/channels.ts'
import { db } from '../../../storage/db.ts'
import type { CommandAnswer } from '../../../storage/model/commands.ts'
import { keepSecret, secretStatus } from '../../../storage/vault.ts'
import { PAGE } from '../apps/rows.ts'
import { iAm, putPeople } from '../notifications/rules.ts'
import { begin, end, open, sent, settle, until, watched, workerDoes } from '../options/page.tsx'
import { click, descriptionOf, find, findAll, NOW, type } from '../ui/screen.tsx'
import { everywhere } from './everywhere.ts'

/** What must never be found again once it was stored. */
const KEY = 're_9sV1MARKER567890abcdefgh9f3K'
const PASSPHRASE = 'four words MARKER'
const RESEND = { origins: ['https://api.resend.com/*'] }

let granted: Set<string>

beforeEach(async () => {
  await begin()
  granted = new Set()
  const hasAll = async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
    permissions.length === 0 && origins.every(origin => granted.has(origin))
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(hasAll as never)
  vi.spyOn(fakeBrowser.storage.session, 'setAccessLevel').mockResolvedValue(undefined)
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation((async ({ origins = [] }: { origins?: string[] }) => {
    for (const origin of origins) granted.add(origin)
    return true
  }) as never)
  workerDoes(async (command): Promise<CommandAnswer> => {
    if (command.type === 'put-email') await putEmail(command)
    return { ok: true }
  })
})
afterEach(end)

const card = () => document.querySelector('#email')
const text = () => card()?.textContent?.replace(/\s+/g, ' ') ?? ''
const field = (name: string) => {
  const labels = [...document.querySelectorAll('#email .pb-field label')].filter(
    ({ textContent }) => textContent === name,
  )
  const input = document.getElementById(labels[0]?.getAttribute('for') ?? '')
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field "${name}"`)
  return input
}
const isSaid = (words: string) => until(() => expect(text()).toContain(words))

/** E-mail as it is once it was set up and tested. */
const setUp = async (how: Parameters<typeof keepSecret>[2] = { mode: 'device' }, tested = true) => {
  await putEmail({ provider: 'resend', from: 'alerts@example.com' })
  await db.channels.update('email', { tested })
  await keepSecret('email:resend', KEY, how)
  granted.add('https://api.resend.com/*')
}

const openForm = async () => {
  await open('#/settings')
  await isSaid('Set up e-mail')
  await click(find('button', 'Set up e-mail'))
}

const fillIn = async () => {
  await type(field('From address'), 'Patchbay <alerts@example.com>')
  await type(field('Resend key'), ` ${KEY} `)
}

describe('setting e-mail up', () => {
  it('stores the key in the vault, tells the worker provider and address alone, and leaves no trace of the key in the page', async () => {
    await openForm()
    await fillIn()
    await type(field('Passphrase'), PASSPHRASE)
    await type(field('Repeat the passphrase'), PASSPHRASE)
    expect(field('Resend key').type).toBe('password')
    expect(field('Resend key').autocomplete).toBe('off')
    await click(find('button', 'Store'))
    await isSaid('Not tested yet.')
    expect(sent).toEqual([{ type: 'put-email', provider: 'resend', from: 'Patchbay <alerts@example.com>' }])
    expect(await secretStatus('email:resend')).toMatchObject({ mode: 'passphrase', state: 'ready' })
    expect(text()).toContain('re_…9f3K')
    expect(everywhere('MARKER')).toEqual([])
  })

  it('can find the key in the page while it is typed, so that finding nothing means something', async () => {
    await openForm()
    await fillIn()
    expect(everywhere('MARKER')).not.toEqual([])
  })

  it('asks for the provider’s host inside the click, and stores nothing when the person says no', async () => {
    const asked = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never)
    await openForm()
    await fillIn()
    await click(find('radio', 'This session only'))
    find('button', 'Store').click() // no turn of the loop between the press and the request
    expect(asked).toHaveBeenCalledExactlyOnceWith(RESEND)
    await isSaid('The browser was told not to let Patchbay reach api.resend.com, so nothing was stored or sent.')
    expect(sent).toEqual([])
    expect(await secretStatus('email:resend')).toBeNull()
  })

  it('says in words what is wrong, before anything is asked or stored', async () => {
    const asked = vi.spyOn(fakeBrowser.permissions, 'request')
    await openForm()
    await click(find('button', 'Store'))
    await isSaid('2 fields need a change')
    expect(document.activeElement).toBe(field('From address'))
    await type(field('From address'), 'alerts@example.com')
    await type(field('Resend key'), 'SG.abcdef.ghijkl')
    await type(field('Passphrase'), 'short')
    await click(find('button', 'Store'))
    await isSaid('This looks like a key of SendGrid, and it would be sent to Resend.')
    expect(text()).toContain('At least 8 characters.')
    await type(field('Resend key'), 'two words')
    await type(field('Passphrase'), 'long enough')
    await type(field('Repeat the passphrase'), 'long enouhg')
    await click(find('button', 'Store'))
    await isSaid('This is no key: it has spaces, or characters that no key has.')
    expect(text()).toContain('The two are not the same.')
    expect(asked).not.toHaveBeenCalled()
    expect(sent).toEqual([])
  })

  it('says where each provider makes its keys and what a key must not be able to do', async () => {
    await openForm()
    for (const [name, words] of [
      ['Resend', 'It must not be Full access.'],
      ['Postmark', 'It must not be the Account API token.'],
      ['SendGrid', 'give it Mail Send only'],
      ['Brevo', 'cannot be limited to sending'],
    ] as const) {
      await click(find('radio', name))
      expect(text()).toContain(words)
      expect(find('link', `Keys at ${name} (opens in a new tab)`).getAttribute('href')).toMatch(/^https:/)
    }
  })

  it('never says what went wrong with the vault in the vault’s own words', async () => {
    await openForm()
    await fillIn()
    await click(find('radio', 'Remembered on this device'))
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(new Error(`could not keep ${KEY}`))
    await click(find('button', 'Store'))
    await isSaid('The key could not be kept. Paste it again.')
    expect(everywhere('MARKER')).toEqual([])
    expect(sent).toEqual([])
  })

  it('speaks Japanese', async () => {
    await open('#/settings', {}, 'ja')
    await isSaid('メールを設定')
    await click(find('button', 'メールを設定'))
    expect(text()).toContain('キーの保管方法')
  })
})

describe('e-mail that is set up', () => {
  it('keeps the key when only the address changes', async () => {
    await setUp()
    await open('#/settings')
    await isSaid('Works: Resend accepted the last mail.')
    await click(find('button', 'Change'))
    expect(field('New Resend key').value).toBe('')
    await type(field('From address'), 'other@example.com')
    await click(find('button', 'Store'))
    await until(() => expect(sent).toEqual([{ type: 'put-email', provider: 'resend', from: 'other@example.com' }]))
    expect(await secretStatus('email:resend')).toMatchObject({ mode: 'device', state: 'ready' })
  })

  it('wants a key for another provider, and forgets the one of the first', async () => {
    await setUp()
    await open('#/settings')
    await isSaid('Works')
    await click(find('button', 'Change'))
    await click(find('radio', 'SendGrid'))
    await click(find('button', 'Store'))
    await isSaid('Paste the key.')
    await type(field('SendGrid key'), 'SG.abcdefgh.ijklmnop1234')
    await click(find('radio', 'This session only'))
    await click(find('button', 'Store'))
    await until(() => expect(sent).toHaveLength(1))
    await until(async () => expect(await secretStatus('email:resend')).toBeNull())
    expect(await secretStatus('email:sendgrid')).toMatchObject({ mode: 'session' })
  })

  it('sends a test to the address of whom the person said to be, and repeats what the provider said', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', address: 'sam@example.com' })
    await iAm('person:Sam K.')
    await setUp({ mode: 'device' }, false)
    workerDoes(async () => ({ ok: true, sent: { reason: 'refused-message', detail: '403 domain not verified' } }))
    await open('#/settings')
    await until(() => expect(field('Your address').value).toBe('sam@example.com'))
    await click(find('button', 'Send a test mail to me'))
    await isSaid('The test mail was not accepted. The mail provider refused the message.')
    expect(text()).toContain('It said: “403 domain not verified”')
    expect(sent).toEqual([{ type: 'test-email', to: 'sam@example.com' }])
    workerDoes(async () => ({ ok: true, sent: { reason: null, detail: null } }))
    await type(field('Your address'), 'me@example.com')
    await click(find('button', 'Send a test mail to me'))
    await isSaid('Resend accepted the test mail at 14:08.')
    expect(sent.at(-1)).toEqual({ type: 'test-email', to: 'me@example.com' })
  })

  it('sends no test to what is no address', async () => {
    await setUp()
    await open('#/settings')
    await isSaid('Works')
    await type(field('Your address'), 'nobody')
    await click(find('button', 'Send a test mail to me'))
    await isSaid('Enter an address, such as name@example.com.')
    expect(sent).toEqual([])
  })

  it('is locked by hand and unlocked with the passphrase alone, which does not stay', async () => {
    await setUp({ mode: 'passphrase', passphrase: PASSPHRASE, autoLock: 3_600_000 })
    await open('#/settings')
    await isSaid('locks 15:08 if nothing is sent')
    await click(find('button', 'Lock now'))
    await isSaid('Key is locked: no e-mail is sent.')
    expect(descriptionOf(find('button', 'Send a test mail to me'))).toBe('Unlock the key first.')
    await type(field('Passphrase'), 'another MARKER')
    await click(find('button', 'Unlock'))
    await isSaid('That is not the passphrase.')
    expect(everywhere('MARKER')).toEqual([])
    await type(field('Passphrase'), PASSPHRASE)
    await click(find('button', 'Unlock'))
    await isSaid('Works')
    expect(everywhere('MARKER')).toEqual([])
    expect(sent).toEqual([{ type: 'retry-channel', channel: 'email' }])
  })

  it('says since when it is out, why, and what to do, and tries again at a press', async () => {
    await setUp()
    await db.channels.update('email', { outSince: NOW - 3_600_000, outReason: 'server', tryAt: NOW + 3_600_000 })
    await open('#/settings')
    await isSaid('No e-mail has gone out since 13:08. The mail provider had a problem of its own.')
    expect(text()).toContain('Patchbay tries again by itself 15:08.')
    await click(find('button', 'Try again'))
    expect(sent).toEqual([{ type: 'retry-channel', channel: 'email' }])
  })

  it('asks for the key again when its session is over', async () => {
    await setUp({ mode: 'session' })
    await fakeBrowser.storage.session.clear()
    await open('#/settings')
    await isSaid('The key was kept for a session that has ended')
    await click(find('button', 'Paste the key'))
    expect(field('Resend key').value).toBe('')
  })

  it('can give the access back, and says that nothing is sent then', async () => {
    await setUp()
    const heard: (() => void)[] = []
    vi.spyOn(fakeBrowser.permissions.onRemoved, 'addListener').mockImplementation((listener: unknown) => {
      heard.push(listener as () => void)
    })
    const remove = vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation((async () => {
      granted.clear()
      for (const listener of heard) listener()
      return true
    }) as never)
    await open('#/settings')
    await isSaid('Works')
    await click(find('button', 'Take back'))
    expect(remove).toHaveBeenCalledWith(RESEND)
    await isSaid('The browser does not let Patchbay reach api.resend.com, so no e-mail is sent.')
    find('button', 'Allow').click()
    expect(fakeBrowser.permissions.request).toHaveBeenCalledWith(RESEND)
    await settle()
    expect(sent).toContainEqual({ type: 'retry-channel', channel: 'email' })
  })

  it('asks before it is removed, and gives the access back with it', async () => {
    await setUp()
    await open('#/settings')
    await isSaid('Works')
    await click(find('button', 'Remove e-mail'))
    expect(find('alertdialog', 'Remove e-mail from this browser?')).toBeTruthy()
    expect(sent).toEqual([])
    await click(findAll('button', 'Remove e-mail')[1] as HTMLElement)
    await until(() => expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith(RESEND))
    expect(sent).toEqual([{ type: 'forget-email' }])
  })
})
