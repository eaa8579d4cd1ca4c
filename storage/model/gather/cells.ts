import type { Cell } from '../recognise/view.ts'
import { clipped, shown } from './characters.ts'
import { saysLoading, saysNewWindow } from './controlWords.ts'
import type { Spacing } from './layout.ts'
import { DEEPEST, isButton, isField, isFloating, linkOf, type Reading, role, spacing } from './reading.ts'

/** Longer text in one cell is cut: no name, date or sentence of a list is that long. */
export const LONGEST_CELL = 500

export interface CellReading extends Cell {
  /** Only a spinner's word or nothing but grey bars is there: the row is not drawn yet. */
  loading: boolean
  /** Holds a checkbox or another field and nothing to read. */
  fieldOnly: boolean
}

interface Walk {
  reading: Reading
  lines: string[]
  line: string
  /** What is due before the next text. */
  due: Spacing
  /** An inline element has just ended; a space is due only if another one begins. */
  ended: boolean
  href: string | null
  datetime: string | null
  titles: string[]
  labels: string[]
  buttons: string[]
  loading: boolean
  field: boolean
}

function newWalk(reading: Reading): Walk {
  return {
    reading,
    lines: [],
    line: '',
    due: 'none',
    ended: false,
    href: null,
    datetime: null,
    titles: [],
    labels: [],
    buttons: [],
    loading: false,
    field: false,
  }
}

/** Reads the text nodes of `roots` (one cell, or the parts of one) as a person would see them. */
export function readCell(roots: readonly Element[], reading: Reading): CellReading {
  const [root] = roots
  if (!root || roots.length > 1) return readParts(roots, reading)
  const known = reading.memo.cells.get(root) as CellReading | undefined
  if (known) return known
  const cell = readParts(roots, reading)
  reading.memo.cells.set(root, cell)
  return cell
}

function readParts(roots: readonly Element[], reading: Reading): CellReading {
  const walk = newWalk(reading)
  for (const root of roots) {
    endLine(walk)
    if (reading.shown(root)) visit(root, walk, 0)
  }
  endLine(walk)
  return finished(walk)
}

function visit(node: Node, walk: Walk, depth: number): void {
  if (node.nodeType === 3) addText(node.nodeValue ?? '', walk)
  else if (node.nodeType === 1 && depth <= DEEPEST) visitElement(node as Element, walk, depth)
}

function visitElement(element: Element, walk: Walk, depth: number): void {
  if (depth > 0 && !walk.reading.shown(element)) return
  noteAttributes(element, walk)
  if (depth > 0 && (isFloating(element) || role(element) === 'progressbar')) {
    walk.loading ||= role(element) === 'progressbar'
    return
  }
  if (isButton(element)) {
    const label = buttonLabel(element, walk.reading)
    if (label) walk.buttons.push(label)
    return
  }
  if (isField(element)) {
    walk.field = true
    return
  }
  const between = spacing(element, walk.reading)
  if (between === 'line') endLine(walk)
  else if (between === 'space' && walk.ended) walk.due = 'space'
  for (let child = element.firstChild; child; child = child.nextSibling) visit(child, walk, depth + 1)
  if (between === 'line') endLine(walk)
  walk.ended = between === 'space'
}

function noteAttributes(element: Element, walk: Walk): void {
  const href = linkOf(element, walk.reading)
  if (href && !isButton(element)) {
    walk.href ??= href
    const label = element.getAttribute('aria-label')
    if (label) walk.titles.push(shown(label))
  }
  if (element.tagName === 'TIME') walk.datetime ??= element.getAttribute('datetime')
  const title = element.getAttribute('title')
  if (title) walk.titles.push(shown(title))
  if (role(element) === 'img') {
    const label = element.getAttribute('aria-label')
    if (label) walk.labels.push(shown(label))
  }
  if (element.getAttribute('aria-busy') === 'true') walk.loading = true
}

function addText(raw: string, walk: Walk): void {
  const text = shown(raw)
  if (text === '') {
    if (raw !== '') walk.due = 'space'
    return
  }
  if (text.length < 60) {
    if (saysNewWindow(text)) return
    if (saysLoading(text)) {
      walk.loading = true
      return
    }
  }
  const spaced = walk.due === 'space' || /^\s/.test(raw)
  walk.line += walk.line !== '' && spaced ? ` ${text}` : text
  walk.due = /\s$/.test(raw) ? 'space' : 'none'
  walk.ended = false
}

function endLine(walk: Walk): void {
  if (walk.line !== '') walk.lines.push(walk.line)
  walk.line = ''
  walk.due = 'none'
  walk.ended = false
}

function finished(walk: Walk): CellReading {
  // A copy of the same words for another width of the window, hidden by a style sheet that is not here, is said once.
  const lines = walk.lines
    .filter((line, at) => walk.lines.indexOf(line) === at)
    .map(line => clipped(line, LONGEST_CELL))
  const label = lines.length === 0 ? walk.labels.find(text => text !== '' && !saysLoading(text)) : undefined
  if (label !== undefined) lines.push(clipped(label, LONGEST_CELL))
  const text = clipped(lines.join(' '), LONGEST_CELL)
  const cell: CellReading = {
    text,
    loading: walk.loading && text === '',
    fieldOnly: walk.field && text === '' && walk.buttons.length === 0,
  }
  if (lines.length > 1) cell.lines = lines
  if (walk.href !== null) cell.href = walk.href
  if (walk.datetime) cell.datetime = clipped(walk.datetime, 80)
  const full = fullText(lines, walk.titles)
  if (full !== null) cell.full = clipped(full, LONGEST_CELL)
  if (walk.buttons.length > 0) cell.buttons = walk.buttons.slice(0, 10)
  return cell
}

/** The whole of a text that was cut short with dots, if a title or label tells it. */
function fullText(lines: string[], titles: string[]): string | null {
  for (const line of lines) {
    const cut = /^(.*?)(?:…|\.{3})(.*)$/.exec(line)
    if (!cut) continue
    const [, start = '', end = ''] = cut
    for (const title of titles) {
      if (title.length >= line.length && title.startsWith(start.trimEnd()) && title.endsWith(end.trimStart()))
        return title
    }
  }
  return null
}

/** What a button says: its text without the hidden "Loading" beside it, else its label or title. */
export function buttonLabel(button: Element, reading: Reading): string {
  if (button.tagName === 'INPUT') return clipped(shown(button.getAttribute('value') ?? ''), 120)
  const inner = newWalk(reading)
  for (let child = button.firstChild; child; child = child.nextSibling) visit(child, inner, 1)
  endLine(inner)
  const text = inner.lines.join(' ')
  const label = text || inner.buttons[0] || button.getAttribute('aria-label') || button.getAttribute('title') || ''
  return clipped(shown(label), 120)
}
