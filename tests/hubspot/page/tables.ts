import type { CellDraft, ColumnDraft, ListDraft, RowDraft } from './draft.ts'
import { cellBody, escaped, HIDDEN, type Kit } from './kit.ts'

/** Stands for the rows of a list inside its frame; see `rowsToken`. */
export const ROWS_OPEN = '\ue004'
export const ROWS_CLOSE = '\ue005'

/** A list in two parts: the frame with a place for rows, and each row's markup. */
export type RenderedList = { id: string; draft: ListDraft; frame: string; rows: string[]; columns: number }

/** Where the rows of list `id` go. */
export function rowsToken(id: string): string {
  return `${ROWS_OPEN}${id}${ROWS_CLOSE}`
}

/** A list as markup, in the form its style says. */
export function renderList(kit: Kit, list: ListDraft, label: string): RenderedList {
  const rows = list.rows.map((row, index) => renderRow(kit, list, row, index))
  const form = list.style.form
  const frame = form === 'native' || form === 'old' ? nativeFrame(kit, list, label) : looseFrame(kit, list, label)
  return { id: list.id, draft: list, frame, rows, columns: list.columns.length }
}

function headText(kit: Kit, column: ColumnDraft, sortable: boolean): string {
  if (column.role === 'check') {
    return `<input type="checkbox" aria-label="${escaped(kit.desk.label('selectAll'))}">`
  }
  const text = column.header ? kit.label(column.header, column.headerKey) : ''
  const wrapped = text ? kit.wrap(text, 'Head') : ''
  if (!sortable || !text || column.role === 'actions') return wrapped
  const spoken = kit.desk.style.noise.spokenSort ? kit.spoken(kit.desk.label('sortBy')) : ''
  return `<button type="button" ${kit.cls('Sort')} aria-label="${escaped(column.header)}">${wrapped}${spoken}<svg aria-hidden="true" width="8" height="8"></svg></button>`
}

function body(kit: Kit, list: ListDraft, column: ColumnDraft, cell: CellDraft, row: RowDraft): string {
  if (column.role === 'check') {
    const named = list.style.form === 'old' ? ` ${row.rowName}` : ''
    return `<input type="checkbox" aria-label="${escaped(kit.desk.label('selectRow') + named)}">`
  }
  const kind =
    column.role === 'name' || column.role === 'app'
      ? 'name'
      : column.role === 'installer' || column.role === 'user'
        ? 'person'
        : 'plain'
  return cellBody(kit, cell, kind)
}

function nativeFrame(kit: Kit, list: ListDraft, label: string): string {
  const old = list.style.form === 'old'
  const shown = list.columns.filter(column => column.role !== 'hidden')
  const heads = shown.map(column => {
    const role = old ? '' : ' role="columnheader" scope="col"'
    return `<th ${kit.cls('Th')}${role}>${headText(kit, column, old || kit.desk.style.noise.spokenSort)}</th>`
  })
  return `<table ${kit.cls('Table')} data-list="${list.id}" aria-label="${escaped(label)}"${old ? ' data-loading="false"' : ''}><thead><tr ${kit.cls('HeadRow')}>${heads.join('')}</tr></thead><tbody data-rows="${list.id}">${rowsToken(list.id)}</tbody></table>`
}

/** Grids with ARIA roles, bare divs without any, and feeds; the head may stand in an element of its own. */
function looseFrame(kit: Kit, list: ListDraft, label: string): string {
  const { form } = list.style
  const rows = rowsToken(list.id)
  if (form === 'feed') return `<div ${kit.cls('Feed')} data-list="${list.id}" data-rows="${list.id}">${rows}</div>`
  const aria = form === 'grid'
  const role = (name: string) => (aria ? ` role="${name}"` : '')
  const heads = list.columns.map((column, index) => {
    if (column.role === 'hidden' && !drawsHidden(kit, list)) return ''
    const hide = column.role === 'hidden' ? HIDDEN : ''
    const place = aria ? ` aria-colindex="${index + 1}"` : ''
    return `<div ${kit.cls('HeadCell')}${role('columnheader')}${place}${hide}>${headText(kit, column, kit.desk.style.noise.spokenSort)}</div>`
  })
  const head = `<div ${kit.cls('HeadRow')}${role('row')} data-cells="${visible(list)}">${heads.join('')}</div>`
  const named = ` aria-label="${escaped(label)}"`
  const counts = aria ? ` aria-colcount="${list.columns.length}" aria-rowcount="-1"` : ''
  const inner = `<div ${kit.cls('Body')}${role('rowgroup')} data-rows="${list.id}">${rows}</div>`
  if (kit.desk.style.columns.headApart) {
    return `<div ${kit.cls('ListShell')}><div ${kit.cls('StickyHead')}${role('rowgroup')}>${head}</div><div ${kit.cls('Grid')}${role('grid')}${counts}${aria ? named : ''} data-list="${list.id}">${inner}</div></div>`
  }
  return `<div ${kit.cls('Grid')}${role('grid')}${counts}${aria ? named : ''} data-list="${list.id}"><div ${kit.cls('Head')}${role('rowgroup')}>${head}</div>${inner}</div>`
}

/** A hidden column of an ARIA grid is in the document, or only leaves a gap in the column numbers. */
function drawsHidden(kit: Kit, list: ListDraft): boolean {
  return list.style.form === 'grid' && kit.desk.style.seed % 4 < 2
}

function visible(list: ListDraft): number {
  return list.columns.filter(column => column.role !== 'hidden').length
}

function renderRow(kit: Kit, list: ListDraft, row: RowDraft, index: number): string {
  const { form } = list.style
  if (form === 'feed') {
    const parts = row.cells.map(cell => `<span ${kit.cls('Part')}>${cellBody(kit, cell, 'plain')}</span>`)
    return `<div ${kit.cls('Entry')}>${parts.join(' ')}</div>`
  }
  const cells = list.columns.map((column, at) => ({ column, at, cell: row.cells[at] as CellDraft }))
  if (form === 'native' || form === 'old') {
    const tds = cells
      .filter(({ column }) => column.role !== 'hidden')
      .map(({ column, cell }) => {
        const content = body(kit, list, column, cell, row)
        if (column.role === 'name' && kit.desk.style.wrappers % 2 === 0 && form === 'native') {
          return `<th ${kit.cls('Td')} scope="row">${content}</th>`
        }
        return `<td ${kit.cls('Td')}>${content}</td>`
      })
    return `<tr ${kit.cls('Row')} data-test-id="row-${index}">${tds.join('')}</tr>`
  }
  const aria = form === 'grid'
  const placed =
    aria && kit.desk.style.columns.cellOrder ? kit.desk.draw.fork(`cells ${list.id}`).shuffled(cells) : cells
  let shownAt = 0
  const order = new Map(cells.map(({ at, column }) => [at, column.role === 'hidden' ? 0 : ++shownAt]))
  const divs = placed.map(({ column, at, cell }) => {
    if (column.role === 'hidden' && !drawsHidden(kit, list)) return ''
    const attributes = aria ? ` role="gridcell" aria-colindex="${at + 1}"` : ''
    const hide = column.role === 'hidden' ? HIDDEN : ` style="order:${order.get(at)}"`
    return `<div ${kit.cls('CellBox')}${attributes}${hide}>${body(kit, list, column, cell, row)}</div>`
  })
  const numbered = aria && kit.desk.style.seed % 2 === 0 ? ` aria-rowindex="${index + 2}"` : ''
  const role = aria ? ` role="row"${numbered}` : ''
  return `<div ${kit.cls('Row')}${role} data-cells="${visible(list)}">${divs.join('')}</div>`
}

/** Rows that are not drawn keep this height, in pixels. */
export const ROW_HEIGHT = 53

/** Rows that one placeholder stands for. */
export const PLACEHOLDER_ROWS = 5

/** A placeholder of some height: the page's observer waits for it to come into view. */
export function placeholder(form: string, columns: number, height: number): string {
  const attributes = 'data-observer-type="row-placeholder" data-spacer aria-hidden="true"'
  if (form === 'native' || form === 'old') {
    return `<tr ${attributes}><td colspan="${columns}" style="height:${height}px;padding:0"></td></tr>`
  }
  return `<div ${attributes} style="height:${height}px"></div>`
}

/** Placeholders in place of `rows` rows that are not drawn. */
export function placeholders(form: string, columns: number, rows: number): string {
  const whole = placeholder(form, columns, PLACEHOLDER_ROWS * ROW_HEIGHT).repeat(Math.floor(rows / PLACEHOLDER_ROWS))
  const rest = rows % PLACEHOLDER_ROWS
  return whole + (rest > 0 ? placeholder(form, columns, rest * ROW_HEIGHT) : '')
}

/** The row that says "Loading" while rows are on their way, and grey bubbles in place of rows. */
export function loadingRow(kit: Kit, form: string, columns: number): string {
  const text = `<span role="progressbar" aria-busy="true">${escaped(kit.desk.label('loading'))}</span>`
  if (form === 'native' || form === 'old') return `<tr data-loading-row="1"><td colspan="${columns}">${text}</td></tr>`
  return `<div data-loading-row="1">${text}</div>`
}
