import { afterEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { syncRegistration } from '../../entrypoints/background/sources/hubspot-page/grants.ts'
import { HUBSPOT_ORIGINS } from '../../storage/model/links.ts'

type Script = { id: string; matches: string[] }

/** The browser's register of scripts: each call takes a while, and an id that is there already is refused. */
function register() {
  const scripts = new Map<string, Script>()
  const later = <T>(work: () => T) => Promise.resolve().then(work)
  const put = ([script]: [Script]) => later(() => void scripts.set(script.id, script))
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: ({ ids: [id] }: { ids: [string] }) =>
        later(() => [scripts.get(id)].filter(found => found !== undefined)),
      registerContentScripts: ([script]: [Script]) =>
        later(() => {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
          scripts.set(script.id, script)
        }),
      updateContentScripts: put,
      unregisterContentScripts: ({ ids: [id] }: { ids: [string] }) => later(() => void scripts.delete(id)),
    },
  })
  return scripts
}

/** The hosts that the person has granted. */
const grant = (origins: readonly string[]) =>
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins: [asked = ''] = [] }: { origins?: string[] }) => origins.includes(asked),
  })

afterEach(() => vi.restoreAllMocks())

it('asked twice at the same moment, as by a grant and by the choice that follows it, registers once and fails for neither', async () => {
  const scripts = register()
  grant(HUBSPOT_ORIGINS)
  await expect(Promise.all([syncRegistration(), syncRegistration(), syncRegistration()])).resolves.toBeDefined()
  expect([...scripts.values()]).toMatchObject([{ id: 'hubspot', matches: HUBSPOT_ORIGINS }])
})

it('after one that failed the next does its work all the same', async () => {
  const scripts = register()
  grant(HUBSPOT_ORIGINS)
  const { registerContentScripts } = fakeBrowser.scripting
  fakeBrowser.scripting.registerContentScripts = async () => {
    throw new Error('The browser is closing')
  }
  const [failed, next] = [syncRegistration(), syncRegistration()]
  await expect(failed).rejects.toThrow('The browser is closing')
  await expect(next).rejects.toThrow('The browser is closing')
  fakeBrowser.scripting.registerContentScripts = registerContentScripts
  await syncRegistration()
  expect([...scripts.keys()]).toEqual(['hubspot'])
})

it('takes it away where the last grant is gone', async () => {
  const scripts = register()
  grant(HUBSPOT_ORIGINS)
  await syncRegistration()
  grant([])
  await Promise.all([syncRegistration(), syncRegistration()])
  expect([...scripts.keys()]).toEqual([])
})
