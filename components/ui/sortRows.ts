/** Which column a table is sorted by, and which way. */
export interface Sort<Id extends string = string> {
  readonly column: Id
  readonly direction: 'ascending' | 'descending'
}

/**
 * The rows in order of a value. Text by the rules of the language with numbers inside it as numbers ("App 2" before
 * "App 10"). Rows whose value is unknown stand last either way, for unknown is neither least nor most. Stable.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => string | number | undefined,
  direction: Sort['direction'],
  lang: string,
): Row[] {
  const collator = new Intl.Collator(lang, { numeric: true })
  const sign = direction === 'ascending' ? 1 : -1
  return rows
    .map(row => ({ row, value: sortValue(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined)
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
      return sign * collator.compare(String(a.value), String(b.value))
    })
    .map(({ row }) => row)
}

/** The sort after a press on a column's header: the other way on the same column, else from its start. */
export const nextSort = <Id extends string>(
  current: Sort<Id> | undefined,
  column: Id,
  first: Sort['direction'] = 'ascending',
): Sort<Id> => {
  if (current?.column !== column) return { column, direction: first }
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
}
