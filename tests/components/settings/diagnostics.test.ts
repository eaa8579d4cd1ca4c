import { expect, test } from 'vitest'
import { diagnosticsOf } from '../../../components/settings/diagnostics.ts'
import type { Grid, PageView } from '../../../storage/model/recognise/view.ts'
import { ACCOUNT, pageBatch } from '../../builders.ts'
import { NOW } from '../ui/screen.tsx'

/** Everything a page or a person can say, each with a mark that must not come out again. */
const SECRET = 'Zyxmark'

const grid = (more: Partial<Grid>): Grid => ({
  shape: 'table',
  heading: `My apps ${SECRET}`,
  path: [`${SECRET} path`],
  headers: ['App', `Column ${SECRET}`],
  rows: [
    {
      key: `https://app.hubspot.com/${SECRET}`,
      cells: [
        { text: `Name ${SECRET}`, href: `https://app.hubspot.com/${SECRET}` },
        { text: `Cell ${SECRET}`, buttons: [`Press ${SECRET}`] },
      ],
      seenAt: NOW,
    },
  ],
  extent: {
    stated: [{ count: 3, text: `3 ${SECRET}` }],
    rowCount: null,
    next: 'none',
    filtered: false,
    busy: false,
    endSeen: true,
  },
  notes: [`Note ${SECRET}`],
  since: NOW,
  ...more,
})

const VIEW: PageView = {
  url: `https://app-eu1.hubspot.com/connected-apps/4411007/installed?x=${SECRET}`,
  title: `${SECRET} title`,
  locales: ['en'],
  headings: ['My apps', `Heading ${SECRET}`],
  prose: [`Prose ${SECRET}`],
  links: [{ text: `Link ${SECRET}`, href: `https://x.example/${SECRET}` }],
  fields: ['search', `${SECRET}!`],
  grids: [grid({}), grid({ heading: 'My apps', headers: ['App', 'Status'] }), grid({ shape: 'repeat', headers: [] })],
  at: NOW,
  zone: 'Europe/Berlin',
}

const text = diagnosticsOf({
  version: '0.1.0',
  browser: 'Chromium 156',
  language: 'auto',
  zone: 'Europe/Berlin',
  agreed: true,
  granted: ['https://app.hubspot.com/*'],
  accounts: [
    {
      account: {
        id: ACCOUNT,
        label: `Label ${SECRET}`,
        host: 'app-eu1.hubspot.com',
        addedAt: NOW,
        automatic: true,
        zone: null,
      },
      apps: 31,
      reads: pageBatch(NOW, { apps: [{ name: SECRET, status: SECRET }] }).reads.map(read => ({
        ...read,
        sections: read.sections.map(section => ({ ...section, heading: SECRET, unsure: [`Unsure ${SECRET}`] })),
      })),
      views: [{ page: 'list', view: VIEW }],
      mapping: { columns: [{ fingerprint: SECRET, meanings: { [SECRET]: 'status' } }], words: { [SECRET]: 'error' } },
    },
  ],
  atHand: VIEW,
  log: [{ at: NOW, where: `command ${SECRET}`, what: `TypeError: ${SECRET} is not a function` }],
  now: NOW,
})

test('no name, no account number, no text of a page or of an error leaves by the diagnostics', () => {
  expect(text).not.toMatch(new RegExp(SECRET, 'i'))
  expect(text).not.toContain('4411007')
})

test('they do say how pages were read', () => {
  const told = JSON.parse(text)
  expect(told.accounts[0].pages[0].grids.map((one: { shape: string }) => one.shape)).toEqual([
    'table',
    'table',
    'repeat',
  ])
  expect(told.accounts[0].pages[0].grids[1].headers).toEqual(['app', 'status'])
  expect(told.accounts[0].pages[0].grids[0].headers[1]).toMatch(/^latin \d+$/)
  expect(told.accounts[0].pages[0].grids[0].extent.stated).toEqual([3])
  expect(told.accounts[0].reads[0]).toMatchObject({ state: 'recognised', way: 'click' })
  expect(told.log[0].what).toBe('TypeError')
})
