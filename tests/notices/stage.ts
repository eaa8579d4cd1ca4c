import type { AppRef } from '../../storage/model/facts/refs.ts'
import type { Random } from '../random.ts'
import { MINUTE, type Story } from './world.ts'

/** Zones with the months that hold their clock changes, and Februaries. */
export const SCENES: readonly (readonly [zone: string, month: string])[] = [
  ['Europe/Berlin', '2026-03'],
  ['Europe/Berlin', '2026-10'],
  ['America/New_York', '2026-03'],
  ['America/New_York', '2026-11'],
  ['Australia/Lord_Howe', '2026-04'],
  ['Australia/Lord_Howe', '2026-10'],
  ['America/Sao_Paulo', '2018-02'],
  ['America/Sao_Paulo', '2018-11'],
  ['America/St_Johns', '2027-03'],
  ['Asia/Tokyo', '2028-02'],
  ['Asia/Kathmandu', '2027-02'],
  ['Europe/London', '2028-02'],
]
export const ZONES = [...new Set(SCENES.map(([zone]) => zone))]

/** A change of the account's life, at a minute. */
export interface Change {
  at: number
  tell: (story: Story) => void
}

export interface Stage {
  r: Random
  zone: string
  /** First and last minute of the month, somewhere near the zone's own. */
  from: number
  to: number
  apps: readonly (readonly AppRef[])[]
  /** Minutes at which something is read. */
  busy: number[]
}

/** A whole minute within the month; now and then one at which something is read as well. */
export const minute = ({ r, from, to, busy }: Stage): number =>
  busy.length > 0 && r.chance(0.25) ? r.pick(busy) : from + r.int((to - from) / MINUTE) * MINUTE
