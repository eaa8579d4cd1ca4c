import type { CardDraft, SectionDraft } from './draft.ts'
import { cellBody, escaped, HIDDEN, type Kit } from './kit.ts'
import { type RenderedList, renderList } from './tables.ts'

/** Stands for the total that a list states, which changes from page to page of a pager. */
export const TOTAL_OPEN = '\ue006'
export const TOTAL_CLOSE = '\ue007'
/** Stands for the pager of a list. */
export const PAGER_OPEN = '\ue008'
export const PAGER_CLOSE = '\ue009'
/** Around what a collapsed section shows only after "show more". */
export const FOLD_OPEN = '\ue00a'
export const FOLD_CLOSE = '\ue00b'

/** A section in parts, so that it can be shown while it is still loading. */
export type RenderedSection = {
  draft: SectionDraft
  open: string
  head: string
  badge: string
  body: string
  close: string
}

/** One section as markup; its list, if it has one, is added to `lists`. */
export function renderSection(kit: Kit, section: SectionDraft, lists: RenderedList[]): RenderedSection {
  const { style } = kit.desk
  const counted = style.totals === 'heading' && section.list && !section.badge ? ` (${section.list.rows.length})` : ''
  const badge = section.badge ? ` <span ${kit.cls('Badge')}>${section.badge}</span>` : ''
  // The counter stands beside the heading, or inside it.
  const inside = style.seed % 5 < 2 ? badge : ''
  const title = kit.wrap(kit.label(section.heading, section.headingKey) + counted, 'Title') + inside
  const total = section.total
    ? `<div ${kit.cls('Total')} data-total="${section.id}">${TOTAL_OPEN}${section.id}${TOTAL_CLOSE}</div>`
    : ''
  return {
    draft: section,
    ...container(kit, section),
    head: section.heading ? headingOf(kit, section, title) : '',
    badge: inside ? '' : badge,
    body: total + content(kit, section, lists),
  }
}

function container(kit: Kit, section: SectionDraft): { open: string; close: string } {
  const { style } = kit.desk
  if (style.sectionAs === 'flat') return { open: '', close: '' }
  const tag = style.sectionAs
  const named = style.seed % 2 === 0 && section.heading ? ` aria-labelledby="h-${section.id}"` : ''
  return { open: `<${tag} ${kit.cls('Section')} data-section="${section.id}"${named}>`, close: `</${tag}>` }
}

function headingOf(kit: Kit, section: SectionDraft, title: string): string {
  const { style } = kit.desk
  const level = style.seed % 3 === 0 ? 3 : 2
  const attributes = `${kit.cls('Heading')} id="h-${section.id}" data-heading`
  // Text that only looks like a heading stands at the start of its section's own container.
  const as = style.headingAs === 'text' && style.sectionAs === 'flat' ? 'role' : style.headingAs
  if (as === 'element') return `<h${level} ${attributes}>${title}</h${level}>`
  return `<div ${attributes}${as === 'role' ? ` role="heading" aria-level="${level}"` : ''}>${title}</div>`
}

function content(kit: Kit, section: SectionDraft, lists: RenderedList[]): string {
  if (section.state === 'failed') {
    const again = kit.button(kit.desk.label('tryAgain'), { key: 'error.retry' })
    return `<div ${kit.cls('ErrorState')} role="alert"><p>${kit.label(section.notice ?? '', 'error.section')}</p>${again}</div>`
  }
  if (section.state === 'empty') {
    return `<div ${kit.cls('EmptyState')}><p>${kit.label(section.notice ?? '', `empty.${section.id}`)}</p></div>`
  }
  const parts: string[] = []
  if (section.facts.length > 0) {
    const facts = section.facts.map(
      ({ label, cell }) =>
        `<dt ${kit.cls('Term')}>${kit.label(label, 'facts')}</dt><dd ${kit.cls('Definition')}>${cellBody(kit, cell, 'plain')}</dd>`,
    )
    parts.push(`<dl ${kit.cls('Facts')}>${facts.join('')}</dl>`)
  }
  if (section.cards.length > 0) parts.push(renderCards(kit, section))
  for (const group of section.groups) {
    const heading = group.heading
      ? `<h4 ${kit.cls('GroupHeading')}>${kit.label(group.heading, 'permissions.group')}</h4>`
      : ''
    const phrases = group.phrases.map(
      phrase => `<li ${kit.cls('Phrase')}>${kit.wrap(kit.label(phrase, 'permissions.phrase'), 'Phrase')}</li>`,
    )
    const button = group.button ? kit.button(group.button, { key: 'permissions.reauthorize' }) : ''
    parts.push(`<div ${kit.cls('Group')}>${heading}<ul>${phrases.join('')}</ul>${button}</div>`)
  }
  if (section.list) {
    const list = renderList(kit, section.list, section.heading)
    lists.push(list)
    parts.push(`${list.frame}${copyForSmallScreens(kit, section)}${PAGER_OPEN}${list.id}${PAGER_CLOSE}`)
  }
  return parts.join('')
}

/** The same list once more for narrow screens, not shown on wide ones. */
function copyForSmallScreens(kit: Kit, section: SectionDraft): string {
  const { noise } = kit.desk.style
  if (!noise.secondCopy || section.kind !== 'my-apps' || !section.list || section.list.rows.length > 40) return ''
  const texts = section.list.rows.map(row =>
    row.cells
      .map(cell => cell.text)
      .filter(Boolean)
      .slice(0, 3),
  )
  const items = texts.map(lines => `<li>${lines.map(line => `<p>${escaped(line)}</p>`).join('')}</li>`)
  return `<ul ${kit.cls('SmallScreenList')}${HIDDEN}>${items.join('')}</ul>`
}

function renderCards(kit: Kit, section: SectionDraft): string {
  const { cardLook } = section
  const tag = cardLook === 'list' ? 'li' : 'div'
  const cards = section.cards.map(card => renderCard(kit, card, tag, cardLook))
  const role = cardLook === 'cards' && kit.desk.style.seed % 2 === 1 ? ' role="list"' : ''
  const shell = cardLook === 'list' ? 'ul' : 'div'
  if (section.folded === undefined) return `<${shell} ${kit.cls('Cards')}${role}>${cards.join('')}</${shell}>`
  const shown = cards.slice(0, section.folded).join('')
  const more = kit.button(kit.desk.label('showMore'), { key: 'cards.more', attributes: `data-unfolds="${section.id}"` })
  return `<${shell} ${kit.cls('Cards')}${role} data-fold="${section.id}">${shown}${FOLD_OPEN}${cards.slice(section.folded).join('')}${FOLD_CLOSE}</${shell}><div data-more="${section.id}">${more}</div>`
}

function renderCard(kit: Kit, card: CardDraft, tag: string, look: string): string {
  const name = card.href ? kit.link(card.name, card.href, card.href.includes('/marketplace/')) : kit.own(card.name)
  const role =
    look === 'alerts' ? ' role="alert"' : kit.desk.style.seed % 2 === 1 && look === 'cards' ? ' role="listitem"' : ''
  const tagline = card.tagline ? `<div ${kit.cls('Tagline')}><small>${escaped(card.tagline)}</small></div>` : ''
  const buttons = card.buttons.map(label =>
    kit.button(label, { key: 'card.action', busy: kit.desk.style.noise.loadingLabels }),
  )
  const title = `<div ${kit.cls('CardTitle')}>${kit.wrap(name, 'CardName')}</div>`
  return `<${tag} ${kit.cls('Card')}${role}>${title}${tagline}<p ${kit.cls('CardText')}>${kit.label(card.sentence, 'card.text')}</p><div ${kit.cls('CardActions')}>${buttons.join('')}</div></${tag}>`
}
