import type { Delivery, Notice } from '../../storage/model/notices/rows.ts'

/** One notice as one line of text, so that two logs can be compared and read. */
export const lineOf = (notice: Notice, device: string, deliveries: readonly Delivery[]): string =>
  line({
    at: notice.at,
    device,
    rule: notice.rule,
    items: notice.items.map(({ what, subject, kind, occurrence, missed }) =>
      item({ what, subject, kind, occurrence, missed }),
    ),
    asleep: notice.asleep,
    deliveries: deliveries.map(delivery =>
      delivery.channel === 'in-app'
        ? inApp(delivery.recipient.ref, `${delivery.show}`, delivery.state, delivery.reason)
        : mail(`${delivery.recipient.address}`, delivery.state, delivery.reason),
    ),
  })

export interface LineParts {
  at: number
  device: string
  rule: string
  items: string[]
  asleep: { from: number; to: number } | null
  deliveries: string[]
}

/** The line; items and deliveries in an order of their own, because the page gives them none. */
export const line = ({ at, device, rule, items, asleep, deliveries }: LineParts): string =>
  [
    `${shown(at)} ${device} ${rule}:`,
    [...items].sort().join(', '),
    ...(asleep ? [`(away ${shown(asleep.from)} to ${shown(asleep.to)})`] : []),
    '→',
    [...deliveries].sort().join(', ') || 'nobody',
  ].join(' ')

/** What a line says of one item. */
export const item = (said: { what: string; subject: string; kind: string; occurrence: number; missed: number }) =>
  `${said.what} ${said.subject} ${said.kind} ${said.occurrence}${said.missed > 0 ? ` after ${said.missed} unsaid` : ''}`

/** What a line says of the delivery to whoever uses this browser. */
export const inApp = (me: string | null, show: string, state: string, reason: string | null) =>
  `in-app to ${me ?? 'whoever it is'} ${show} ${state}${reason ? ` ${reason}` : ''}`

/** What a line says of one mail; the case of an address is left to the sender. */
export const mail = (address: string, state: string, reason: string | null) =>
  `mail to ${address.toLowerCase()} ${state}${reason ? ` ${reason}` : ''}`

/** A minute, for people. */
export const shown = (at: number) => new Date(at).toISOString().replace(/:00\.000Z$/, 'Z')

/** The first line in which two logs differ, with those around it; null where they are equal. */
export const firstDifference = (expected: readonly string[], actual: readonly string[]): string | null => {
  const length = Math.max(expected.length, actual.length)
  for (let n = 0; n < length; n++) {
    if (expected[n] === actual[n]) continue
    const before = expected.slice(Math.max(0, n - 3), n).map(text => `      both: ${text}`)
    const after = (log: readonly string[], who: string) => log.slice(n, n + 2).map(text => `${who}: ${text}`)
    return [`line ${n + 1}`, ...before, ...after(expected, ' simulator'), ...after(actual, '    decide')].join('\n')
  }
  return null
}
