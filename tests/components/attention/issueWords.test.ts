import { describe, expect, it } from 'vitest'
import {
  canReconnect,
  checkedAt,
  isAboutAccount,
  isUnchecked,
  reasonText,
  sinceLine,
} from '../../../components/attention/issueWords.ts'
import { isGoodState, readProblem } from '../../../components/attention/readProblem.ts'
import { ISSUE_KINDS, type IssueKind } from '../../../storage/model/issues/issue.ts'
import { READ_STATES } from '../../../storage/model/recognise/recognised.ts'
import { berlin, NOW, translator } from '../ui/screen.tsx'
import { item, overview, READ_AT } from './rows.ts'

const frame = { t: translator(), now: NOW, zone: 'Europe/Berlin' }
const ja = { ...frame, t: translator('ja') }
const reason = (kind: IssueKind, account = overview(), lang = frame) => reasonText(item(kind), account, lang)
const HOUR = 3_600_000

describe('why a row is there', () => {
  it.each<[IssueKind, string]>([
    ['error', 'HubSpot reports an error with this connection.'],
    ['expired', 'The connection expired.'],
    ['disconnected', 'HubSpot shows it as disconnected.'],
    ['attention', 'HubSpot says: “Paused by partner”'],
    ['gone-quiet', 'It has been silent for longer than usual and may have stopped.'],
    ['vanished', 'Two complete reads in a row did not list it. It may be uninstalled.'],
    ['unreadable', 'Signed out of HubSpot. The page could not be read.'],
    ['stale', 'Not checked since Thu 12 Nov, 14:05. Open the page to check.'],
  ])('%s', (kind, text) => expect(reason(kind)).toBe(text))

  it('says so of an account that was never read', () => {
    expect(reason('stale', overview({ readAt: null }))).toBe('It was never read before.')
  })

  it('says that HubSpot gave no reason', () => {
    const silent = item('attention')
    expect(reasonText({ ...silent, evidence: { ...silent.evidence, text: null } }, overview(), frame)).toBe(
      'HubSpot lists it as needing attention and gives no reason.',
    )
  })

  it('is there in Japanese for every kind, joined as Japanese is', () => {
    for (const kind of ISSUE_KINDS) expect(reason(kind, overview(), ja)).toMatch(/[\p{scx=Hira}\p{scx=Kana}]/u)
    expect(reason('unreadable', overview(), ja)).toBe('HubSpotからログアウトしています。ページを読み取れませんでした。')
  })
})

describe('since when', () => {
  it('is as exact as it is known', () => {
    expect(sinceLine(item('error'), frame, 'short')).toBe('Since 9 Nov, 09:00–14:05')
    expect(sinceLine(item('error'), frame, 'long')).toBe('Since 9 Nov, between 09:00 and 14:05')
    expect(sinceLine(item('error', { began: { kind: 'day', day: '2026-11-11' } }), frame, 'short')).toBe(
      'Since 11 Nov, time not reported',
    )
  })

  it('of a problem that was there at the first look says only that', () => {
    expect(sinceLine(item('error', { began: null }), frame, 'short')).toBe('There at the first look, 9 Nov, 14:05')
  })
})

describe('what a row rests on', () => {
  const seen = (at: number, account = overview()) => {
    const row = item('error')
    return isUnchecked({ ...row, evidence: { ...row.evidence, observedAt: at } }, account, NOW)
  }

  it('is fresh when the newest look showed it', () => expect(seen(READ_AT)).toBe(false))

  it('is unchecked when the account was read since without it', () => {
    expect(seen(READ_AT - HOUR)).toBe(false) // one look may take several pages
    expect(seen(READ_AT - HOUR - 1)).toBe(true)
  })

  it('is unchecked when nothing was read for a day', () => {
    const at = NOW - 24 * HOUR
    expect(seen(at, overview({ readAt: at }))).toBe(false)
    expect(seen(at - 1, overview({ readAt: at - 1 }))).toBe(true)
  })

  it('of an account that is not checked is its last good read', () => {
    const at = berlin('2026-11-02T14:05')
    expect(checkedAt(item('stale'), overview({ readAt: at }))).toBe(at)
  })
})

describe('what can be done', () => {
  it('nothing is reconnected that is not an app, or not listed', () => {
    const reconnectable = ISSUE_KINDS.filter(kind => canReconnect(item(kind)))
    expect(reconnectable).toEqual(['error', 'expired', 'disconnected', 'attention'])
    expect(ISSUE_KINDS.filter(kind => isAboutAccount(item(kind)))).toEqual(['unreadable', 'stale'])
  })
})

describe('a look that did not understand the page', () => {
  const failed = READ_STATES.filter(state => !isGoodState(state))

  it('is every state but the three that may change facts', () => {
    expect(READ_STATES.filter(isGoodState)).toEqual(['recognised', 'partly', 'empty-account'])
  })

  it('has a title, a sentence and one next step in both languages, each its own', () => {
    for (const { t } of [frame, ja]) {
      const words = failed.map(state => readProblem(state, t))
      expect(new Set(words.map(({ title }) => title)).size).toBe(failed.length)
      expect(new Set(words.map(({ text }) => text)).size).toBe(failed.length)
      expect(words.every(({ action }) => action !== '')).toBe(true)
    }
  })

  it('of a state nobody knows reads as not understood', () => {
    expect(readProblem('from-tomorrow', frame.t)).toEqual(readProblem('not-recognised', frame.t))
    expect(readProblem(null, frame.t)).toEqual(readProblem('not-recognised', frame.t))
  })
})
