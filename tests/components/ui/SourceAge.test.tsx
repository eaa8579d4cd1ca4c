// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { SourceAge, type SourceAgeProps } from '../../../components/ui/SourceAge.tsx'
import { berlin, clear, descriptionOf, find, focus, happen, press, show } from './screen.tsx'

afterEach(clear)

const text = async (props: SourceAgeProps, lang: 'en' | 'ja' = 'en') => {
  await show(<SourceAge {...props} />, lang)
  return document.querySelector('.pb-age')?.textContent
}

describe('source and age of a figure', () => {
  it.each<[string, SourceAgeProps, string, string]>([
    [
      'of today',
      { source: 'page', observedAt: berlin('2026-11-12T14:05') },
      'HubSpot page · 14:05',
      'HubSpotページ · 14:05',
    ],
    [
      'with its distance',
      { source: 'page', observedAt: berlin('2026-11-12T14:05'), distance: true },
      'HubSpot page · 14:05, 3 min ago',
      'HubSpotページ · 14:05、3分前',
    ],
    [
      'of another day',
      { source: 'file', observedAt: berlin('2026-11-02T10:00') },
      'File · 2 Nov',
      'ファイル · 11月2日',
    ],
    [
      'too old',
      { source: 'page', observedAt: berlin('2026-11-09T14:05'), stale: true },
      'HubSpot page · Mon 9 Nov, 3 days ago',
      'HubSpotページ · 11月9日（月）、3日前',
    ],
    [
      'of a day only',
      { source: 'page', observedAt: { kind: 'day', day: '2026-11-11' } },
      'HubSpot page · 11 Nov, time not reported',
      'HubSpotページ · 11月11日（時刻は報告なし）',
    ],
    [
      'between two reads',
      {
        source: 'page',
        observedAt: { kind: 'between', from: berlin('2026-11-09T09:00'), to: berlin('2026-11-09T14:05') },
      },
      'HubSpot page · 9 Nov, 09:00–14:05',
      'HubSpotページ · 11月9日 9:00〜14:05',
    ],
    [
      'said by the user',
      { source: 'person', observedAt: berlin('2026-11-12T10:02') },
      'Said by you · 10:02',
      '本人の入力 · 10:02',
    ],
    [
      'that never was',
      { source: 'key', observedAt: undefined },
      'HubSpot API · not read yet',
      'HubSpot API · 未読み取り',
    ],
    [
      'in a short line',
      { source: 'key', observedAt: berlin('2026-11-12T14:02'), words: 'time' },
      'HubSpot API 14:02',
      'HubSpot API 14:02',
    ],
  ])('%s', async (_, props, english, japanese) => {
    expect(await text(props)).toBe(english)
    expect(await text(props, 'ja')).toBe(japanese)
  })

  it('is a time for machines', async () => {
    await text({ source: 'page', observedAt: berlin('2026-11-12T14:05') })
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-12T13:05:00.000Z')
  })

  it('is amber only when it is too old', async () => {
    const amber = () => document.querySelector('.pb-age-stale') !== null
    await text({ source: 'page', observedAt: berlin('2026-11-09T14:05') })
    expect(amber()).toBe(false)
    await text({ source: 'page', observedAt: berlin('2026-11-09T14:05'), stale: true })
    expect(amber()).toBe(true)
  })
})

describe('the exact time', () => {
  const age = () => document.querySelector('.pb-age') as HTMLElement
  const isShown = () => find('tooltip').classList.contains('pb-tip')
  const showOne = () => show(<SourceAge source="page" observedAt={berlin('2026-11-09T14:05:12')} />)

  it('describes the age whether it is shown or not', async () => {
    await showOne()
    expect(isShown()).toBe(false)
    expect(descriptionOf(age())).toBe('Mon 9 Nov 2026, 14:05:12 (Europe/Berlin)')
  })

  it('is shown on focus, hidden by Escape and when the focus leaves', async () => {
    await showOne()
    await focus(age())
    expect(isShown()).toBe(true)
    await press('Escape')
    expect(isShown()).toBe(false)
    await act(() => age().blur())
    await focus(age())
    await act(() => age().blur())
    expect(isShown()).toBe(false)
  })

  it('is shown while the pointer is on it', async () => {
    await showOne()
    const around = age().parentElement as HTMLElement
    await happen(around, new MouseEvent('mouseenter'))
    expect(isShown()).toBe(true)
    await happen(around, new MouseEvent('mouseleave'))
    expect(isShown()).toBe(false)
  })
})
