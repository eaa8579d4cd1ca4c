// @vitest-environment happy-dom
import '../../../components/ui/moreGlyphs.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CoverageBar, StackedBar } from '../../../components/ui/bars.tsx'
import { CapabilityNote, NotReported } from '../../../components/ui/CapabilityNote.tsx'
import { Card } from '../../../components/ui/Card.tsx'
import { CountBadge } from '../../../components/ui/CountBadge.tsx'
import { EmptyState } from '../../../components/ui/EmptyState.tsx'
import { ProgressStrip } from '../../../components/ui/ProgressStrip.tsx'
import { SectionLinks } from '../../../components/ui/SectionLinks.tsx'
import { type StatusName, StatusPill, statusTone } from '../../../components/ui/StatusPill.tsx'
import { Strip } from '../../../components/ui/Strip.tsx'
import { clear, click, find, findAll, focus, press, show, translator } from './screen.tsx'

afterEach(clear)

const STATUSES: readonly Exclude<StatusName, 'unknownWord'>[] = [
  'connected',
  'expired',
  'error',
  'disconnected',
  'notReported',
  'goneQuiet',
  'limitForecast',
  'installerLeft',
  'cannotSee',
  'reconnecting',
  'vanished',
  'stale',
]

describe('a status', () => {
  it.each(STATUSES)('%s is a shape and a word, in both languages', async status => {
    for (const lang of ['en', 'ja'] as const) {
      await show(<StatusPill status={status} />, lang)
      expect(document.querySelectorAll('.pb-pill svg path').length).toBeGreaterThan(0)
      expect(document.querySelector('.pb-pill')?.textContent).toBe(translator(lang)(`status_${status}`))
    }
  })

  it('is drawn differently for each, colour aside', async () => {
    const shapes = new Set<string>()
    for (const status of STATUSES) {
      await show(<StatusPill status={status} />)
      shapes.add(Array.from(document.querySelectorAll('path'), path => path.getAttribute('d')).join())
    }
    expect(shapes.size).toBe(STATUSES.length)
  })

  it('has a ground only when something is wrong', async () => {
    const grounded = async (status: (typeof STATUSES)[number], plain = false) => {
      await show(<StatusPill status={status} plain={plain} />)
      return document.querySelector('.pb-pill-ground') !== null
    }
    expect(await grounded('connected')).toBe(false)
    expect(await grounded('notReported')).toBe(false)
    expect(await grounded('error')).toBe(true)
    expect(await grounded('goneQuiet')).toBe(true)
    expect(await grounded('error', true)).toBe(false)
  })

  it('is green for connected alone', () => {
    expect(STATUSES.filter(status => statusTone(status) === 'ok')).toEqual(['connected'])
    expect(statusTone('unknownWord')).toBe('unknown')
  })

  it('quotes a word nobody knows', async () => {
    await show(<StatusPill status="unknownWord" word="Paused" />)
    expect(document.querySelector('.pb-pill')?.textContent).toBe('“Paused”')
    await show(<StatusPill status="unknownWord" word="Paused" />, 'ja')
    expect(document.querySelector('.pb-pill')?.textContent).toBe('「Paused」')
  })
})

describe('what is not reported', () => {
  const note = { what: 'Status not reported.', why: 'HubSpot shows it for its own apps only.' }

  it('says what, why and what would help', async () => {
    await show(<CapabilityNote {...note} remedy={<a href="#read">Read it</a>} />)
    expect(find('note').textContent).toBe('Status not reported. HubSpot shows it for its own apps only. Read it')
  })

  it('is words in a cell, never nothing', async () => {
    await show(<NotReported />)
    expect(document.body.textContent).toBe('Not reported')
  })

  it('opens its note and closes it by Escape or elsewhere', async () => {
    await show(<NotReported note={note} />)
    const button = find('button', 'Not reported')
    await click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(find('note').textContent).toContain('own apps only')
    await press('Escape')
    expect(findAll('note')).toEqual([])
    expect(document.activeElement).toBe(button)
    await click(button)
    await click(document.body)
    expect(findAll('note')).toEqual([])
  })
})

describe('a card', () => {
  it('is a section named by its heading; the count stands beside the heading', async () => {
    await show(
      <Card title="My apps" count={31}>
        <p>…</p>
      </Card>,
    )
    const section = document.querySelector('section') as HTMLElement
    expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('My apps')
    expect(find('heading').textContent).toBe('My apps')
    expect(section.textContent).toContain('31')
  })

  it('counts to 999', async () => {
    await show(<CountBadge value={1000} />)
    expect(document.body.textContent).toBe('999+')
    await show(<CountBadge value={3} label="3 need attention" />)
    expect(document.querySelector('.pb-hidden')?.textContent).toBe('3 need attention')
  })
})

describe('bars', () => {
  it('are read out as their figures, and leave out what is zero', async () => {
    const parts = [
      { tone: 'ok', count: 20, name: 'connected' },
      { tone: 'bad', count: 0, name: 'error' },
      { tone: 'unknown', count: 26, name: 'not reported' },
    ] as const
    await show(<StackedBar parts={parts} />)
    expect(find('img').getAttribute('aria-label')).toBe('20 connected, 26 not reported')
    const drawn = Array.from(document.querySelectorAll<HTMLElement>('.pb-bar-part'))
    expect(drawn.map(part => part.style.flexGrow)).toEqual(['20', '26'])
    expect(drawn.map(part => part.classList.contains('pb-hatch'))).toEqual([false, true])
  })

  it('hatch what is not covered', async () => {
    await show(<CoverageBar covered={22} total={48} />)
    expect(document.body.textContent).toBe('22 of 48')
    expect(document.querySelectorAll('.pb-hatch')).toHaveLength(1)
    await show(<CoverageBar covered={48} total={48} />)
    expect(document.querySelectorAll('.pb-hatch')).toHaveLength(0)
  })
})

describe('an empty state', () => {
  it('is hatched only when nobody has looked yet', async () => {
    const hatched = async (kind: 'nothing' | 'noMatch' | 'notRead' | 'notAllowed') => {
      await show(<EmptyState kind={kind} title="Other apps" />)
      return document.querySelector('.pb-hatch') !== null
    }
    expect(await hatched('notRead')).toBe(true)
    expect(await hatched('nothing')).toBe(false)
    expect(await hatched('noMatch')).toBe(false)
    expect(await hatched('notAllowed')).toBe(false)
  })
})

describe('progress', () => {
  it('says how far it is and can be cancelled', async () => {
    const onCancel = vi.fn()
    await show(<ProgressStrip text="Reading 2 of 3" done={2} total={3} onCancel={onCancel} />)
    const bar = find('progressbar')
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['2', '3'])
    await focus(find('button', 'Cancel'))
    await click(find('button', 'Cancel'))
    expect(onCancel).toHaveBeenCalledOnce()
  })

  it('does not pretend to know how much is left', async () => {
    await show(<ProgressStrip text="Reading" done={14} total={undefined} />)
    expect(find('progressbar').getAttribute('aria-valuenow')).toBeNull()
    expect(find('progressbar').classList.contains('pb-hatch')).toBe(true)
    expect(findAll('button')).toEqual([])
  })
})

it('an outcome is read out, a standing remark is not', async () => {
  await show(<Strip live>Part of the page was read</Strip>)
  expect(find('status').textContent).toBe('Part of the page was read')
  await show(<Strip>Kept in this browser</Strip>)
  expect(findAll('status')).toEqual([])
})

it('section links are links; the current one is marked', async () => {
  const links = [
    { id: 'activity', href: '#a', label: 'Activity' },
    { id: 'usage', href: '#b', label: 'API call usage' },
  ]
  await show(<SectionLinks label="Connection insights" current="usage" links={links} />)
  expect(document.querySelector('nav')?.getAttribute('aria-label')).toBe('Connection insights')
  expect(find('link', 'API call usage').getAttribute('aria-current')).toBe('page')
  expect(find('link', 'Activity').getAttribute('aria-current')).toBeNull()
})
