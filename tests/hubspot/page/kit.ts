import { type Random, random } from '../random.ts'
import type { Desk } from './desk.ts'
import type { CellDraft } from './draft.ts'

/**
 * Marks that become attributes when a document is put together: in the live page a rule of the style sheet hides the
 * element, in a snapshot an inline style does, since a parser without layout cannot follow a style sheet.
 */
export const HIDDEN = '\ue000'
export const SPOKEN = '\ue001'
export const ON_HOVER = '\ue002'
/** Stands for the salt of class names, which differs after every re-render. */
export const SALT = '\ue003'

/** Text as HTML. */
export function escaped(text: string): string {
  return text
    .replace(/[\ue000-\ue00f]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
}

/** Turns the marks into attributes and class names. */
export function settle(html: string, mode: 'live' | 'snapshot', salt: string): string {
  const attribute = (value: string, style: string) => (mode === 'live' ? ` data-r="${value}"` : ` style="${style}"`)
  return html
    .replaceAll(HIDDEN, attribute('0', 'display:none'))
    .replaceAll(SPOKEN, attribute('1', 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'))
    .replaceAll(ON_HOVER, attribute('2', 'visibility:hidden'))
    .replaceAll(SALT, salt)
}

/** Writes small pieces of markup in the manner of one page. */
export type Kit = {
  desk: Desk
  draw: Random
  /** A class attribute as styled-components make it: readable part, hash, second random class. */
  cls(name: string): string
  /** Text of the interface: escaped, noisy, wrapped as HubSpot wraps translated text. */
  label(text: string, key: string): string
  /** Somebody's own text: escaped and noisy, never translated. */
  own(text: string): string
  /** Puts a piece into the page's number of wrappers. */
  wrap(html: string, name: string): string
  /** Text for screen readers only. */
  spoken(text: string): string
  button(label: string, options?: { key?: string; attributes?: string; busy?: boolean }): string
  link(text: string, href: string, external: boolean): string
}

/** A kit for one page. */
export function kitFor(desk: Desk): Kit {
  const { style, words } = desk
  const draw = random(style.seed, 'kit')
  const { noise } = style
  const hash = (name: string) =>
    random(style.seed, `class ${name}`)
      .int(0, 36 ** 5 - 1)
      .toString(36)
  const cls = (name: string) =>
    style.mine.form === 'old'
      ? `class="private-${name.toLowerCase()} UI${name}-${SALT}"`
      : `class="${name}__Styled${name}-sc-${hash(name)}${SALT} ${hash(`${name}2`)}${SALT}"`
  const own = (text: string) => {
    let shown = text
    if (noise.zeroWidth && shown.length > 3 && draw.chance(0.4)) {
      const at = draw.int(1, shown.length - 2)
      const half = /[\udc00-\udfff]/u.test(shown.charAt(at)) ? at + 1 : at
      shown = `${shown.slice(0, half)}${draw.pick(['\u200b', '\u200c', '\u2060', '\ufeff'])}${shown.slice(half)}`
    }
    if (noise.bidi && draw.chance(0.4)) shown = `\u2068${shown}\u2069`
    if (noise.zeroWidth && draw.chance(0.3)) shown = shown.replace(' ', '\u00a0')
    return escaped(shown)
  }
  const label = (text: string, key: string) => {
    const shown = own(text)
    return style.i18n && key
      ? `<i18n-string data-key="${key}" data-locale-at-render="${words.locale}">${shown}</i18n-string>`
      : shown
  }
  const wrap = (html: string, name: string) => {
    let out = html
    for (let depth = 0; depth < style.wrappers; depth++) {
      const tag = depth < 2 ? 'span' : 'div'
      out = `<${tag} ${cls(`${name}${depth}`)}>${out}</${tag}>`
    }
    return out
  }
  const spoken = (text: string) => `<span${SPOKEN}>${escaped(text)}</span>`
  const button: Kit['button'] = (text, options = {}) => {
    const loading = noise.loadingLabels || options.busy ? `<span${HIDDEN}>${escaped(desk.label('loading'))}</span>` : ''
    const role = noise.zeroWidth && draw.chance(0.3) ? 'a role="button" tabindex="0"' : 'button type="button"'
    const tag = role.startsWith('a') ? 'a' : 'button'
    return `<${role} ${cls('Button')} ${options.attributes ?? ''}>${label(text, options.key ?? '')}${loading}</${tag}>`
  }
  const link: Kit['link'] = (text, href, external) => {
    const away = external ? ' target="_blank" rel="noopener"' : ''
    const voice =
      noise.spokenLinks && external
        ? `<svg aria-hidden="true" width="10" height="10"></svg>${spoken(desk.label('newWindow'))}`
        : ''
    return `<a ${cls('Link')} href="${escaped(href)}"${away}>${nameText(text)}${voice}</a>`
  }
  const nameText = (text: string) => {
    const plain = [...text]
    if (!noise.truncated || plain.length < 12 || !draw.chance(0.6)) return own(text)
    return `<span title="${escaped(text)}">${escaped(plain.slice(0, 9).join('').trimEnd())}…</span>`
  }
  return { desk, draw, cls, label, own: nameText, wrap, spoken, button, link }
}

/** What a cell of a list or a fact holds, without the cell's own element. */
export function cellBody(kit: Kit, cell: CellDraft, kind: 'name' | 'plain' | 'person'): string {
  const { noise } = kit.desk.style
  if (cell.actions.length > 0) {
    const buttons = cell.actions.map(({ label, href }) =>
      href ? kit.link(label, href, false) : kit.button(label, { key: 'actions.item', busy: noise.loadingLabels }),
    )
    const mark = noise.hoverActions && cell.actions.every(action => !action.href) ? ON_HOVER : ''
    return `<div${mark}>${buttons.join(' ')}</div>`
  }
  let text = cell.messageKey
    ? kit.label(cell.text, cell.messageKey)
    : kind === 'name' || kind === 'person'
      ? kit.own(cell.text)
      : escaped(cell.text)
  if (cell.datetime) text = `<time datetime="${cell.datetime}">${text}</time>`
  if (cell.tag) {
    text = `<span ${kit.cls(`Tag${cell.tag}`)} data-variant="${cell.tag}">${text}</span>`
    if (noise.tooltips)
      text = `<span ${kit.cls('TooltipTarget')} aria-describedby="tooltip-${kit.draw.int(1000, 9999)}">${text}</span>`
  }
  if (cell.opens) text = kit.button(cell.text, { attributes: `data-opens="${cell.opens}" aria-haspopup="dialog"` })
  if (cell.href) text = kit.link(cell.text, cell.href, cell.external)
  const avatar =
    kind === 'person' && noise.avatars && cell.text.length > 4
      ? `<span ${kit.cls('Avatar')} data-avatar aria-hidden="true">${escaped(initials(cell.text))}</span>`
      : ''
  const icon =
    kind === 'name' && noise.avatars
      ? `<img alt="" ${kit.cls('Icon')} width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==">`
      : ''
  const copy =
    noise.secondCopy && kind === 'name'
      ? `<span ${kit.cls('ForSmallScreens')}${HIDDEN}>${escaped(cell.text)}</span>`
      : ''
  const second = cell.second ? `<div ${kit.cls('SecondLine')}><small>${escaped(cell.second)}</small></div>` : ''
  const first = kit.wrap(text, 'Cell')
  const line = cell.second
    ? `<div ${kit.cls('FirstLine')}>${icon}${avatar}${first}${copy}</div>`
    : `${icon}${avatar}${first}${copy}`
  return `${line}${second}`
}

function initials(name: string): string {
  return name
    .split(/\s+/u)
    .map(part => part.charAt(0))
    .slice(0, 2)
    .join('')
}
