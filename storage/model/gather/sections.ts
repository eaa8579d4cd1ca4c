import { saysInstall, saysMend, saysRetry } from './controlWords.ts'
import { byPath, leavesOf } from './leaves.ts'
import type { RawGrid } from './raw.ts'
import { linkOf, type Reading } from './reading.ts'
import { bareCount, type Stated, statedIn } from './stated.ts'
import type { Token } from './tokens.ts'

/** A list with its heading and what stands around it; or a heading under which there is no list. */
export interface Section {
  grid: RawGrid | null
  heading: string | null
  path: string[]
  /** What stands under the same heading and is no row. */
  around: Token[]
  /** Counter of the heading. */
  stated: Stated[]
}

interface Block {
  heading: (Token & { kind: 'heading' }) | null
  path: string[]
  tokens: Token[]
}

/** Parts a page at its headings; where several lists stand under one heading, what is between two goes to the nearer. */
export function sectionsOf(tokens: readonly Token[], reading: Reading): { sections: Section[]; loose: Token[] } {
  const blocks = cardsJoined(blocksOf(tokens))
  const lists = tokens.some(token => token.kind === 'grid')
  const sections: Section[] = []
  const loose: Token[] = []
  for (const block of blocks) {
    const grids = block.tokens.filter(token => token.kind === 'grid')
    if (grids.length > 0) sections.push(...withGrids(block, grids))
    else if (block.heading && (block.heading.level > 1 || !lists)) sections.push(withoutGrid(block, reading))
    else loose.push(...block.tokens)
  }
  return { sections, loose }
}

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [{ heading: null, path: [], tokens: [] }]
  const above: { level: number; text: string }[] = []
  for (const token of tokens) {
    if (token.kind === 'heading') {
      while (above.length > 0 && (above[above.length - 1]?.level ?? 0) >= token.level) above.pop()
      blocks.push({ heading: token, path: above.map(({ text }) => text), tokens: [] })
      above.push(token)
    } else blocks[blocks.length - 1]?.tokens.push(token)
  }
  return blocks
}

/** A lone card, or a box that says there is nothing, may have a heading of its own; it still is what its section says. */
function cardsJoined(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const above = joined[joined.length - 1]
    const { heading } = block
    const below = heading && above?.heading && heading.level > above.heading.level && above.heading.level > 1
    const empty = above?.tokens.every(token => token.kind === 'prose' && bareCount(token.text) !== null)
    if (above && below && empty && block.tokens.every(token => token.kind !== 'grid')) {
      const { text, stated, element } = heading
      above.tokens.push({ kind: 'prose', text, words: text, stated, element, alert: false }, ...block.tokens)
    } else joined.push(block)
  }
  return joined
}

/** What only a broken app's card has: a button that mends, or a link to the app. */
const signIn = (tokens: readonly Token[]) =>
  tokens.find(
    token =>
      (token.kind === 'button' && (saysMend(token.label) || saysInstall(token.label))) ||
      (token.kind === 'link' && isAppLink(token.href)),
  )

function withGrids(block: Block, grids: (Token & { kind: 'grid' })[]): Section[] {
  const around = new Map<Token, Token[]>(grids.map(grid => [grid, []]))
  let before: Token | null = null
  block.tokens.forEach((token, at) => {
    if (token.kind === 'grid') {
      before = token
      return
    }
    const next = block.tokens.slice(at).find(later => later.kind === 'grid') ?? null
    const nearest = before && next ? nearer(token, before, next) : (before ?? next)
    if (nearest) around.get(nearest)?.push(token)
  })
  return grids.map((token, at) => {
    const near = around.get(token) ?? []
    const own = at === 0 && block.heading !== null && block.heading.level > 1
    const said = own ? null : (token.grid.caption ?? wordsBefore(token, block.tokens))
    const outer = block.heading ? [...block.path, block.heading.text] : block.path
    const section: Section = {
      grid: token.grid,
      heading: said ?? block.heading?.text ?? null,
      path: said === null ? block.path : outer,
      around: near,
      stated: [],
    }
    if (at === 0) section.stated.push(...counters(block, near))
    return section
  })
}

/** Which of two lists a thing between them stands nearer to: the one with which it shares the smaller part of the page. */
function nearer(token: Token, before: Token, next: Token): Token {
  return sharedDepth(token.element, next.element) > sharedDepth(token.element, before.element) ? next : before
}

function sharedDepth(one: Element, other: Element): number {
  let common: Element | null = one
  while (common && !common.contains(other)) common = common.parentElement
  let depth = 0
  for (let at = common; at; at = at.parentElement) depth++
  return depth
}

/** The short line before a list that has no heading of its own: "My apps" in a plain box. */
function wordsBefore(grid: Token, tokens: readonly Token[]): string | null {
  const at = tokens.indexOf(grid)
  for (let back = at - 1; back >= 0 && tokens[back]?.kind !== 'grid'; back--) {
    const token = tokens[back]
    if (token?.kind !== 'prose' || token.alert) continue
    const { words } = token
    const plain = words !== '' && words.length <= 60 && !/[.。!?！？:：]$/.test(words) && !/\d/.test(words)
    const linked = tokens.some(other => other.kind === 'link' && other.text === token.text)
    if (plain && !linked) return words
  }
  return null
}

/** Counter of the heading itself, or a number in a box right behind it. */
function counters(block: Block, near: readonly Token[]): Stated[] {
  if (!block.heading) return []
  if (block.heading.stated) return [block.heading.stated]
  const first = near[0]
  const count = first?.kind === 'prose' && block.tokens[0] === first ? bareCount(first.text) : null
  return count === null ? [] : [{ count, text: `${block.heading.text} ${count}` }]
}

function withoutGrid(block: Block, reading: Reading): Section {
  const heading = block.heading?.text ?? null
  const stated = counters(block, block.tokens)
  return { grid: loneCard(block, reading), heading, path: block.path, around: block.tokens, stated }
}

/**
 * One card alone cannot be known by repetition. It is taken as a row only with a positive sign (a link into HubSpot's pages
 * of one app, or a button that mends a connection): a lone box may as well say that there is nothing to list.
 */
function loneCard(block: Block, reading: Reading): RawGrid | null {
  const parts = block.tokens.filter(token => token.kind !== 'busy' && token.kind !== 'field')
  const sign = signIn(parts)
  if (!sign || parts.some(token => token.kind === 'button' && saysRetry(token.label))) return null
  let root: Element = sign.element
  const lines = () => leavesOf(root, reading).filter(leaf => leaf.cell.text !== '').length
  while (lines() < 2 && root.parentElement && !holdsHeading(root.parentElement, block)) root = root.parentElement
  const leaves = leavesOf(root, reading)
  if (lines() < 1 || holdsHeading(root, block)) return null
  return {
    shape: 'repeat',
    root,
    owned: [root],
    headers: [],
    rows: [{ element: root, cells: byPath([leaves])[0] ?? [], index: null }],
    rowCount: null,
    busy: false,
    undrawnBefore: false,
    undrawnAfter: false,
    notes: [],
    caption: null,
  }
}

const holdsHeading = (element: Element, block: Block) =>
  block.heading !== null && element.contains(block.heading.element)

/** A page of one installed app, or of one app of the marketplace. */
export const isAppLink = (href: string) =>
  /\/\d+\/(?:[^?#]*\/)?installed\/[^/?#]+/.test(href) ||
  /\/marketplace\/(?:listing\/[^/?#]+|apps\/[^/?#]+\/[^/?#]+)/.test(href)

/** Whether a list of one row holds a sign that the row is a thing and not a sentence in a list's place. */
export function isThing(
  row: { element: Element; cells: readonly { text: string; buttons?: string[] }[] },
  reading: Reading,
): boolean {
  if (row.cells.some(cell => cell.text.includes('@') || cell.buttons?.some(saysMend))) return true
  return [...row.element.querySelectorAll('a[href]')].some(link => isAppLink(linkOf(link, reading) ?? ''))
}

/** Sentences of a section: what is neither its counter nor its pager. */
export function notesOf(section: Section): string[] {
  const notes = [...(section.grid?.notes ?? [])]
  for (const token of section.around) {
    if (token.kind === 'button' && saysRetry(token.label)) notes.push(token.label)
    if (token.kind !== 'prose' || statedIn(token.text) || bareCount(token.text) !== null) continue
    if (token.words !== section.heading && !notes.includes(token.text)) notes.push(token.text)
  }
  return notes.slice(0, 20)
}
