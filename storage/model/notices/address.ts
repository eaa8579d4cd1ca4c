import type { PersonRef } from '../facts/refs.ts'
import { MINUTE } from '../facts/time.ts'
import { recipientsOf } from './recipients.ts'
import type { Channel, Delivery, Notice, Person, Rule } from './rows.ts'

export interface AddressInput {
  rule: Rule
  people: readonly Person[]
  /** Who uses this browser, if they said so. */
  me: PersonRef | null
  /** This browser (settings). */
  device: string
  /** Epoch ms of the in-app deliveries of all accounts that were planned to be shown alone. */
  shownAt: readonly number[]
  now: number
}

/** The storm cap: so many browser notifications one by one, in so long. */
const ALONE = 5
const STORM = 10 * MINUTE

/** Who gets a notice, by which channel: the deliveries to write together with it. Empty: it reaches nobody. */
export const deliveriesOf = (notice: Notice, input: AddressInput): Delivery[] => {
  const { rule, people, me, device, shownAt, now } = input
  const recipients = recipientsOf(rule.to, people)
  const deliveries: Delivery[] = []
  if (rule.channels.includes('in-app') && (me === null || isAmong(me, recipients, people))) {
    const shown = shownAt.filter(at => at > now - STORM).length
    deliveries.push({
      ...planned(notice, 'in-app', 'me', now),
      recipient: { ref: me, name: people.find(({ ref }) => ref === me)?.name ?? '', address: null },
      show: shown < ALONE ? 'alone' : 'together',
    })
  }
  if (rule.channels.includes('email') && rule.sender === device)
    for (const { ref, name, address } of recipients)
      if (address) {
        const delivery = { ...planned(notice, 'email', address.toLowerCase(), now), recipient: { ref, name, address } }
        deliveries.push(notice.account.startsWith('sample:') ? neverSent(delivery) : delivery)
      }
  return deliveries
}

/** Also where they are listed under another name: one address is one person. */
const isAmong = (me: PersonRef, recipients: readonly Person[], people: readonly Person[]): boolean => {
  const address = people.find(({ ref }) => ref === me)?.address?.toLowerCase()
  return recipients.some(
    person => person.ref === me || (address !== undefined && person.address?.toLowerCase() === address),
  )
}

/** A delivery that is to be tried at once; its id is its identity, also towards the provider. */
export const planned = (notice: Notice, channel: Channel, to: string, now: number): Delivery => ({
  account: notice.account,
  id: `${notice.id}/${channel}/${to}`,
  notice: notice.id,
  rule: notice.rule,
  channel,
  recipient: { ref: null, name: '', address: null },
  state: 'planned',
  reason: null,
  detail: null,
  show: null,
  at: now,
  due: now,
  tries: 0,
  acceptedAt: null,
  acceptedBy: null,
  providerId: null,
})

/** A sample's people are invented: nothing is sent to them. */
const neverSent = ({ due: _, ...delivery }: Delivery): Delivery => ({ ...delivery, state: 'skipped', reason: 'sample' })
