// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { getChosenAccount } from '../../../components/popup/chosenAccount.ts'
import type { Glance } from '../../../storage/model/glance.ts'
import {
  activity,
  glance,
  inJapan,
  item,
  JAPAN,
  japan,
  overview,
  pictured,
  READ_AT,
  sample,
} from '../attention/rows.ts'
import { berlin, click, find, findAll, focus, NOW, press, type } from '../ui/screen.tsx'
import { closePopup, fakeWorker, footer, main, openPopup, paintPopup, settle, TAB, words } from './popup.tsx'

/** Stands for the database: what it says comes from the test. */
const database = vi.hoisted(() => ({
  says: (_: Glance): void => {},
  fails: (): void => {},
}))
vi.mock('../../../components/popup/LiveGlance.tsx', () => ({
  default: (props: { onGlance: (glance: Glance) => void; onFailed: () => void }) => {
    database.says = props.onGlance
    database.fails = props.onFailed
    return null
  },
}))

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  fakeWorker()
})
afterEach(async () => {
  await closePopup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const OLD = berlin('2026-11-02T14:05')
const rowNames = () => Array.from(document.querySelectorAll('li[data-key] h2')).map(heading => heading.textContent)
const hrefs = (within: Element | null) =>
  Array.from(within?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []).map(link => link.getAttribute('href') ?? '')

describe('the popup', () => {
  it('has one main region, one heading of the first level, and starts on it', async () => {
    await openPopup(pictured())
    expect(main()?.getAttribute('aria-label')).toBe('Connections needing attention')
    expect(main()?.hasAttribute('aria-busy')).toBe(false)
    const headings = document.querySelectorAll('h1')
    expect(headings).toHaveLength(1)
    expect(headings[0]?.textContent).toBe('Needs your attention')
    expect(document.activeElement).toBe(headings[0])
  })

  it('↓ goes from the heading to the first row', async () => {
    await openPopup(pictured())
    expect(await press('ArrowDown')).toBe(true)
    expect(document.activeElement?.querySelector('h2')?.textContent).toBe('Ledgerlane')
  })

  it('speaks Japanese', async () => {
    await openPopup(pictured(), { lang: 'ja', tab: TAB })
    expect(document.documentElement.lang).toBe('ja')
    expect(main()?.getAttribute('aria-label')).toBe('対応が必要な接続')
    const text = words(document.body)
    for (const part of [
      'すべてのアカウント（2）',
      '要注目',
      'スヌーズ中 1件',
      'このページを読み取る',
      '最新のアクティビティー',
    ])
      expect(text).toContain(part)
    expect(words(footer())).toBe('48個中26個はステータスの報告なし 読み取り：3分前')
  })

  it('is dark where the settings say so', async () => {
    await openPopup(pictured(), { settings: { theme: 'dark' } })
    expect(document.documentElement.dataset.theme).toBe('dark')
    await closePopup()
    await openPopup(pictured())
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })

  it('follows the settings while it is open', async () => {
    await openPopup(pictured())
    vi.stubGlobal(
      'fetch',
      async () => new Response(JSON.stringify(await import('../../../public/_locales/ja/messages.json'))),
    )
    await act(async () => void (await fakeBrowser.storage.local.set({ settings: { language: 'ja' } })))
    await vi.waitFor(() => expect(words(main())).toContain('要注目'))
    vi.unstubAllGlobals()
  })
})

describe('its first paint', () => {
  const SHOWN: [string, Parameters<typeof paintPopup>[0]][] = [
    ['attention', pictured()],
    ['all well', [overview(), japan()]],
    ['all snoozed', [overview({ items: [item('error', { state: 'snoozed' })] })]],
    [
      'partial',
      [
        overview({
          items: [item('stale'), item('error')],
          partial: [{ kind: 'my-apps', seen: 1, stated: 9, proof: 'next-page' }],
        }),
      ],
    ],
    ['cannot see', [overview({ blindSince: OLD, readAt: OLD, items: [item('stale')] })]],
    ['not set up', []],
    ['no apps', [overview({ summary: { ...overview().summary, apps: 0, connected: 0, notReported: 0 } })]],
  ]
  it.each(SHOWN)('says what the popup then says: %s', async (_, overviews) => {
    await paintPopup(overviews, { tab: TAB })
    const painted = words(document.body)
    const controls = document.querySelectorAll('button, a[href]').length
    expect(main()?.getAttribute('aria-busy')).toBe('true')
    await closePopup()
    await openPopup(overviews, { tab: TAB })
    // The tooltips, the words of activity and the granted sites come later, in room that is kept for them.
    for (const part of painted.split(' ')) expect(words(document.body)).toContain(part)
    expect(document.querySelectorAll('button, a[href]')).toHaveLength(controls)
  })
})

describe('attention', () => {
  it('lists what the badge counts, worst first', async () => {
    await openPopup(pictured())
    expect(rowNames()).toEqual(['Ledgerlane', 'Mailharbor', 'Ringdesk'])
    expect(words(document.querySelector('.popup-title'))).toBe('Needs your attention 3 1 snoozed')
    expect(document.querySelector('.pb-count-bad')).not.toBeNull()
  })

  it('says how many apps report no status, and where they are', async () => {
    await openPopup(pictured())
    expect(words(footer())).toBe('26 of 48 apps report no status Read 3 min ago')
    expect(hrefs(footer())[0]).toMatch(/options\.html#\/home\?status=not-reported$/)
  })

  it('gives the age of the oldest part', async () => {
    await openPopup([overview({ items: [item('error')] }), japan({ readAt: OLD })])
    expect(words(footer())).toContain('Oldest: 10 days ago')
  })

  it('counts an account that cannot be seen among those that can as a row', async () => {
    const blind = japan({ blindSince: OLD, readAt: OLD, items: [inJapan('stale', { name: 'Acme Japan' })] })
    await openPopup([overview({ items: [item('error')] }), blind])
    expect(rowNames()).toEqual(['Ledgerlane', 'Acme Japan'])
    expect(words(main())).toContain('Not checked since Mon 2 Nov, 14:05. Open the page to check.')
  })

  it('of the sample says so on each row', async () => {
    await openPopup([sample({ items: [item('error', { sample: true, account: 'sample:1' })] })])
    expect(words(main())).toContain('Ledgerlane')
    expect(document.querySelectorAll('li .pb-tag')).toHaveLength(1)
  })
})

describe('without anything open', () => {
  it('says that no problem is known, never that all is good', async () => {
    await openPopup([overview(), japan()])
    expect(words(main())).toContain('No known problem HubSpot shows 22 apps as connected. For 26 it shows no status')
    expect(words(main())).toContain('Nothing snoozed')
    expect(find('img', '22 connected, 26 not reported')).toBeTruthy()
    expect(hrefs(main())).toEqual([expect.stringContaining('status=not-reported')])
  })

  it('does not say "0 connected" where nothing is reported at all', async () => {
    await openPopup([overview({ summary: { ...overview().summary, connected: 0, notReported: 30 } })])
    expect(words(main())).toContain('HubSpot shows no app as connected. For 30 it shows no status')
  })

  it('says it where HubSpot lists nothing', async () => {
    await openPopup([overview({ summary: { ...overview().summary, apps: 0, connected: 0, notReported: 0 } })])
    expect(words(main())).toContain('No connected apps')
    expect(words(main())).not.toContain('No known problem')
  })

  it('shows the snoozed ones where nothing else is open', async () => {
    await openPopup([overview({ items: [item('error', { state: 'snoozed' })] })])
    expect(words(main())).toContain('Nothing open: every problem is snoozed.')
    expect(rowNames()).toEqual(['Ledgerlane'])
    expect(words(main())).not.toContain('No known problem')
  })
})

describe('where nothing can be seen', () => {
  const blind = (more = {}) =>
    overview({
      blindSince: OLD,
      readAt: OLD,
      items: [item('stale')],
      lastKnown: [
        { name: 'Mailharbor', status: 'expired' },
        { name: 'Formwell', status: 'connected' },
      ],
      ...more,
    })

  it('says so with the last good read and the one next step, and lists nothing as counted', async () => {
    await openPopup([blind({ failed: { state: 'signed-out', at: NOW } })])
    const text = words(main())
    expect(text).toMatch(/^Needs your attention ! Patchbay cannot see your apps/)
    expect(text).toContain('Last read Mon 2 Nov, 14:05, 10 days ago. Signed out of HubSpot.')
    expect(find('link', 'Sign in to HubSpot (opens in a new tab)').getAttribute('href')).toBe(overview().url)
    expect(document.querySelector('li[data-key]')).toBeNull()
    expect(document.querySelector('.pb-bar-ok')).toBeNull()
  })

  it('shows what was last known, hatched and not counted', async () => {
    await openPopup([blind()])
    expect(words(main())).toContain(
      'Last known as of Mon 2 Nov, not counted Mailharbor was expired Formwell was connected',
    )
    expect(document.querySelectorAll('.popup-known .pb-tone-unknown')).toHaveLength(2)
    expect(words(footer())).toContain('What Patchbay can watch')
  })

  it('names each account where there are several', async () => {
    await openPopup([blind(), japan({ blindSince: OLD, readAt: null, items: [inJapan('stale')] })])
    expect(words(main())).toContain('HubSpot page Acme Trading')
    expect(words(main())).toContain('HubSpot page Acme Japan It was never read before.')
  })
})

describe('what has to be known of the reads', () => {
  it.each([
    ['signed-out', 'Signed out of HubSpot The page could not be read. Last read Thu 12 Nov, 14:05.'],
    ['second-factor', 'HubSpot waits for your second factor Finish signing in, then read the page.'],
    ['no-account', 'No account is chosen in HubSpot'],
    ['no-permission', 'HubSpot does not let you see this page It takes a super admin or App Marketplace access'],
    ['moved', 'HubSpot has moved this page'],
    ['challenge', 'HubSpot asks whether you are a person'],
    ['not-recognised', 'The page was not understood Nothing on record was changed.'],
    ['other-page', 'This is not the Connected apps page'],
  ] as const)('a look that failed: %s', async (state, text) => {
    await openPopup([overview({ failed: { state, at: NOW } })])
    expect(words(main())).toContain(text)
    expect(hrefs(document.querySelector('main .pb-strip'))).toEqual([overview().url])
  })

  it('is not said twice once it is a row', async () => {
    await openPopup([overview({ failed: { state: 'signed-out', at: NOW }, items: [item('unreadable')] })])
    expect(document.querySelector('main .pb-strip')).toBeNull()
    expect(words(main())).toContain('Signed out of HubSpot. The page could not be read.')
  })

  const partial = [
    { kind: 'my-apps' as const, seen: 25, stated: 31, proof: 'next-page' as const },
    { kind: 'other-apps' as const, seen: 9, stated: null, proof: 'end-not-seen' as const },
  ]
  it('a list that was not read to its end, which removes nothing', async () => {
    await openPopup([overview({ partial })])
    expect(words(main())).toContain(
      'Part of the page was read My apps 25 of 31, Other apps 9, total not stated. Apps not seen are not counted as gone.',
    )
    expect(hrefs(document.querySelector('main .pb-strip'))).toEqual([overview().url])
  })

  it('or of which a filter hides rows: its numbers are not those of the list', async () => {
    await openPopup([overview({ partial: [{ kind: 'my-apps', seen: 3, stated: 3, proof: 'filtered' }] })])
    expect(words(main())).toContain('Part of the page was read A filter or search is on')
    expect(words(main())).not.toContain('3 of 3')
  })

  it('and that can be read on where its tab lies below', async () => {
    await openPopup([overview({ partial })], { tab: TAB })
    await click(find('button', 'Read the rest'))
    expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledWith({ type: 'read-tab', tabId: TAB.id })
  })
})

describe('not set up', () => {
  it('offers three ways to begin and says where what is read stays', async () => {
    await openPopup([])
    expect(document.querySelector('h1')?.textContent).toBe('No account is watched yet')
    expect(findAll('heading').map(heading => heading.textContent)).toEqual([
      'No account is watched yet',
      'Read the page',
      'Paste',
      'Sample account',
    ])
    expect(find('link', 'Paste').getAttribute('href')).toMatch(/#\/paste$/)
    expect(find('link', 'Try the sample account').getAttribute('href')).toMatch(/#\/welcome\?start=sample$/)
    expect(words(main())).toContain('What is read stays in this browser.')
    await click(find('button', 'What is read and where it is kept'))
    expect(words(main())).toContain('In this browser profile only.')
  })

  it('says which sites may be read', async () => {
    await openPopup([])
    expect(words(footer())).toBe('Site access: none English · 日本語')
    await closePopup()
    const granted = { origins: ['https://app.hubspot.com/*'], permissions: [] }
    vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue(granted as never)
    await openPopup([])
    expect(words(footer())).toContain('Site access: 1 site')
  })

  it('can be switched to the other language', async () => {
    await openPopup([])
    await click(find('button', '日本語'))
    await vi.waitFor(async () =>
      expect((await fakeBrowser.storage.local.get('settings')).settings).toMatchObject({ language: 'ja' }),
    )
  })
})

describe('the account switcher', () => {
  it('is a name where there is one account', async () => {
    await openPopup([overview()])
    expect(words(document.querySelector('header'))).toBe('Acme Trading')
  })

  it('shows one account, for as long as the browser runs', async () => {
    await openPopup(pictured())
    await click(find('button', 'Account: All accounts (2)'))
    expect(findAll('menuitemradio').map(choice => choice.getAttribute('aria-checked'))).toEqual([
      'true',
      'false',
      'false',
    ])
    await click(find('menuitemradio', 'Acme Japan'))
    expect(rowNames()).toEqual(['Mailharbor'])
    expect(words(main())).toContain('Northsheet')
    expect(words(main())).not.toContain('Signpad')
    expect(words(footer())).toContain('8 of 18')
    expect(await getChosenAccount()).toBe(JAPAN)
  })

  it('stands on the account chosen before, and goes back to all', async () => {
    await openPopup(pictured(), { chosen: JAPAN })
    await click(find('button', 'Account: Acme Japan'))
    await click(find('menuitemradio', 'All accounts (2)'))
    expect(rowNames()).toHaveLength(3)
    expect(await getChosenAccount()).toBeNull()
  })
})

describe('newest activity', () => {
  const lines = async (...newest: ReturnType<typeof activity>[]) => {
    await openPopup([overview({ newest })])
    return Array.from(document.querySelectorAll('.popup-newest li')).map(words)
  }

  it('says when, what and by whom', async () => {
    expect(
      await lines(
        activity('reconnected', berlin('2026-11-12T14:02')),
        activity('sync-off', berlin('2026-11-11T11:30'), { app: 'Formwell', person: null }),
        activity('installed', 0, { app: null, time: { kind: 'day', day: '2026-11-10' } }),
      ),
    ).toEqual([
      '14:02 Signpad reconnected by Sam K.',
      '11 Nov Formwell data sync turned off',
      '10 Nov An app HubSpot does not name installed by Sam K.',
    ])
  })

  it('marks what Patchbay saw between two reads, and is no more exact than that', async () => {
    const time = { kind: 'between' as const, from: berlin('2026-11-11T09:00'), to: berlin('2026-11-12T14:05') }
    const seen = { person: null, observed: true, time }
    expect(
      await lines(
        activity('opened:expired', 3, seen),
        activity('ended:error', 2, { ...seen, time: { ...time, from: berlin('2026-11-12T09:00') } }),
        activity('other', 1, { raw: 'Owner changed', person: null, time: { kind: 'day', day: '2026-11-09' } }),
      ),
    ).toEqual([
      '11 Nov–14:05 Signpad connection expired',
      '09:00–14:05 Signpad : “ error ” ended',
      '9 Nov Signpad : “ Owner changed ”',
    ])
    expect(document.querySelector('.popup-newest li')?.textContent).toContain('Seen between two reads')
  })

  it('has words for every kind, in both languages', async () => {
    const { EVENT_TYPES } = await import('../../../storage/model/recognise/recognised.ts')
    const { ISSUE_KINDS } = await import('../../../storage/model/issues/issue.ts')
    const kinds = [
      ...EVENT_TYPES,
      ...ISSUE_KINDS.flatMap(kind => [`opened:${kind}` as const, `ended:${kind}` as const]),
    ]
    for (const lang of ['en', 'ja'] as const) {
      const said = new Set<string>()
      for (const what of kinds) {
        for (const person of ['Sam K.', null]) {
          const line = activity(what, READ_AT, { person: what.includes(':') ? null : person, raw: 'x' })
          await openPopup({ ...glance([overview()]), newest: [line] }, { lang })
          said.add(words(document.querySelector('.popup-newest li')))
          await closePopup()
        }
      }
      expect(said.size).toBe(EVENT_TYPES.length * 2 + ISSUE_KINDS.length * 2)
    }
  })
})

describe('search', () => {
  it('filters the rows by name, account and installer', async () => {
    await openPopup(pictured())
    await click(find('button', 'Search apps'))
    expect(document.activeElement).toBe(find('searchbox', 'Search apps'))
    await type(find('searchbox') as HTMLInputElement, 'japan')
    expect(rowNames()).toEqual(['Mailharbor'])
    await type(find('searchbox') as HTMLInputElement, 'sam k')
    expect(rowNames()).toEqual(['Ledgerlane'])
  })

  it('opens on / and closes on Escape, which leaves the popup open', async () => {
    await openPopup(pictured())
    expect(await press('/')).toBe(true)
    await type(find('searchbox') as HTMLInputElement, 'led')
    expect(await press('Escape')).toBe(true)
    expect(findAll('searchbox')).toEqual([])
    expect(rowNames()).toHaveLength(3)
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('does not open on / where single keys are switched off', async () => {
    await openPopup(pictured(), { settings: { letterKeys: false } })
    await press('/')
    expect(findAll('searchbox')).toEqual([])
  })
})

describe('the database', () => {
  it('replaces what was painted, in place', async () => {
    await openPopup(pictured())
    await act(() => database.says(glance([overview({ items: [item('error')] })])))
    expect(rowNames()).toEqual(['Ledgerlane'])
    expect(words(document.querySelector('header'))).toBe('Acme Trading')
    await act(() => database.says(glance([])))
    await settle()
    expect(document.querySelector('h1')?.textContent).toBe('No account is watched yet')
  })

  it('is waited for where no glance was stored: nothing is shown as empty', async () => {
    await openPopup(null)
    expect(main()?.getAttribute('aria-busy')).toBe('true')
    expect(words(main())).toBe('')
    await act(() => database.says(glance(pictured())))
    expect(rowNames()).toHaveLength(3)
  })

  it('that does not answer leaves what is shown, and says from when it is', async () => {
    await openPopup(pictured())
    await act(() => database.fails())
    expect(words(main())).toContain('The browser’s database does not answer. What is shown is from 14:08.')
    expect(rowNames()).toHaveLength(3)
  })

  it('moves no row under the focus', async () => {
    await openPopup(pictured())
    await focus(document.querySelector('li[data-key]') as HTMLElement)
    await act(() => database.says(glance([overview({ items: [item('error', { name: 'Billcart' })] })])))
    expect(rowNames()).toEqual(['Ledgerlane', 'Mailharbor', 'Ringdesk'])
    expect(find('button', '5 changes · Show')).toBeTruthy()
  })
})
