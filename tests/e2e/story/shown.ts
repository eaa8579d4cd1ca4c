import type { Page } from 'puppeteer-core'
import type { Driver } from '../browser.ts'
import type { Shown } from './table.ts'

/** Words by which things are found on the screens, in the language Patchbay speaks. */
const WORDS = {
  en: {
    attention: 'Needs your attention',
    myApps: 'My apps',
    /** What a row can say beside its name, of all that stands in it. */
    marks: [
      'Error',
      'Expired',
      'Disconnected',
      'Needs attention',
      'Gone quiet',
      'Not seen any more',
      'Cannot see',
      'Not checked',
      'Waiting for the next read',
      'Sample',
    ],
  },
  ja: {
    attention: '要注目',
    myApps: '自分のアプリ',
    marks: [
      'エラー',
      '期限切れ',
      '接続解除',
      '要注目',
      '動きなし',
      '表示されなくなりました',
      '確認できません',
      '未確認',
      '次の読み取り待ち',
      'サンプル',
    ],
  },
} as const

export type Language = keyof typeof WORDS

/** All that is shown now: the badge, the popup opened afresh, and Connections home as it lies open. */
export async function shownNow(patchbay: Driver, popup: Page, home: Page, language: Language): Promise<Shown> {
  const words = WORDS[language]
  const [{ text, title }, above, below] = await Promise.all([
    patchbay.badge(),
    popup.evaluate(readScreen, words),
    home.evaluate(readScreen, words),
  ])
  const isSame = above.rows.join() === below.rows.join()
  return {
    badge: text,
    title,
    popup: above.heading,
    rows: above.rows,
    ...(isSame ? {} : { homeRows: below.rows }),
    says: above.says.map(withoutTimes),
    home: below.summary,
    homeSays: below.says.map(withoutTimes),
    apps: below.apps.map(withoutTimes).sort(),
  }
}

const TIMES = [
  /(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?(?:, \d{2}:\d{2})?/gu,
  /(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（.）)?(?: ?\d{1,2}:\d{2})?/gu,
  /tomorrow, \d{2}:\d{2}|明日 ?\d{1,2}:\d{2}/gu,
  /\b\d{1,2}:\d{2}\b/gu,
]

/** Times of this run cannot stand in a table. */
function withoutTimes(text: string): string {
  return TIMES.reduce((rest, time) => rest.replace(time, '‹time›'), text)
}

type Words = (typeof WORDS)[Language]

/** Runs in the popup and in Connections home; each has part of it. */
function readScreen({ attention, myApps, marks }: Words) {
  const words = (element: Element | null | undefined) =>
    ((element as HTMLElement | null)?.innerText ?? '').replace(/\s+/gu, ' ').trim()
  /** The texts in it that are seen, one by one. */
  const pieces = (element: Element | null | undefined) => {
    const found: string[] = []
    const walker = document.createTreeWalker(element ?? document.createElement('i'), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode
      if (!parentElement?.closest('.pb-hidden')) found.push((nodeValue ?? '').replace(/\s+/gu, ' ').trim())
    }
    return found.filter(text => text !== '')
  }
  const main = document.querySelector('main')

  const title = main?.querySelector('h1')
  const beside = title?.parentElement === main ? [title] : [...(title?.parentElement?.children ?? [])]
  const rows = [...document.querySelectorAll(`ul[aria-label="${attention}"] > li`)].map(row => {
    const name = words(row.querySelector('h2, h3'))
    const account = words(row.querySelector('.attn-account'))
    const what = new Set(pieces(row).filter(text => (marks as readonly string[]).includes(text)))
    return [account ? `${name} (${account})` : name, ...what].join(' · ')
  })
  const states = main?.querySelectorAll(
    '.pb-strip-words, .popup-lead, .popup-calm h2, .popup-blind h2, .pb-calm h3, .pb-blind-head h2',
  )
  const tiles = [...(main?.querySelectorAll('button.pb-tile') ?? [])].map(({ children }) =>
    [...children].slice(0, 2).map(words).join(' '),
  )
  const table = [...document.querySelectorAll('table')].find(
    one => words(document.getElementById(one.getAttribute('aria-labelledby') ?? '')) === myApps,
  )
  const apps = [...(table?.querySelectorAll('tbody tr') ?? [])].flatMap(row => {
    const [first, status] = row.children
    const [name, ...apart] = pieces(first)
    if (name === undefined || status === undefined) return []
    return `${name}${apart.length > 0 ? ` (${apart.join('; ')})` : ''} · ${pieces(status).join(' + ')}`
  })
  return {
    heading: beside.map(words).filter(Boolean).join(' · '),
    rows,
    says: [...(states ?? [])].map(words),
    summary: tiles.slice(0, 3).join(' · ') || words(title),
    apps,
  }
}
