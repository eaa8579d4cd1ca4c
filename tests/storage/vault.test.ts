import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import { HOUR, MINUTE } from '../../storage/model/facts/time.ts'
import type { SecretName } from '../../storage/model/notices/mailHosts.ts'
import {
  becameUsable,
  fetchWithSecret,
  forgetSecret,
  HostRefused,
  type HowKept,
  isSecret,
  keepSecret,
  lock,
  lockOverdue,
  SecretDamaged,
  SecretLocked,
  SecretMissing,
  SecretRefused,
  secretStatus,
  unlock,
  watchSecret,
} from '../../storage/vault.ts'

const NAME = 'email:resend'
const SECRET = 're_Saltmarsh_4hTq7WnZ2bKd9f3K'
const PASSPHRASE = 'brass harbour 4 lanterns'
const URL_OF_RESEND = 'https://api.resend.com/emails'
const BEARER = { name: 'Authorization', prefix: 'Bearer ' }
const AUTO_LOCK = 20 * MINUTE
const START = Date.UTC(2026, 10, 12, 14)

const WITH_PASSPHRASE: HowKept = { mode: 'passphrase', passphrase: PASSPHRASE, autoLock: AUTO_LOCK }
const WAYS: readonly HowKept[] = [{ mode: 'session' }, { mode: 'device' }, WITH_PASSPHRASE]

let on: PatchbayDb
let made = 0
/** Requests that reached the network; it answers what the test says, and throws unless told. */
let requests: Request[] = []
let answer: (request: Request) => Response | Promise<Response>

/** Rounds asked of PBKDF2; a thousand are run, or these tests would take half a minute. */
let rounds: number[] = []
const { deriveBits } = crypto.subtle

beforeEach(() => {
  fakeBrowser.reset()
  rounds = []
  vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation((algorithm, key, length) => {
    const asked = algorithm as Pbkdf2Params
    rounds.push(asked.iterations)
    return deriveBits.call(crypto.subtle, { ...asked, iterations: 1000 }, key, length as number)
  })
  Object.assign(fakeBrowser.storage.session, { setAccessLevel: vi.fn(async () => undefined) })
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  on = createDb(`vault-${made++}`)
  requests = []
  answer = () => {
    throw new Error('The test told of no network')
  }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const request = new Request(url, init)
    requests.push(request)
    return answer(request)
  })
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  await on.delete()
})

const call = (name: SecretName = NAME, url = URL_OF_RESEND, init: RequestInit = { method: 'POST' }) =>
  fetchWithSecret(name, url, init, BEARER, on)
/** The header that a call sends now. */
const sent = async () => {
  answer = () => new Response('{}')
  await call()
  return requests.at(-1)?.headers.get('Authorization')
}
const thrownBy = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => {
      throw new Error('It did not throw')
    },
    error => error as Error,
  )
/** The browser is closed and opened: what it kept in memory is gone. */
const restart = () => fakeBrowser.storage.session.clear()

describe.each(WAYS)('a secret kept with %j', how => {
  it('is ready at once, shows prefix and last four alone, and stands in the header of a request', async () => {
    await keepSecret(NAME, `  ${SECRET}\n`, how, on)
    expect(await secretStatus(NAME, on)).toEqual({
      mode: how.mode,
      hint: 're_…9f3K',
      state: 'ready',
      locksAt: how.mode === 'passphrase' ? START + AUTO_LOCK : null,
    })
    expect(await sent()).toBe(`Bearer ${SECRET}`)
  })

  it('takes the place of the one before, however that was kept', async () => {
    for (const before of WAYS) {
      await keepSecret(NAME, 're_the_one_before_0000', before, on)
      await keepSecret(NAME, SECRET, how, on)
      expect(await sent()).toBe(`Bearer ${SECRET}`)
    }
  })

  it('is forgotten whole', async () => {
    await keepSecret(NAME, SECRET, how, on)
    await forgetSecret(NAME, on)
    expect(await secretStatus(NAME, on)).toBeNull()
    expect(await on.vault.count()).toBe(0)
    expect(await fakeBrowser.storage.session.get()).toEqual({})
    await expect(call()).rejects.toThrow(SecretMissing)
  })

  it('stands in no place but the vault: not in storage, not in the database, not in an error', async () => {
    const errors: Error[] = []
    await keepSecret(NAME, SECRET, how, on)
    for (const failure of [
      () => Promise.reject(new TypeError(`Failed to fetch with Bearer ${SECRET}`)),
      () => Promise.reject(new DOMException('too late', 'TimeoutError')),
    ]) {
      answer = failure
      errors.push(await thrownBy(call()))
    }
    errors.push(await thrownBy(call(NAME, 'https://collector.example/emails')))
    for (const error of errors) expect(`${error.message} ${error.stack} ${error.cause}`).not.toContain(SECRET)

    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('Saltmarsh')
    const session = JSON.stringify(await fakeBrowser.storage.session.get())
    if (how.mode === 'session') expect(session.replace(`"secret":"${SECRET}"`, '')).not.toContain('Saltmarsh')
    else expect(session).not.toContain('Saltmarsh')
    expect(session).not.toContain(PASSPHRASE)
    expect(await dump()).not.toMatch(/Saltmarsh|brass harbour/)
  })

  it('comes back in no answer, should the other side echo it', async () => {
    await keepSecret(NAME, SECRET, how, on)
    answer = () => Response.json({ message: `unknown key ${SECRET}` }, { status: 401, headers: { 'X-Key': SECRET } })
    const response = await call()
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ message: 'unknown key …' })
    expect([...response.headers].flat().join()).not.toContain('Saltmarsh')
  })
})

/** Everything in the database, its bytes read as text too. */
const dump = async () => {
  const rows = await Promise.all(on.tables.map(table => table.toArray()))
  return JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  )
}

describe('a secret of one session', () => {
  it('is gone when the browser was closed, and says so', async () => {
    await keepSecret(NAME, SECRET, { mode: 'session' }, on)
    await restart()
    expect(await secretStatus(NAME, on)).toMatchObject({ mode: 'session', hint: 're_…9f3K', state: 'gone' })
    await expect(call()).rejects.toThrow(SecretMissing)
  })
})

describe('a secret of this device', () => {
  it('is still there when the browser was closed', async () => {
    await keepSecret(NAME, SECRET, { mode: 'device' }, on)
    await restart()
    expect(await sent()).toBe(`Bearer ${SECRET}`)
  })

  it('is sealed with a key that no script can take out', async () => {
    await keepSecret(NAME, SECRET, { mode: 'device' }, on)
    const { key } = (await on.vault.get(NAME)) as { key: CryptoKey }
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})

describe('a secret with a passphrase', () => {
  beforeEach(() => keepSecret(NAME, SECRET, WITH_PASSPHRASE, on))

  it('is locked when the browser was closed; the passphrase opens it, another does not', async () => {
    await restart()
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'locked', locksAt: null })
    await expect(call()).rejects.toThrow(SecretLocked)
    expect(await unlock(NAME, 'brass harbour 4 lantern', on)).toBe(false)
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'locked' })
    expect(await unlock(NAME, PASSPHRASE, on)).toBe(true)
    expect(await sent()).toBe(`Bearer ${SECRET}`)
  })

  it('opens after all its rounds too', async () => {
    vi.restoreAllMocks()
    await keepSecret(NAME, SECRET, WITH_PASSPHRASE, on)
    await restart()
    expect(await unlock(NAME, PASSPHRASE, on)).toBe(true)
    expect(await sent()).toBe(`Bearer ${SECRET}`)
  })

  it('takes the same passphrase however the keyboard composed it', async () => {
    await keepSecret(NAME, SECRET, { ...WITH_PASSPHRASE, passphrase: 'ガス灯 ４本 café' }, on)
    await restart()
    expect(await unlock(NAME, 'カ\u3099ス灯 4本 cafe\u0301', on)).toBe(true)
  })

  it('is worth 600,000 rounds to whoever guesses, with a salt and a nonce of its own each time', async () => {
    const first = (await on.vault.get(NAME)) as Record<string, Uint8Array>
    await keepSecret(NAME, SECRET, WITH_PASSPHRASE, on)
    const second = (await on.vault.get(NAME)) as Record<string, Uint8Array>
    expect(first).toMatchObject({ rounds: 600_000 })
    expect(rounds).toEqual([600_000, 600_000])
    expect([first.salt?.length, first.nonce?.length]).toEqual([16, 12])
    for (const part of ['salt', 'nonce', 'sealed', 'check']) expect(second[part]).not.toEqual(first[part])
  })

  it('locks by itself, and each use puts that off', async () => {
    vi.setSystemTime(START + 15 * MINUTE)
    await sent()
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'ready', locksAt: START + 15 * MINUTE + AUTO_LOCK })
    vi.setSystemTime(START + 15 * MINUTE + AUTO_LOCK - 1)
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'ready' })
    vi.setSystemTime(START + 15 * MINUTE + AUTO_LOCK)
    await expect(call()).rejects.toThrow(SecretLocked)
    expect(await fakeBrowser.storage.session.get()).toEqual({})
  })

  it('is out of memory when its time has come, also if nobody asks for it', async () => {
    await lockOverdue()
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'ready' })
    vi.setSystemTime(START + AUTO_LOCK)
    await lockOverdue()
    expect(await fakeBrowser.storage.session.get()).toEqual({})
  })

  it('is locked at once when a person says so; the other ways know no lock', async () => {
    await lock(NAME, on)
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'locked' })
    await keepSecret(NAME, SECRET, { mode: 'session' }, on)
    await lock(NAME, on)
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'ready' })
  })

  it('lets no content script near what it keeps in memory', async () => {
    const { setAccessLevel } = fakeBrowser.storage.session as unknown as { setAccessLevel: unknown }
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' })
  })

  it('wants eight characters at least', async () => {
    const short = { ...WITH_PASSPHRASE, passphrase: '1234567' }
    await expect(keepSecret(NAME, SECRET, short, on)).rejects.toThrow(SecretRefused)
  })
})

describe('a request with a secret', () => {
  beforeEach(() => keepSecret(NAME, SECRET, { mode: 'session' }, on))

  it.each([
    'http://api.resend.com/emails',
    'https://api.resend.com:8443/emails',
    'https://api.resend.com.collector.example/emails',
    'https://api.postmarkapp.com/email',
    'https://user@api.resend.com/emails',
    'https://user:word@api.resend.com/emails',
    'api.resend.com',
    '',
  ])('is refused to %j', async url => {
    await expect(call(NAME, url)).rejects.toThrow(HostRefused)
    expect(requests).toEqual([])
  })

  it('goes nowhere else, carries no cookie, leaves no trace in a cache and names no page', async () => {
    const fetched = vi.fn(async () => new Response('{}'))
    vi.stubGlobal('fetch', fetched)
    await call(NAME, URL_OF_RESEND, { method: 'POST', redirect: 'follow', credentials: 'include' })
    expect(fetched).toHaveBeenCalledWith(
      URL_OF_RESEND,
      expect.objectContaining({
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      }),
    )
  })

  it('keeps what else the caller sends', async () => {
    answer = () => Response.json({ id: 'one' }, { headers: { 'Retry-After': '3' } })
    const response = await call(NAME, URL_OF_RESEND, { method: 'POST', body: '{"a":1}', headers: { Accept: 'text/x' } })
    expect(await requests[0]?.text()).toBe('{"a":1}')
    expect(requests[0]?.headers.get('Accept')).toBe('text/x')
    expect([await response.json(), response.headers.get('Retry-After')]).toEqual([{ id: 'one' }, '3'])
  })

  it('may be answered by nothing', async () => {
    answer = () => new Response(null, { status: 204 })
    expect((await call()).status).toBe(204)
  })
})

describe('what cannot be a key', () => {
  it.each(['', '   ', 'two words', 're_1\nBcc: a@b.c', 'ключ', 'x'.repeat(4097)])('is refused: %j', async text => {
    expect(isSecret(text)).toBe(false)
    const error = await thrownBy(keepSecret(NAME, text, { mode: 'session' }, on))
    expect(error).toBeInstanceOf(SecretRefused)
    if (text.trim()) expect(error.message).not.toContain(text)
  })

  it.each([
    ['5ed742d7-5a45-49b6-a0a1-5b9ec3dc9e5d', '…9e5d'],
    ['abcdefab-5a45-49b6-a0a1-5b9ec3dc9e5d', '…9e5d'],
    ['SG.Saltmarsh-Trading.7WnZ', 'SG.…7WnZ'],
    ['xkeysib-5ed742d75a45-Saltmarsh9f3K', 'xkeysib-…9f3K'],
    ['re_short', '…'],
  ])('of %s only %s is ever shown', async (secret, hint) => {
    await keepSecret(NAME, secret, { mode: 'session' }, on)
    expect(await secretStatus(NAME, on)).toMatchObject({ hint })
  })
})

describe('a damaged row', () => {
  const damage = async (change: Record<string, unknown>) =>
    on.vault.put({ ...((await on.vault.get(NAME)) as object), ...change })

  it.each([
    ['of another shape', { mode: 'device', key: 'not a key' }],
    ['without its seal', { sealed: undefined }],
    ['of a mode of tomorrow', { mode: 'hardware' }],
  ])('%s says so, until the secret is given again', async (_what, change) => {
    await keepSecret(NAME, SECRET, { mode: 'device' }, on)
    await damage(change)
    expect(await secretStatus(NAME, on)).toMatchObject({ state: 'damaged', hint: '…' })
    await expect(call()).rejects.toThrow(SecretDamaged)
    await lock(NAME, on)
    await keepSecret(NAME, SECRET, { mode: 'device' }, on)
    expect(await sent()).toBe(`Bearer ${SECRET}`)
  })

  it('is told from a wrong passphrase', async () => {
    await keepSecret(NAME, SECRET, WITH_PASSPHRASE, on)
    await damage({ sealed: new Uint8Array(40) })
    expect(await unlock(NAME, 'another one entirely', on)).toBe(false)
    await expect(unlock(NAME, PASSPHRASE, on)).rejects.toThrow(SecretDamaged)
    await expect(call()).rejects.toThrow(SecretDamaged)
  })

  it('moved to another name does not open: no key goes to a host that it is not for', async () => {
    await keepSecret(NAME, SECRET, { mode: 'device' }, on)
    await on.vault.put({ ...((await on.vault.get(NAME)) as object), id: 'email:postmark' })
    await expect(call('email:postmark', 'https://api.postmarkapp.com/email')).rejects.toThrow(SecretDamaged)
    expect(requests).toEqual([])
  })
})

it('whoever watches hears of each change, and of the lock that time brings', async () => {
  let calls = 0
  const stop = watchSecret(NAME, () => calls++, on)
  const heard = async (work: () => unknown) => {
    calls = 0
    await work()
    await vi.waitFor(() => expect(calls).toBeGreaterThan(0))
  }
  await heard(() => undefined)
  await heard(() => keepSecret(NAME, SECRET, WITH_PASSPHRASE, on))
  await heard(() => vi.advanceTimersByTime(AUTO_LOCK))
  await heard(() => unlock(NAME, PASSPHRASE, on))
  await heard(() => lock(NAME, on))
  await heard(() => forgetSecret(NAME, on))
  stop()
  calls = 0
  await keepSecret(NAME, SECRET, { mode: 'session' }, on)
  vi.advanceTimersByTime(HOUR)
  expect(calls).toBe(0)
})

it('the worker hears when a secret can be used again, and not when it is merely used', async () => {
  const usable: boolean[] = []
  fakeBrowser.storage.onChanged.addListener((changes, area) => {
    if (becameUsable(changes, area)) usable.push(true)
  })
  await keepSecret(NAME, SECRET, WITH_PASSPHRASE, on)
  expect(usable).toHaveLength(1)
  await sent()
  await lock(NAME, on)
  expect(usable).toHaveLength(1)
  await unlock(NAME, PASSPHRASE, on)
  expect(usable).toHaveLength(2)
  await fakeBrowser.storage.local.set({ 'vault email:resend': 1 })
  expect(usable).toHaveLength(2)
})
