import { escaped } from './page/kit.ts'
import { plainStyle } from './page/style.ts'
import { buildPage } from './page.ts'
import { generateTruth } from './truth.ts'
import { accountByHand } from './truthByHand.ts'

export const PAGE_STATES = [
  'signed-out',
  'second-factor',
  'no-account',
  'no-permission',
  'moved',
  'challenge',
  'other-page',
  'empty-account',
  'filtered',
] as const
/** What a read of such a document ends in. None of them may say anything of an app, or that one is gone. */
export type PageState = (typeof PAGE_STATES)[number]

export type NotThePage = {
  name: string
  language: 'en' | 'ja'
  url: string
  html: string
  /** The right answers, the best one first. */
  states: readonly [PageState, ...PageState[]]
}

const PORTAL = '24681357'
const HOST = 'https://app-eu1.hubspot.com'
const WANTED = encodeURIComponent(`${HOST}/connected-apps/${PORTAL}/installed`)

/** Every document of HUBSPOT-PAGE.md 4 and fixture 9 of 7, in English and Japanese. */
export function notThePages(): NotThePage[] {
  return (['en', 'ja'] as const).flatMap(language => [
    ...loginPages(language),
    ...shellPages(language),
    ...truePages(language),
  ])
}

/** The sign-in page that the stand-in server shows, for a wanted address. */
export function loginDocument(language: 'en' | 'ja', notice = ''): string {
  const t =
    language === 'ja'
      ? ['HubSpotにログイン', 'Eメールアドレス', '次へ', 'パスワードをお忘れの場合']
      : ['Log in to HubSpot', 'Email address', 'Next', 'Forgot my password']
  const warning = notice ? `<div role="alert">${escaped(notice)}</div>` : ''
  return bare(
    language,
    t[0] ?? '',
    `<main><h1>${t[0]}</h1>${warning}<form><label for="username">${t[1]}</label><input id="username" type="email" autocomplete="username"><button type="submit">${t[2]}</button></form><a href="/forgot">${t[3]}</a></main>`,
  )
}

/** A document inside HubSpot's shell: bars with links and numbers, and some content. */
export function shellDocument(language: 'en' | 'ja', portal: string, title: string, content: string): string {
  const bars = `<header id="hs-global-toolbar"><a href="/home-beta/${portal}">HubSpot</a><button type="button">Saltmarsh Trading ${portal}</button><span>2</span></header><nav id="hs-vertical-nav"><a role="menuitem" href="/contacts/${portal}/objects/0-1">CRM</a><a role="menuitem" href="/connected-apps/${portal}/installed">${language === 'ja' ? '接続されたアプリ' : 'Connected Apps'}</a></nav>`
  return bare(language, `${title} | HubSpot`, `${bars}<main>${content}</main>`)
}

function bare(language: string, title: string, body: string): string {
  return `<!doctype html><html lang="${language}" data-hubspot-theme="trellis-light"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`
}

function loginPages(language: 'en' | 'ja'): NotThePage[] {
  const ja = language === 'ja'
  const query = `?loginPortalId=${PORTAL}&loginRedirectUrl=${WANTED}`
  const of = (name: string, path: string, html: string, ...states: [PageState, ...PageState[]]): NotThePage => ({
    name: `${name} (${language})`,
    language,
    url: HOST + path,
    html,
    states,
  })
  const ended = ja
    ? 'セッションが無効か期限切れです。もう一度ログインしてください。'
    : 'Your session is not valid or has expired, please log in again'
  const code = ja
    ? '<h1>本人確認</h1><label for="code">確認コード</label><input id="code" inputmode="numeric"><button>ログイン</button>'
    : '<h1>Verify it’s you</h1><label for="code">Verification code</label><input id="code" inputmode="numeric"><button>Log in</button>'
  const confirm = ja
    ? '<h1>ログインの確認</h1><p>登録されたEメールアドレスにリンクを送りました。</p>'
    : '<h1>Confirm your login</h1><p>We sent a link to your e-mail address.</p>'
  const robot = ja
    ? '<h1>app.hubspot.com</h1><p>人間であることを確認しています。これには数秒かかる場合があります。</p><div class="cf-turnstile"></div>'
    : '<h1>app.hubspot.com</h1><p>Verifying you are human. This may take a few seconds.</p><div class="cf-turnstile"></div>'
  const wait = ja ? '少々お待ちください…' : 'Just a moment...'
  return [
    of('login', `/login${query}`, loginDocument(language), 'signed-out'),
    of('login with a slash', `/login/${query}`, loginDocument(language), 'signed-out'),
    of('old login', `/login/legacy${query}`, loginDocument(language), 'signed-out'),
    of(
      'session ended',
      `/login${query}&authFailureReason=401%3A+expired`,
      loginDocument(language, ended),
      'signed-out',
    ),
    of(
      'login drawn at the wanted address',
      `/connected-apps/${PORTAL}/installed`,
      loginDocument(language, ended),
      'signed-out',
      'other-page',
    ),
    of(
      'two-factor',
      `/login/two-factor${query}`,
      bare(language, ja ? '本人確認' : 'Verify', `<main>${code}</main>`),
      'second-factor',
    ),
    of(
      'confirm to log in',
      `/login/confirm-to-login${query}`,
      bare(language, ja ? 'ログインの確認' : 'Confirm', `<main>${confirm}</main>`),
      'second-factor',
    ),
    of('robot check at login', `/login${query}&__cf_chl_tk=a1b2`, bare(language, wait, robot), 'challenge'),
    of(
      'robot check at the page',
      `/connected-apps/${PORTAL}/installed?__cf_chl_rt_tk=a1b2`,
      bare(language, wait, robot),
      'challenge',
    ),
  ]
}

function shellPages(language: 'en' | 'ja'): NotThePage[] {
  const ja = language === 'ja'
  const own = `/connected-apps/${PORTAL}/installed`
  const of = (name: string, path: string, content: string, ...states: [PageState, ...PageState[]]): NotThePage => ({
    name: `${name} (${language})`,
    language,
    url: HOST + path,
    html: shellDocument(language, PORTAL, ja ? '接続されたアプリ' : 'Connected Apps', content),
    states,
  })
  const accounts = ['Saltmarsh Trading', 'Kestrel Agency', 'みなと商会'].map(
    (name, index) =>
      `<tr><td><a href="/home-beta/${90_000_001 + index}">${name}</a></td><td>${90_000_001 + index}</td><td>app-eu1</td></tr>`,
  )
  const heads = (...names: string[]) =>
    `<thead><tr>${names.map(name => `<th role="columnheader">${name}</th>`).join('')}</tr></thead>`
  const contacts = `<h1>${ja ? 'コンタクト' : 'Contacts'}</h1><p>${ja ? '2件のレコード' : '2 records'}</p><table>${ja ? heads('名前', 'Eメール', 'リードステータス', '前回のアクティビティー日') : heads('Name', 'Email', 'Lead status', 'Last activity date')}<tbody><tr><td><a href="/contacts/${PORTAL}/record/0-1/551">Brisa Larkspur</a></td><td>brisa@example.com</td><td>${ja ? '接続済み' : 'Connected'}</td><td>2026-10-01</td></tr><tr><td><a href="/contacts/${PORTAL}/record/0-1/552">Corin Ashgrove</a></td><td>corin@example.com</td><td>${ja ? '新規' : 'New'}</td><td>2026-10-04</td></tr></tbody></table>`
  const privateApps = `<h1>${ja ? '非公開アプリ' : 'Private Apps'}</h1><table>${ja ? heads('名前', '作成日', '作成者') : heads('Name', 'Created on', 'Created by')}<tbody><tr><td><a href="/private-apps/${PORTAL}/3344556">Nightly export</a></td><td>2025-02-03</td><td>Maren Farrow</td></tr></tbody></table>`
  const denied = ja
    ? '<h2>接続されたアプリにアクセスする権限がありません</h2><p>スーパー管理者にお問い合わせください。</p>'
    : '<h2>You don’t have permission to access connected apps</h2><p>Ask a super admin for App Marketplace access.</p>'
  const moved = ja
    ? '<h2>インテグレーションの設定は移動しました</h2><button>接続されたアプリに移動</button>'
    : '<h2>Your integrations settings have moved</h2><button>Go to Connected Apps</button>'
  const lost = ja
    ? '<h1>404</h1><h2>お探しのページが見つかりません</h2><a href="/home-beta">ホームに戻る</a>'
    : '<h1>404</h1><h2>The page you are looking for can’t be found</h2><a href="/home-beta">Back to home</a>'
  const still = `<div role="progressbar" aria-label="Loading" aria-busy="true"></div>`
  return [
    of(
      'account chooser',
      '/myaccounts',
      `<h1>${ja ? 'アカウント' : 'Accounts'}</h1><table>${ja ? heads('アカウント', 'ID', 'ホスト') : heads('Account', 'ID', 'Host')}<tbody>${accounts.join('')}</tbody></table>`,
      'no-account',
    ),
    of(
      'new account chooser',
      '/myaccounts-beta',
      `<ul>${accounts.map(row => `<li>${row.replace(/<\/?t[rd]>/gu, ' ')}</li>`).join('')}</ul>`,
      'no-account',
    ),
    of('home without an account', '/home-beta', `<h1>${ja ? 'ようこそ' : 'Welcome back'}</h1>`, 'no-account'),
    of('global home', `/global-home/${PORTAL}`, `<h1>${ja ? 'ホーム' : 'Home'}</h1>`, 'no-account', 'other-page'),
    of('no permission', own, denied, 'no-permission'),
    of('moved', `/integrations-settings/${PORTAL}/installed`, moved, 'moved'),
    of('not found in the shell', own, lost, 'other-page', 'moved'),
    of('dead route in the shell', `/connected-apps/${PORTAL}/nowhere`, lost, 'other-page', 'moved'),
    of('still loading', own, still, 'other-page'),
    of('contacts', `/contacts/${PORTAL}/objects/0-1/views/all/list`, contacts, 'other-page'),
    of('private apps', `/private-apps/${PORTAL}`, privateApps, 'other-page'),
  ]
}

/** The real page, when it has nothing to show: to be told apart from all the others. */
function truePages(language: 'en' | 'ja'): NotThePage[] {
  const of = (
    name: string,
    page: { url: string; html: string },
    ...states: [PageState, ...PageState[]]
  ): NotThePage => ({
    name: `${name} (${language})`,
    language,
    url: page.url,
    html: page.html,
    states,
  })
  const still = (truth: Parameters<typeof buildPage>[0], changes: Parameters<typeof plainStyle>[0]) => {
    const page = buildPage(truth, plainStyle({ language, ...changes }))
    return { url: page.url, html: page.frames.at(-1) ?? '' }
  }
  const empty = {
    ...generateTruth(3, { size: 'empty', portal: PORTAL, host: 'app-eu1', hostile: false }),
    recommendations: [],
  }
  const some = accountByHand({
    portal: PORTAL,
    host: 'app-eu1',
    now: '2026-11-24T09:00:00Z',
    apps: [
      { name: 'Harborline', status: 'connected' },
      { name: 'Quillbox', status: 'connected' },
      { name: 'Emberdesk' },
    ],
  })
  return [
    of('no apps', still(empty, {}), 'empty-account'),
    of('no apps, old list', still(empty, { page: 'installed' }), 'empty-account'),
    of('filter in force', still(some, { filter: 'chip', seed: 4 }), 'filtered'),
    of('search with hits', still(some, { filter: 'search', seed: 2 }), 'filtered'),
    of(
      'search without hits',
      still({ ...some, apps: some.apps.slice(0, 1) }, { filter: 'search', seed: searchWithoutHits }),
      'filtered',
    ),
  ]
}

/** A seed of a plain style whose search finds nothing in a one-app account; `generator.test.ts` holds it to that. */
const searchWithoutHits = 1
