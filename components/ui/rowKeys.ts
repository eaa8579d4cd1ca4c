const CONTROLS = 'a[href], button, input, select, [tabindex="0"]'

/** A control's place in its row: which cell, and which control in the cell. */
export interface PlaceInRow {
  readonly cell: number
  readonly control: number
}

// What an open menu or note shows inside a cell is not a control of the row.
const controlsIn = (cell: Element | undefined): HTMLElement[] =>
  cell ? Array.from(cell.querySelectorAll<HTMLElement>(CONTROLS)).filter(control => !control.closest('[popover]')) : []

/** The row (a `tr` with `data-index`) and the place in it that has the focus. */
export function focusedPlace(target: Element): { readonly index: number; readonly place: PlaceInRow } | undefined {
  const row = target.closest<HTMLTableRowElement>('tr[data-index]')
  const cell = target.closest<HTMLTableCellElement>('td, th')
  if (!row || !cell) return undefined
  const cells = Array.from(row.cells)
  const place = { cell: cells.indexOf(cell), control: controlsIn(cell).indexOf(target as HTMLElement) }
  return { index: Number(row.dataset.index), place }
}

/** Puts the focus on the same control of another row, or on that row's first if it has no such control. */
export function focusPlace(body: Element, index: number, place: PlaceInRow): boolean {
  const row = body.querySelector<HTMLTableRowElement>(`tr[data-index="${index}"]`)
  if (!row) return false
  const control = controlsIn(row.cells[place.cell])[place.control] ?? row.querySelector<HTMLElement>(CONTROLS)
  control?.focus()
  return control !== null
}
