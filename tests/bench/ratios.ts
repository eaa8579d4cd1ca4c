/** What a figure is made of: two things measured in turn, and how the one compares with the other. */

export type Measured = {
  /** One ratio per pair of repetitions, in the order they were made. */
  readonly ratios: readonly number[]
  /** Median of each, in the unit of what was measured. */
  readonly ours: number
  readonly baseline: number
}

/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  if (low === undefined || high === undefined) throw new RangeError('no values, no median')
  return (low + high) / 2
}

/** Two values of one repetition each, `ours` and `baseline`, in the order they were measured. */
export type Pair = { readonly ours: number; readonly baseline: number }

/**
 * Each ratio is made of two neighbours in time, so that a machine that is slow for a while is slow for both.
 * `rate`: what was measured are times and the ratio is that of the speeds, baseline through ours.
 */
export function compare(pairs: readonly Pair[], of: 'times' | 'rates' = 'times'): Measured {
  return {
    ratios: pairs.map(({ ours, baseline }) => (of === 'times' ? ours / baseline : baseline / ours)),
    ours: median(pairs.map(({ ours }) => ours)),
    baseline: median(pairs.map(({ baseline }) => baseline)),
  }
}

/**
 * Measures both in turn, `times` times, after one repetition of each that does not count. Who goes first alternates, so
 * that neither always finds the machine as the other left it.
 */
export async function inTurn<Sample>(
  times: number,
  ours: () => Promise<Sample>,
  baseline: () => Promise<Sample>,
): Promise<{ ours: Sample; baseline: Sample }[]> {
  const pairs: { ours: Sample; baseline: Sample }[] = []
  for (let nth = -1; nth < times; nth++) {
    const oursFirst = nth % 2 === 0
    const first = await (oursFirst ? ours : baseline)()
    const second = await (oursFirst ? baseline : ours)()
    if (nth >= 0) pairs.push(oursFirst ? { ours: first, baseline: second } : { ours: second, baseline: first })
  }
  return pairs
}
