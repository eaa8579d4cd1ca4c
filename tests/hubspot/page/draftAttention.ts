import { canon } from '../canon.ts'
import type { AttentionTruth } from '../truth.ts'
import { type Desk, hrefOf, identityOf, marketplacePath, pathOf, sharedNames } from './desk.ts'
import { type CardDraft, cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { planColumns } from './draftColumns.ts'
import { failed, stateTotal } from './draftPieces.ts'
import { putInto, type RowExpect } from './expect.ts'

/** Needs your attention: cards, a list, banners, or a table with a column of reasons. */
export function draftAttention(desk: Desk): SectionDraft {
  const { style, truth } = desk
  const heading = desk.heading('attention')
  if (style.failing === 'attention') return failed(desk, 'attention', 'attention', heading)
  if (truth.attention.length === 0) {
    return section('attention', 'attention', heading, { state: 'empty', notice: desk.label('allClear') })
  }
  const cards = truth.attention.flatMap((item, index) => attentionCard(desk, item, index))
  const count = cards.length
  const common = {
    badge: style.badges ? String(count) : undefined,
    total: desk.variant('attention total', [true, false]) ? stateTotal(desk, 'attention', count) : undefined,
  }
  if (style.attention !== 'table') {
    const folded = style.attentionCollapsed && count > 3 ? 3 : undefined
    return section('attention', 'attention', heading, { ...common, cards, cardLook: style.attention, folded })
  }
  const columns = planColumns(desk, 'attention', ['name', 'reason'], { actions: true })
  const rows = cards.map((card): RowDraft => {
    for (const field of ['reason', 'sentence'] as const) {
      const value = card.read.fields[field]
      if (value) value.needsMapping = true
    }
    const cells = columns.map(({ role }) => {
      if (role === 'name') return cell(card.name, { href: card.href })
      if (role === 'reason') return cell(card.sentence)
      if (role === 'actions') return cell('', { actions: [{ label: desk.label('reconnect'), href: undefined }] })
      return cell('')
    })
    return { cells, read: card.read, rowName: card.name }
  })
  const list = {
    id: 'attention',
    style: { ...style.mine, lazy: 'none' as const, form: tableForm(style.mine.form) },
    columns,
    rows,
    seen: rows.length,
  }
  return section('attention', 'attention', heading, { ...common, list })
}

function tableForm(form: 'native' | 'old' | 'grid' | 'divs' | 'feed') {
  return form === 'feed' ? 'native' : form
}

function attentionCard(desk: Desk, item: AttentionTruth, index: number): CardDraft[] {
  const { style, truth } = desk
  const app = desk.app(item.app)
  if (!app) return []
  const draw = desk.draw.fork(`attention ${index}`)
  const linked = style.attention !== 'cards' && desk.variant('attention linked', [true, true, false])
  const href = linked ? hrefOf(desk, pathOf(app, truth.portal, draw), draw) : undefined
  const sentences = desk.words.sentences[item.reason]
  const sentence = sentences[item.sentence % sentences.length]?.(app.name) ?? ''
  const identity = identityOf(app, linked)
  const fields: RowExpect['fields'] = {}
  const put = putInto(fields)
  put('name', app.name)
  put('reason', item.reason, { shown: sentence })
  put('sentence', sentence)
  const read: RowExpect = {
    identity,
    person: undefined,
    fields,
    ambiguous: identity.kind === 'name' && sharedNames(truth).has(canon(app.name)),
    optional: false,
  }
  const details = draw.chance(0.3) || item.reason === 'other' ? [desk.label('viewDetails')] : []
  const reconnect = item.reason === 'other' ? [] : [desk.label('reconnect')]
  return [{ name: app.name, href, sentence, tagline: undefined, buttons: [...reconnect, ...details], read }]
}

/** Recommendations, always cards; a link's number is a marketplace listing. */
export function draftRecommendations(desk: Desk): SectionDraft | undefined {
  const { style, truth } = desk
  const heading = desk.heading('recommendations')
  if (style.failing === 'recommendations') return failed(desk, 'recommendations', 'recommendations', heading)
  if (truth.recommendations.length === 0) return undefined
  const cards = truth.recommendations.map(({ name, category, listing }): CardDraft => {
    const draw = desk.draw.fork(`recommendation ${name}`)
    const fields: RowExpect['fields'] = {}
    putInto(fields)('name', name)
    const path = listing === undefined ? undefined : marketplacePath(truth.portal, name, draw)
    return {
      name,
      href: hrefOf(desk, path, draw),
      sentence:
        desk.style.language === 'ja'
          ? 'チームの作業をひとつの場所にまとめます。'
          : 'Keeps the work of your team in one place.',
      tagline: category,
      buttons: [desk.label('install')],
      read: {
        identity: { kind: 'name', value: name },
        person: undefined,
        fields,
        ambiguous: false,
        optional: false,
      },
    }
  })
  return section('recommendations', 'recommendations', heading, { cards })
}
