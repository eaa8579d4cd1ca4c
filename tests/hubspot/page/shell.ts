import { readFileSync } from 'node:fs'
import type { Desk } from './desk.ts'
import { escaped } from './kit.ts'

const LOOK = readFileSync(new URL('./look.css', import.meta.url), 'utf8')
const CLIENT = readFileSync(new URL('./client.js', import.meta.url), 'utf8')

export type ShellParts = {
  title: string
  /** The content of the main area, settled. */
  content: string
  /** Panels and dialogs, beside the root, settled. */
  layers: string
  /** A dialog covers the page: assistive technology is kept out of what is behind it. */
  covered: boolean
  /** What the live page's script works from; a snapshot has none. */
  live: unknown
  /** Without bars and menu: the document inside a frame. */
  bare: boolean
}

/** The whole document around the content: head, bars, menus, root, layers, script. */
export function documentOf(desk: Desk, parts: ShellParts): string {
  const { style, words } = desk
  const lang =
    style.htmlLang === 'none' ? '' : ` lang="${style.htmlLang === 'right' ? words.locale.slice(0, 2) : 'en'}"`
  const script =
    parts.live === undefined
      ? ''
      : `<script type="application/json" id="page-data">${JSON.stringify(parts.live).replace(/</gu, '\\u003c')}</script><script>${CLIENT}</script>`
  const look = parts.live === undefined ? '' : `<style>${LOOK}</style>`
  const main = mainArea(desk, parts)
  const inside = parts.bare ? main : `${bars(desk)}<div data-columns>${sideMenu(desk)}${main}</div>`
  const hidden = parts.covered ? ' aria-hidden="true"' : ''
  return `<!doctype html><html${lang} data-hubspot-theme="${style.theme}" data-hubspot-modern-theme="${style.theme}"><head><meta charset="utf-8"><title>${escaped(parts.title)}</title><link rel="icon" href="data:,">${look}</head><body><div data-app-root${hidden}>${inside}</div><div data-layers>${parts.layers}</div>${script}</body></html>`
}

function mainArea(desk: Desk, parts: ShellParts): string {
  const [open, close] = desk.variant('main', [
    ['<main data-main>', '</main>'],
    ['<div role="main" data-main>', '</div>'],
    ['<main data-main>', '</main>'],
    ['<div data-main>', '</div>'],
  ])
  return `${open}${parts.content}${close}`
}

function bars({ truth, label, style }: Desk): string {
  const { portal } = truth
  return `<header id="hs-global-toolbar"><input type="search" aria-label="${style.language === 'ja' ? 'HubSpotを検索' : 'Search HubSpot'}"><a href="/home-beta/${portal}">HubSpot</a><button type="button" aria-haspopup="menu" title="${escaped(label('actions'))}">${escaped(truth.accountName)} <small>${portal}</small></button><span>3</span></header><nav id="hs-vertical-nav"><a role="menuitem" href="/contacts/${portal}/objects/0-1/views/all/list">CRM</a><a role="menuitem" href="/reports-dashboard/${portal}/view/12345678">Reporting</a><a role="menuitem" href="/private-apps/${portal}/23456789">Private Apps</a></nav>`
}

function sideMenu({ truth, heading, style }: Desk): string {
  if (style.page !== 'installed' && style.page !== 'app') return ''
  const { portal } = truth
  return `<nav data-side aria-label="Settings"><a href="/settings/${portal}/account-defaults">${style.language === 'ja' ? '全般' : 'General'}</a><a aria-current="page" href="/connected-apps/${portal}/installed">${escaped(heading('page'))}</a><a href="/private-apps/${portal}">${style.language === 'ja' ? '非公開アプリ' : 'Private Apps'}</a></nav>`
}
