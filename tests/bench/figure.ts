import type { Measured } from './ratios.ts'
import { median } from './ratios.ts'

/** One line of the table. */
export type Row = {
  readonly figure: string
  readonly value: string
  /** Smallest and largest ratio; empty where there is but one value. */
  readonly range: string
  /** Empty: the line is there to know, not to hold. */
  readonly goal: string
  /** Null where there is no goal. */
  readonly holds: boolean | null
  /** Absolute values and whatever else helps to read the line. */
  readonly beside: string
}

/** Part of the benchmark that can be run alone. */
export type Figure = {
  /** As it is asked for on the command line. */
  readonly name: string
  readonly measure: () => Promise<Row[]>
}

export type Goal = { readonly atMost: number } | { readonly atLeast: number }

/** The line of a ratio. Absolute values stand beside it in `unit`: they are this machine's, the ratio travels. */
export function ratioRow(figure: string, measured: Measured, goal?: Goal, unit = 'ms', note = ''): Row {
  const { ratios, ours, baseline } = measured
  const value = median(ratios)
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
  const absolute = `${ours.toPrecision(3)} against ${baseline.toPrecision(3)} ${unit}, ${ratios.length} pairs`
  return {
    figure,
    value: `${value.toFixed(2)} ×`,
    range: `${low.toFixed(2)} – ${high.toFixed(2)}`,
    ...judged(value, goal),
    beside: note === '' ? absolute : `${absolute}; ${note}`,
  }
}

/** The goal in words and whether `value` keeps it. */
export function judged(value: number, goal: Goal | undefined, unit = ''): Pick<Row, 'goal' | 'holds'> {
  if (goal === undefined) return { goal: '', holds: null }
  return 'atMost' in goal
    ? { goal: `≤ ${goal.atMost}${unit}`, holds: value <= goal.atMost }
    : { goal: `≥ ${goal.atLeast}${unit}`, holds: value >= goal.atLeast }
}
