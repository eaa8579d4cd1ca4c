import type { Row } from './figure.ts'

const HEADS = ['figure', 'median', 'min – max', 'goal', 'holds', 'beside it'] as const

/** The rows as one table in Markdown, columns lined up. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ figure, value, range, goal, holds, beside }) => [
    figure,
    value,
    range,
    goal,
    holds === null ? '' : holds ? 'yes' : 'NO',
    beside,
  ])
  const widths = HEADS.map((head, at) => Math.max(head.length, ...cells.map(row => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(HEADS), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n')
}
