import { liveQuery } from 'dexie'
import * as v from 'valibot'
import { db, type PatchbayDb, withReopen } from './db.ts'
import { mayReceive, type SecretName } from './model/notices/mailHosts.ts'
import { browser } from './nativeBrowser.ts'

/**
 * Secrets (keys of mail providers): the only file that sees one in clear or opens the `vault` table. What each way of
 * keeping protects from, and what not, stands in docs/sending.md. A secret goes in here, and out only into a header of a
 * request to the one host it is for.
 */
export type VaultMode = 'session' | 'passphrase' | 'device'

/**
 * - `session`: in memory until the browser is closed.
 * - `passphrase`: sealed on disk; needs the passphrase after each start of the browser and after `autoLock` ms without use.
 * - `device`: sealed on disk with a key that stays in this browser profile.
 */
export type HowKept =
  | { mode: 'session' }
  | { mode: 'device' }
  | { mode: 'passphrase'; passphrase: string; autoLock: number }

export interface SecretStatus {
  /** Null: damaged beyond knowing. */
  mode: VaultMode | null
  /** What may be shown of it: prefix and last four, "re_…9f3K"; of a short one nothing. */
  hint: string
  /** `gone`: kept for a session that has ended. `damaged`: what is stored cannot be read. Both want the secret again. */
  state: 'ready' | 'locked' | 'gone' | 'damaged'
  /** Epoch ms at which it locks by itself if it is not used; null: not unlocked by a passphrase. */
  locksAt: number | null
}

/** No such secret is kept, or the session it was kept for has ended. */
export class SecretMissing extends Error {
  override name = 'SecretMissing'
}
/** The secret wants its passphrase. */
export class SecretLocked extends Error {
  override name = 'SecretLocked'
}
/** What is stored cannot be read any more; only the secret itself, given again, mends it. */
export class SecretDamaged extends Error {
  override name = 'SecretDamaged'
}
/** What was given cannot be kept as a secret (see `isSecret`), or the passphrase is shorter than `SHORTEST_PASSPHRASE`. */
export class SecretRefused extends Error {
  override name = 'SecretRefused'
}
/** The address is not on the host this secret is for. */
export class HostRefused extends Error {
  override name = 'HostRefused'
}

/** Characters a passphrase has at least. */
export const SHORTEST_PASSPHRASE = 8

/** Rounds of PBKDF2-SHA-256: OWASP's Password Storage Cheat Sheet asks for 600,000. */
const ROUNDS = 600_000

const Bytes = v.instance(Uint8Array<ArrayBuffer>)
const sealed = { id: v.string(), hint: v.string(), nonce: Bytes, sealed: Bytes }
const RowSchema = v.variant('mode', [
  v.object({ id: v.string(), hint: v.string(), mode: v.literal('session') }),
  v.object({ ...sealed, mode: v.literal('device'), key: v.custom<CryptoKey>(key => key instanceof CryptoKey) }),
  v.object({
    ...sealed,
    mode: v.literal('passphrase'),
    salt: Bytes,
    rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000)),
    /** Tells a wrong passphrase from damage: the hash of the key, which says no more about it than the seal does. */
    check: Bytes,
    autoLock: v.pipe(v.number(), v.minValue(0)),
  }),
])
type Row = v.InferOutput<typeof RowSchema>

/**
 * What `storage.session` holds under `vault <name>`, in memory only and out of reach of content scripts: the secret itself
 * (`session`), or the key of an unlocked one, which so survives the worker's death.
 */
const HeldSchema = v.union([v.object({ secret: v.string() }), v.object({ key: v.string(), locksAt: v.number() })])
type Held = v.InferOutput<typeof HeldSchema>

/** Whether a text, without the space around it, can be kept: printable ASCII without spaces, as every provider's keys are. */
export const isSecret = (text: string): boolean => /^[\x21-\x7e]{1,4096}$/.test(text.trim())

/**
 * Keeps a secret under a name, in place of what was there. Called by the page it was pasted into: a secret never travels in a
 * message. With a passphrase it is unlocked at once. Throws SecretRefused.
 */
export const keepSecret = async (
  name: SecretName,
  secret: string,
  how: HowKept,
  on: PatchbayDb = db,
): Promise<void> => {
  const text = secret.trim()
  if (!isSecret(text)) throw new SecretRefused('Not a key: it has spaces, or characters that no key has')
  const row = { id: name, hint: hintOf(text) }
  await release(name)
  if (how.mode === 'session') {
    await hold(name, { secret: text })
    return put({ ...row, mode: 'session' }, on)
  }
  if (how.mode === 'device') {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    return put({ ...row, mode: 'device', key, ...(await seal(key, name, text)) }, on)
  }
  if (how.passphrase.length < SHORTEST_PASSPHRASE) throw new SecretRefused('The passphrase is too short')
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const raw = await derive(how.passphrase, salt, ROUNDS)
  const key = await importKey(raw)
  const { autoLock } = how
  await put(
    {
      ...row,
      mode: 'passphrase',
      salt,
      rounds: ROUNDS,
      check: await checkOf(raw),
      autoLock,
      ...(await seal(key, name, text)),
    },
    on,
  )
  await hold(name, { key: raw.toBase64(), locksAt: Date.now() + autoLock })
}

/** How a secret is kept and whether it can be used now; null: none is kept. */
export const secretStatus = async (name: SecretName, on: PatchbayDb = db): Promise<SecretStatus | null> => {
  const found = await find(name, on)
  if (found === null) return null
  if (found === 'damaged') return { mode: null, hint: '…', state: 'damaged', locksAt: null }
  const { mode, hint } = found
  if (mode === 'device') return { mode, hint, state: 'ready', locksAt: null }
  const held = await holding(name)
  if (mode === 'session') return { mode, hint, state: held && 'secret' in held ? 'ready' : 'gone', locksAt: null }
  return held && 'key' in held
    ? { mode, hint, state: 'ready', locksAt: held.locksAt }
    : { mode, hint, state: 'locked', locksAt: null }
}

/** Opens a secret kept with a passphrase; false: the passphrase is wrong. Throws SecretMissing or SecretDamaged. */
export const unlock = async (name: SecretName, passphrase: string, on: PatchbayDb = db): Promise<boolean> => {
  const row = await get(name, on)
  if (row.mode !== 'passphrase') throw new SecretMissing('No passphrase belongs to this key')
  const raw = await derive(passphrase, row.salt, row.rounds)
  if (!sameBytes(await checkOf(raw), row.check)) return false
  await open(await importKey(raw), row)
  await hold(name, { key: raw.toBase64(), locksAt: Date.now() + row.autoLock })
  return true
}

/** Locks a secret kept with a passphrase before its time; does nothing to another. */
export const lock = async (name: SecretName, on: PatchbayDb = db): Promise<void> => {
  const found = await find(name, on)
  if (found !== null && found !== 'damaged' && found.mode === 'passphrase') await release(name)
}

/** Takes keys out of memory whose time to lock has come, also if nobody asks for them. */
export const lockOverdue = async (): Promise<void> => {
  for (const item of Object.keys(await browser.storage.session.get()))
    if (item.startsWith(ITEM)) await holding(item.slice(ITEM.length) as SecretName)
}

/** Forgets a secret: nothing of it stays. */
export const forgetSecret = async (name: SecretName, on: PatchbayDb = db): Promise<void> => {
  await release(name)
  await withReopen(() => on.vault.delete(name), on)
}

/** Calls back whenever `secretStatus` may answer something new, also when it locks by itself; returns the way to stop. */
export const watchSecret = (name: SecretName, changed: () => void, on: PatchbayDb = db): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const arm = async () => {
    const held = await holding(name)
    clearTimeout(timer)
    if (held && 'key' in held) timer = setTimeout(changed, Math.max(0, held.locksAt - Date.now()))
  }
  const tell = () => {
    void arm()
    changed()
  }
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.hasOwn(changes, itemOf(name))) tell()
  }
  const rows = liveQuery(() => on.vault.get(name)).subscribe({ next: tell, error: () => tell() })
  browser.storage.onChanged.addListener(heard)
  return () => {
    clearTimeout(timer)
    rows.unsubscribe()
    browser.storage.onChanged.removeListener(heard)
  }
}

/** Whether a change of the browser's storage (`storage.onChanged`) says that some secret can be used now and could not before. */
export const becameUsable = (
  changes: Readonly<Record<string, { oldValue?: unknown; newValue?: unknown }>>,
  area: string,
): boolean =>
  area === 'session' &&
  Object.entries(changes).some(
    ([item, { oldValue, newValue }]) => item.startsWith(ITEM) && newValue != null && oldValue == null,
  )

/**
 * A request with the secret in one of its headers; use puts off the time at which it locks. The answer comes whole (cut at
 * `LONGEST_ANSWER` characters), and without the secret should the other side echo it.
 * Throws SecretMissing, SecretLocked, SecretDamaged, HostRefused, or what fetch throws (TypeError: no connection, AbortError,
 * TimeoutError); none of them holds the secret.
 */
export const fetchWithSecret = async (
  name: SecretName,
  url: string,
  init: RequestInit,
  header: { name: string; prefix: string },
  on: PatchbayDb = db,
): Promise<Response> => {
  if (!mayReceive(name, url)) throw new HostRefused('This key is for another host')
  const secret = await reveal(name, on)
  try {
    const headers = new Headers(init.headers)
    headers.set(header.name, header.prefix + secret)
    const answer = await fetch(url, {
      ...init,
      headers,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    const text = (await answer.text()).slice(0, LONGEST_ANSWER).replaceAll(secret, '…')
    const kept = [...answer.headers].filter(([, value]) => !value.includes(secret))
    return new Response(text === '' ? null : text, { status: answer.status, headers: kept })
  } catch (error) {
    throw withoutSecret(error, secret)
  }
}

const LONGEST_ANSWER = 65_536

const withoutSecret = (error: unknown, secret: string): unknown =>
  error instanceof Error && !`${error.message}${error.stack}${error.cause}`.includes(secret)
    ? error
    : new TypeError('The request could not be made')

const reveal = async (name: SecretName, on: PatchbayDb): Promise<string> => {
  const row = await get(name, on)
  if (row.mode === 'device') return open(row.key, row)
  const held = await holding(name)
  if (row.mode === 'session') {
    if (!held || !('secret' in held)) throw new SecretMissing('The session this key was kept for has ended')
    return held.secret
  }
  if (!held || !('key' in held)) throw new SecretLocked('The key is locked')
  const secret = await open(await importKey(Uint8Array.fromBase64(held.key)), row)
  await hold(name, { key: held.key, locksAt: Date.now() + row.autoLock })
  return secret
}

const find = async (name: SecretName, on: PatchbayDb): Promise<Row | 'damaged' | null> => {
  const raw = await withReopen(() => on.vault.get(name), on)
  if (raw === undefined) return null
  const parsed = v.safeParse(RowSchema, raw)
  return parsed.success ? parsed.output : 'damaged'
}

const get = async (name: SecretName, on: PatchbayDb): Promise<Row> => {
  const row = await find(name, on)
  if (row === null) throw new SecretMissing('No key is kept')
  if (row === 'damaged') throw new SecretDamaged('The stored key cannot be read')
  return row
}

const put = async (row: Row, on: PatchbayDb): Promise<void> => {
  await withReopen(() => on.vault.put(row), on)
}

const ITEM = 'vault '
const itemOf = (name: SecretName) => `${ITEM}${name}`

/** What is held in memory for a secret and has not run out. */
const holding = async (name: SecretName): Promise<Held | null> => {
  const item = itemOf(name)
  const parsed = v.safeParse(HeldSchema, (await browser.storage.session.get(item))[item])
  if (!parsed.success) return null
  if ('secret' in parsed.output || parsed.output.locksAt > Date.now()) return parsed.output
  await release(name)
  return null
}

/** Chromium's, which the types of the polyfill do not know. */
interface Restrictable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}

const hold = async (name: SecretName, held: Held): Promise<void> => {
  // Content scripts cannot read this area unless they are let; Firefox has no way to let them, nor this call.
  await (browser.storage.session as Restrictable).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  await browser.storage.session.set({ [itemOf(name)]: held })
}

const release = (name: SecretName): Promise<void> => browser.storage.session.remove(itemOf(name))

/** A prefix that names the kind of key (`re_`, `SG.`, `xkeysib-`) and the last four; of a short one nothing. */
const hintOf = (secret: string): string =>
  secret.length < 16 ? '…' : `${/^[A-Za-z]{2,7}[._-]/.exec(secret)?.[0] ?? ''}…${secret.slice(-4)}`

const text = new TextEncoder()

/** The same characters typed in another way (full width, composed) are the same passphrase. */
const derive = async (passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) => {
  const typed = await crypto.subtle.importKey('raw', text.encode(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveBits',
  ])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256),
  )
}

const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

const checkOf = async (raw: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...text.encode('patchbay check'), ...raw])))

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index])

/** The name goes into the seal, so that a row moved to another name (and host) does not open. */
const seal = async (key: CryptoKey, name: string, secret: string) => {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv: nonce, additionalData: text.encode(name) }
  return { nonce, sealed: new Uint8Array(await crypto.subtle.encrypt(how, key, text.encode(secret))) }
}

const open = async (key: CryptoKey, row: Extract<Row, { sealed: unknown }>): Promise<string> => {
  try {
    const how = { name: 'AES-GCM', iv: row.nonce, additionalData: text.encode(row.id) }
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, row.sealed))
  } catch {
    throw new SecretDamaged('The stored key cannot be read')
  }
}
