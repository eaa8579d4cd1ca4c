import type { IncomingMessage, ServerResponse } from 'node:http'
import { canon } from './canon.ts'
import { loginDocument, shellDocument } from './notThePage.ts'
import type { PageKind, Style } from './page/style.ts'
import { buildPage } from './page.ts'
import type { AppTruth } from './truth.ts'
import type { Account, AccountState, World } from './world.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }

/**
 * A stand-in for HubSpot's app hosts: answers by host and path from a world that tests change. Give the result to an
 * HTTPS server on loopback; every request is noted in `world.requests` before it is answered.
 */
export function hubspotHandler(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const host = request.headers.host ?? ''
    const path = request.url ?? '/'
    world.requests.push({
      method: request.method ?? 'GET',
      host,
      path,
      byPage: request.headers['x-stand-in-page'] !== undefined,
      destination: String(request.headers['sec-fetch-dest'] ?? ''),
    })
    const answer = answerFor(world, host, path)
    response.writeHead(answer.status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...answer.headers,
    })
    response.end(answer.body)
  }
}

/** The answer to one address. Tests of readers without a browser can ask it directly. */
export function answerFor(world: World, host: string, path: string): Answer {
  const url = new URL(path, `https://${host || 'app.hubspot.com'}`)
  const [area, portal] = url.pathname.split('/').filter(Boolean)
  if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' }
  if (area === 'login') return loginAnswer(world, url)
  if (area === 'myaccounts' || area === 'myaccounts-beta' || area === undefined) return html(accountChooser(world))
  const account = world.accounts.get(portal ?? '')
  if (!account) return html(shellDocument('en', portal ?? '', 'HubSpot', lost('en')))
  const spoken = account.style.language === 'ja' ? 'ja' : 'en'
  if (account.state !== 'open') return stateAnswer(account.state, account, url, spoken)
  const route = routeOf(account, url)
  if (!route) return html(shellDocument(spoken, account.truth.portal, 'HubSpot', lost(spoken)))
  const page = buildPage(account.truth, { ...account.style, ...route.style })
  return html(route.inner ? (Object.values(page.documents)[0] ?? page.html) : page.html)
}

type Route = { style: Partial<Style>; inner: boolean }

/** Which page an address is, as HUBSPOT-PAGE.md 3 lists the routes; undefined for a dead one. */
function routeOf(account: Account, url: URL): Route | undefined {
  const { truth, style } = account
  const [area, , ...rest] = url.pathname.split('/').filter(Boolean)
  const tail = rest.join('/')
  const page = (kind: PageKind, app?: string): Route => ({ style: { page: kind, app }, inner: false })
  if (area === 'connected-apps-ui') {
    const [kind, app] = (url.searchParams.get('view') ?? 'home').split('-') as [PageKind, string | undefined]
    return { style: { page: kind, app, iframe: true }, inner: true }
  }
  const classic = style.page === 'classic'
  if (area === 'connected-apps') {
    if (tail === '') return page(classic ? 'classic' : style.page === 'app' ? 'home' : style.page)
    if (tail === 'installed') return page(classic ? 'installed' : 'home')
    if (tail === 'insights') return page('insights')
    if (tail === 'overview') return page('classic')
  }
  if (area === 'integrations-settings' && tail === 'installed') return page('installed')
  const app = truth.apps.find(one => leadsTo(one, area ?? '', rest))
  return app ? page('app', app.id) : undefined
}

/** Whether an address, without portal, is this app's own page. */
function leadsTo({ appId, link }: AppTruth, area: string, [installed, kind, value]: readonly string[]): boolean {
  if (installed !== 'installed') return false
  if (link.kind === 'page') return area === 'connected-apps' && kind === 'basic' && value === String(link.number)
  if (area !== 'integrations-settings') return false
  if (link.kind === 'id') return kind === 'framework' && value === String(appId)
  return link.kind === 'slug' && kind === link.slug
}

function stateAnswer(state: AccountState, account: Account, url: URL, spoken: 'en' | 'ja'): Answer {
  const ja = spoken === 'ja'
  const { portal } = account.truth
  const query = `loginPortalId=${portal}&loginRedirectUrl=${encodeURIComponent(url.href)}`
  const inShell = (content: string) =>
    html(shellDocument(spoken, portal, ja ? '接続されたアプリ' : 'Connected Apps', content))
  if (state === 'signed-out') return redirect(`/login?${query}`)
  if (state === 'second-factor') return redirect(`/login/two-factor?${query}`)
  if (state === 'no-permission') {
    return inShell(
      ja
        ? '<h2>接続されたアプリにアクセスする権限がありません</h2>'
        : '<h2>You don’t have permission to access connected apps</h2>',
    )
  }
  if (state === 'moved') {
    return inShell(
      ja
        ? '<h2>インテグレーションの設定は移動しました</h2><button>移動</button>'
        : '<h2>Your integrations settings have moved</h2><button>Go there</button>',
    )
  }
  if (state === 'challenge') {
    const title = ja ? '少々お待ちください…' : 'Just a moment...'
    return html(
      `<!doctype html><html><head><title>${title}</title></head><body><h1>${url.host}</h1><p>${ja ? '人間であることを確認しています。' : 'Verifying you are human.'}</p><div class="cf-turnstile"></div></body></html>`,
    )
  }
  return inShell(lost(spoken))
}

function loginAnswer(world: World, url: URL): Answer {
  const account = world.accounts.get(url.searchParams.get('loginPortalId') ?? '')
  const spoken = account?.style.language === 'ja' ? 'ja' : 'en'
  const factor = /^\/login\/(?:two-factor|confirm-to-login)/u.test(url.pathname)
  const code = spoken === 'ja' ? '確認コード' : 'Verification code'
  if (!factor) return html(loginDocument(spoken))
  return html(
    `<!doctype html><html><head><title>${code}</title></head><body><main><h1>${code}</h1><label>${code}<input inputmode="numeric"></label></main></body></html>`,
  )
}

function accountChooser(world: World): string {
  const rows = [...world.accounts.values()].map(
    ({ truth }) =>
      `<tr><td><a href="https://${truth.host}.hubspot.com/home-beta?portalId=${truth.portal}">${canon(truth.accountName).replace(/[<&]/gu, '')}</a></td><td>${truth.portal}</td></tr>`,
  )
  return shellDocument(
    'en',
    '',
    'Accounts',
    `<h1>Accounts</h1><table><tr><th>Account</th><th>ID</th></tr>${rows.join('')}</table>`,
  )
}

function lost(spoken: 'en' | 'ja'): string {
  return spoken === 'ja'
    ? '<h1>404</h1><h2>お探しのページが見つかりません</h2>'
    : '<h1>404</h1><h2>The page you are looking for can’t be found</h2>'
}

function html(body: string): Answer {
  return { status: 200, headers: {}, body }
}

function redirect(to: string): Answer {
  return { status: 302, headers: { location: to }, body: '' }
}
