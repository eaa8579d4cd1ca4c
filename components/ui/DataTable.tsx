import './DataTable.css'
import type { ComponentChildren, JSX, VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { useSectionHeading } from './Card.tsx'
import { useT } from './I18n.tsx'
import { ArrowsMoveRows } from './MenuButton.tsx'
import { type ProgressProps, ProgressStrip } from './ProgressStrip.tsx'
import type { Sort } from './sortRows.ts'
import { Gap, HeaderCell, LoadingBars } from './tableParts.tsx'
import { useLate } from './useLate.ts'
import { useRowCache } from './useRowCache.tsx'
import { useRowFocus } from './useRowFocus.ts'
import { HEAD_HEIGHT, useVirtualRows } from './useVirtualRows.ts'

/** One column. Keep the array of columns the same while nothing in it changes: cells are redrawn when it does. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** The header is read out only (a column of buttons). */
  readonly hideHeader?: boolean | undefined
  /** What stands in the cell. Depends on the row and on what the columns were made from, on nothing else. */
  readonly cell: (row: Row) => ComponentChildren
  /** The header becomes a button that sorts. */
  readonly sortable?: boolean | undefined
  /** The way the first press sorts; numbers and dates usually start with the largest. */
  readonly firstSort?: Sort['direction'] | undefined
  /** `end` for numbers. */
  readonly align?: 'end' | undefined
  /** CSS width ("18%", "96px"); columns without one share the rest. */
  readonly width?: string | undefined
}

export interface DataTableProps<Row> {
  /** The first column names the row (its cell is the row's header and usually a link). */
  readonly columns: readonly Column<Row>[]
  /** Filtered and sorted by the caller. */
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowState?: ((row: Row) => 'selected' | 'stale' | undefined) | undefined
  /** What opens below a row, over its whole width; undefined while it is closed. Depends on what the cells may depend on. */
  readonly rowDetail?: ((row: Row) => ComponentChildren) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** Id of the heading that names the table; without it the heading of the Card around. */
  readonly labelledBy?: string | undefined
  /** Nothing is known yet: grey bars after 150 ms. While rows are there they stay, with their age. */
  readonly loading?: boolean | undefined
  /** A read is going on ("Reading 2 of 3"): stands above the header, with Cancel. */
  readonly reading?: ProgressProps | undefined
  /** An EmptyState, for when there are no rows. */
  readonly empty: ComponentChildren
  /** After "Showing 1–10 of 31": since when the data is known, what is not reported. */
  readonly footer?: ComponentChildren
  /** False: no "Showing 1–10 of 31", for a table that is always whole. */
  readonly range?: boolean | undefined
  /** Changes when another set of rows is asked for (a filter): the table then starts from its top. Sorting does so by itself. */
  readonly place?: string | undefined
  /** Narrowest width in px before the table scrolls sideways; 720 when left out. */
  readonly minWidth?: number | undefined
}

/** A sortable table of any length, by the WAI-ARIA Sortable Table pattern on a native `table`. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const {
    columns,
    rows,
    rowKey,
    rowState,
    rowDetail,
    sort,
    onSort,
    loading = false,
    reading,
    empty,
    footer,
    range = true,
    minWidth = 720,
  } = props
  const t = useT()
  const heading = useSectionHeading()
  const name = props.labelledBy ?? heading
  const box = useRef<HTMLDivElement>(null)
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const focus = useRowFocus(box, keys)
  const placeKey = `${props.place ?? ''} ${sort?.column} ${sort?.direction}`
  const { items, total, seen, measure, scrollTo } = useVirtualRows(box, keys, focus.pinned, placeKey)
  const showBars = useLate(loading && rows.length === 0, 150)
  const rowOf = useRowCache(columns)

  const body: VNode[] = []
  let drawnTo = HEAD_HEIGHT
  for (const item of items) {
    const row = rows[item.index]
    if (row === undefined) continue
    if (item.start > drawnTo)
      body.push(<Gap key={`gap ${item.key}`} height={item.start - drawnTo} columns={columns.length} />)
    drawnTo = item.end
    const state = rowState?.(row)
    body.push(rowOf({ row, key: String(item.key), index: item.index, state, detail: rowDetail?.(row), measure }))
  }
  if (total > drawnTo && items.length > 0)
    body.push(<Gap key="gap" height={total - drawnTo} columns={columns.length} />)

  return (
    <div class="pb-table-frame">
      {reading && <ProgressStrip {...reading} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a scroll box with a name, not a group of fields */}
      <div
        class="pb-table-box"
        ref={box}
        role="group"
        aria-labelledby={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: only this scrolls, so it must be reachable by keyboard
        tabIndex={0}
      >
        <table
          class="pb-table"
          style={{ minWidth: `${minWidth}px` }}
          aria-labelledby={name}
          aria-rowcount={loading && rows.length === 0 ? -1 : rows.length + 1}
          aria-busy={loading}
        >
          <colgroup>
            {columns.map(column => (
              <col key={column.id} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(column => (
                <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <ArrowsMoveRows.Provider value>
            <tbody onKeyDown={event => focus.move(event, scrollTo)} onFocusIn={focus.enter} onFocusOut={focus.leave}>
              {showBars ? <LoadingBars columns={columns.length} /> : body}
            </tbody>
          </ArrowsMoveRows.Provider>
        </table>
        {rows.length === 0 && !loading && empty}
      </div>
      {(footer || (range && seen && rows.length > 0)) && (
        <footer class="pb-table-foot">
          {range && seen && rows.length > 0 && (
            <span>
              {t('ui_table_showing', {
                from: seen.first + 1,
                to: Math.min(seen.last + 1, rows.length),
                total: rows.length,
              })}
            </span>
          )}
          {footer}
        </footer>
      )}
    </div>
  )
}
