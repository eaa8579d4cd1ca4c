import { describe, expect, it } from 'vitest'
import { buildPage } from './page.ts'
import { answerFor } from './server.ts'
import { accountByHand } from './truthByHand.ts'
import { createWorld } from './world.ts'

const PORTAL = '4711001'
const HOST = 'app-eu1.hubspot.com'

function worldWithTwoApps() {
  const world = createWorld()
  const truth = accountByHand({
    portal: PORTAL,
    host: 'app-eu1',
    now: '2026-11-24T09:00:00Z',
    apps: [
      { name: 'Harborline', status: 'connected', link: { kind: 'page', number: 20_000_001 } },
      { name: 'Quillbox', link: { kind: 'slug', slug: 'quillbox' }, lastActivity: '2026-11-22' },
    ],
  })
  world.setAccount(truth)
  return world
}

describe('the stand-in HubSpot', () => {
  it('serves an account at the routes of HUBSPOT-PAGE.md 3, and each app at its own address', () => {
    const world = worldWithTwoApps()
    const at = (path: string) => answerFor(world, HOST, path).body
    expect(at(`/connected-apps/${PORTAL}`)).toContain('My apps')
    expect(at(`/connected-apps/${PORTAL}/installed`)).toContain('Needs your attention')
    expect(at(`/connected-apps/${PORTAL}/overview`)).toContain('App summary')
    expect(at(`/integrations-settings/${PORTAL}/installed`)).not.toContain('Needs your attention')
    expect(at(`/connected-apps/${PORTAL}/installed/basic/20000001/overview`)).toMatch(
      /<h1[^>]*>(?:<[^>]*>)*Harborline/u,
    )
    expect(at(`/integrations-settings/${PORTAL}/installed/quillbox/general`)).toMatch(/<h1[^>]*>(?:<[^>]*>)*Quillbox/u)
    expect(at(`/connected-apps/${PORTAL}/installed/basic/99/overview`)).toContain('404')
    expect(at('/connected-apps/1/installed')).toContain('404')
  })

  it('answers each state of an account with a document of its own', () => {
    const world = worldWithTwoApps()
    const path = `/connected-apps/${PORTAL}/installed`
    world.setState(PORTAL, 'signed-out')
    const away = answerFor(world, HOST, path)
    expect(away.status).toBe(302)
    expect(answerFor(world, HOST, away.headers.location ?? '').body).toContain('type="email"')
    for (const [state, sign] of [
      ['no-permission', 'permission to access'],
      ['moved', 'have moved'],
      ['challenge', 'Just a moment'],
      ['not-found', '404'],
    ] as const) {
      world.setState(PORTAL, state)
      expect(answerFor(world, HOST, path).body).toContain(sign)
      expect(answerFor(world, HOST, path).body).not.toContain('Harborline')
    }
  })

  it('changes what the page says when an app breaks, mends, is renamed, installed and uninstalled', () => {
    const world = worldWithTwoApps()
    const read = () => {
      const account = world.accounts.get(PORTAL)
      if (!account) throw new Error('the account is gone')
      const { sections } = buildPage(account.truth, account.style).expect
      const rows = (kind: string) => sections.find(section => section.kind === kind)?.rows ?? []
      return {
        apps: rows('my-apps').map(row => [row.fields.name?.shown, row.fields.status?.allowed[0]]),
        attention: rows('attention').map(row => [row.fields.name?.shown, row.fields.reason?.allowed[0]]),
      }
    }
    world.breakApp(PORTAL, 'Harborline', 'expired')
    world.breakApp(PORTAL, 'Quillbox', 'error')
    expect(read()).toEqual({
      apps: [
        ['Harborline', 'expired'],
        ['Quillbox', undefined],
      ],
      attention: [
        ['Harborline', 'expired'],
        ['Quillbox', 'error'],
      ],
    })
    world.mendApp(PORTAL, 'Quillbox', '2026-11-24')
    world.renameApp(PORTAL, 'Harborline', 'Harborline 2')
    world.installApp(PORTAL, { name: 'Emberdesk', status: 'disconnected' })
    world.uninstallApp(PORTAL, 'Quillbox')
    expect(read()).toEqual({
      apps: [
        ['Harborline 2', 'expired'],
        ['Emberdesk', 'disconnected'],
      ],
      attention: [['Harborline 2', 'expired']],
    })
  })

  it('tells what the page asked from what nobody explains', () => {
    const world = worldWithTwoApps()
    const request = { method: 'GET', host: HOST, path: '/x' }
    world.requests.push({ ...request, byPage: false, destination: 'document' })
    world.requests.push({ ...request, byPage: true, destination: 'empty' })
    world.requests.push({ ...request, byPage: false, destination: 'empty' })
    expect(world.unexplained()).toHaveLength(1)
  })
})
