import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import type { Column } from './DataTable.tsx'
import { TableRow, type TableRowProps } from './tableParts.tsx'

type Drawn<Row> = Omit<TableRowProps<Row>, 'columns'> & { readonly key: string }

/**
 * Draws a row again only if the row, its place, its state or the columns are others than at the last drawing: while one
 * scrolls through 500 rows, those that stay in sight cost nothing. Forgets what was not drawn.
 */
export function useRowCache<Row>(columns: readonly Column<Row>[]): (drawn: Drawn<Row>) => VNode {
  const cache = useRef(new Map<string, { drawn: Drawn<Row>; columns: readonly Column<Row>[]; vnode: VNode }>())
  const before = cache.current
  const now: typeof before = new Map()
  cache.current = now
  return drawn => {
    const old = before.get(drawn.key)
    const same =
      old &&
      old.columns === columns &&
      old.drawn.row === drawn.row &&
      old.drawn.index === drawn.index &&
      old.drawn.state === drawn.state &&
      Boolean(old.drawn.detail) === Boolean(drawn.detail)
    const { key, ...rest } = drawn
    const entry = same ? old : { drawn, columns, vnode: <TableRow key={key} columns={columns} {...rest} /> }
    now.set(key, entry)
    return entry.vnode
  }
}
