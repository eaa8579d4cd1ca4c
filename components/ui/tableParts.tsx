import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Column } from './DataTable.tsx'
import { Icon } from './Icon.tsx'
import { nextSort, type Sort } from './sortRows.ts'

/** A column's header; a button in it when it sorts. Only the sorted column carries `aria-sort` and an arrow. */
export function HeaderCell<Row>(props: {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}): JSX.Element {
  const { column, sort, onSort } = props
  const direction = sort?.column === column.id ? sort.direction : undefined
  const words = column.hideHeader ? <span class="pb-hidden">{column.header}</span> : column.header
  return (
    <th scope="col" class={column.align === 'end' ? 'pb-end' : undefined} aria-sort={direction}>
      {column.sortable && onSort ? (
        <button type="button" class="pb-sort" onClick={() => onSort(nextSort(sort, column.id, column.firstSort))}>
          {words}
          {direction && <Icon name={direction === 'ascending' ? 'chevronUp' : 'chevronDown'} size={14} />}
        </button>
      ) : (
        words
      )}
    </th>
  )
}

export interface TableRowProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  /** 0-based among all rows, also those not in the document. */
  readonly index: number
  readonly state: 'selected' | 'stale' | undefined
  /** Open below the row; measured together with it. */
  readonly detail: ComponentChildren
  readonly measure: (row: HTMLElement | null) => void
}

/** A row; its first cell is its header. What is open below it is a row of its own, of one cell. */
export function TableRow<Row>(props: TableRowProps<Row>): JSX.Element {
  const { columns, row, index, state, detail, measure } = props
  const line = useRef<HTMLTableRowElement>(null)
  const below = useRef<HTMLTableRowElement>(null)
  const open = detail !== undefined && detail !== null

  useLayoutEffect(() => {
    measure(line.current)
    if (!open || !below.current) return
    const watch = new ResizeObserver(() => measure(line.current))
    watch.observe(below.current)
    return () => watch.disconnect()
  }, [measure, index, open])

  return (
    <>
      <tr ref={line} data-index={index} aria-rowindex={index + 2} class={state && `pb-row-${state}`}>
        {columns.map((column, at) => {
          const align = column.align === 'end' ? 'pb-end' : undefined
          const content = column.cell(row)
          return at === 0 ? (
            <th key={column.id} scope="row" class={align}>
              {content}
            </th>
          ) : (
            <td key={column.id} class={align}>
              {content}
            </td>
          )
        })}
      </tr>
      {open && (
        <tr ref={below} data-index={index} class="pb-row-detail">
          <td colSpan={columns.length}>{detail}</td>
        </tr>
      )}
    </>
  )
}

/** Room for the rows that are not in the document. */
export function Gap(props: { readonly height: number; readonly columns: number }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing cannot take the focus
    <tr class="pb-gap" aria-hidden="true">
      <td colSpan={props.columns} style={{ height: `${props.height}px` }} />
    </tr>
  )
}

/** Eight grey bars where rows will be. They do not shimmer. */
export function LoadingBars(props: { readonly columns: number }): JSX.Element {
  return (
    <>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus
        <tr key={index} aria-hidden="true">
          <td colSpan={props.columns}>
            <span class="pb-bar-grey" />
          </td>
        </tr>
      ))}
    </>
  )
}
