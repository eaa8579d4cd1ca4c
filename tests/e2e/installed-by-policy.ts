/**
 * The extension installed as an administrator installs it. Only such an install outlives the end of the browser: an
 * unpacked one is installed afresh at each start, so `onStartup` never fires and alarms are gone.
 * Needs to write a policy file, so: root, and Debian's Chromium or Google's Chrome on Linux.
 */

import { execFile } from 'node:child_process'
import { createHash, createPublicKey } from 'node:crypto'
import { accessSync, constants, existsSync, rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { BUILD_FOLDER, browserPath, launchHeadless } from '../../scripts/chromium.ts'
import { type Driver, drive, type LaunchSettings, launchOptions } from './browser.ts'

export type InstalledDriver = Driver & {
  /** Ends the browser and starts it again on the same profile: a real restart. The old driver is dead after it. */
  restart(): Promise<InstalledDriver>
}

/** What lies in it acts on every profile of this machine. */
const POLICY_FOLDER = browserPath().includes('google-chrome')
  ? '/etc/opt/chrome/policies/managed'
  : '/etc/chromium/policies/managed'

/** One file for each id, so that two runs at once do not undo each other's install. */
const policyFile = (id: string) => join(POLICY_FOLDER, `patchbay-test-${id}.json`)

/** Why restart tests cannot run on this machine, or undefined when they can: for `test.skipIf`. */
export function whyNotByPolicy(): string | undefined {
  if (process.platform !== 'linux') return 'policies as files are known on Linux only'
  let folder = POLICY_FOLDER
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return undefined
  } catch {
    return `${folder} is not writable: run as root`
  }
}

/** Packs the production build, has a browser install it by policy from loopback, and drives that browser. */
export async function installedByPolicy(settings: LaunchSettings = {}): Promise<InstalledDriver> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-'))
  const cleaning = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })]
  const clean = async () => {
    for (const step of cleaning.splice(0).reverse()) await step()
  }
  try {
    const { id, crx } = await pack(settings.extension ?? BUILD_FOLDER, folder)
    const updates = await serveUpdates(id, crx)
    cleaning.push(updates.close)
    cleaning.push(await writePolicy(id, updates.url))
    const userDataDir = settings.userDataDir ?? join(folder, 'profile')
    return await start({ settings, userDataDir, id, clean }, 'first')
  } catch (error) {
    await clean()
    throw error
  }
}

type Install = {
  readonly settings: LaunchSettings
  readonly userDataDir: string
  readonly id: string
  readonly clean: () => Promise<void>
}

async function start(install: Install, time: 'first' | 'again'): Promise<InstalledDriver> {
  const { settings, userDataDir, id, clean } = install
  const browser = await launchHeadless(launchOptions(settings, userDataDir), 'installs by policy')
  try {
    // The first start installs while it runs, and the worker's `onInstalled` is the sign of it. Later ones have it from
    // the beginning, and wake the worker only if the product listens to `onStartup`.
    if (time === 'first') await browser.waitForTarget(target => target.url().startsWith(`chrome-extension://${id}/`))
    const driver = await drive(browser, id, userDataDir, clean)
    return {
      ...driver,
      async restart() {
        await driver.end()
        return start(install, 'again')
      },
    }
  } catch (error) {
    await browser.close()
    await clean()
    throw error
  }
}

/** A signed package under a throw-away key. The id is the key's hash, written with the letters a to p. */
async function pack(extension: string, folder: string): Promise<{ id: string; crx: string }> {
  const copy = join(folder, 'extension')
  await cp(extension, copy, { recursive: true })
  const profile = join(folder, 'packing')
  await promisify(execFile)(browserPath(), [
    '--headless=new',
    '--no-sandbox',
    `--user-data-dir=${profile}`,
    `--pack-extension=${copy}`,
  ])
  const key = createPublicKey(await readFile(`${copy}.pem`)) // of the private key
  const hash = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  const id = [...hash.slice(0, 32)].map(digit => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('')
  return { id, crx: `${copy}.crx` }
}

/** The update server a policy names: what version there is, and the package. */
async function serveUpdates(id: string, crx: string) {
  const bytes = await readFile(crx)
  const manifest = JSON.parse(await readFile(join(dirname(crx), 'extension', 'manifest.json'), 'utf8'))
  const server = createServer((request, response) => {
    if (request.url === '/extension.crx') {
      response.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(bytes)
      return
    }
    const codebase = `http://${request.headers.host}/extension.crx`
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(
      `<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'><app appid='${id}'>` +
        `<updatecheck codebase='${codebase}' version='${manifest.version}'/></app></gupdate>`,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.xml`,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Writes the policy and returns how to take it away; it is also taken away when the process ends in between. */
async function writePolicy(id: string, updateUrl: string): Promise<() => Promise<void>> {
  const remove = () => rmSync(policyFile(id), { force: true })
  const removeAndEnd = () => {
    remove()
    process.exit(1)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  process.once('exit', remove)
  for (const signal of signals) process.once(signal, removeAndEnd)
  await mkdir(POLICY_FOLDER, { recursive: true })
  await removeForgotten()
  // `force_installed` would forbid driving it and refuse grants of hosts
  const policy = { ExtensionSettings: { [id]: { installation_mode: 'normal_installed', update_url: updateUrl } } }
  await writeFile(policyFile(id), JSON.stringify(policy))
  return async () => {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, removeAndEnd)
    remove()
  }
}

/** Policies of runs that were killed outright: none takes an hour. */
async function removeForgotten(): Promise<void> {
  const anHourAgo = Date.now() - 60 * 60 * 1000
  for (const name of await readdir(POLICY_FOLDER)) {
    const path = join(POLICY_FOLDER, name)
    if (name.startsWith('patchbay-test-') && (await stat(path)).mtimeMs < anHourAgo) await rm(path, { force: true })
  }
}
