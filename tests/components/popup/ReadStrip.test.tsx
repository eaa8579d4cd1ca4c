// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { COMMAND_REFUSALS, type CommandAnswer } from '../../../storage/model/commands.ts'
import { READ_STATES } from '../../../storage/model/recognise/recognised.ts'
import { glance, japan, overview, pictured } from '../attention/rows.ts'
import { click, find, findAll, NOW } from '../ui/screen.tsx'
import {
  answers,
  closePopup,
  fakeWorker,
  main,
  openPopup,
  progress,
  sent,
  settle,
  strip,
  TAB,
  words,
} from './popup.tsx'

vi.mock('../../../components/popup/LiveGlance.tsx', () => ({ default: () => null }))

beforeEach(fakeWorker)
afterEach(async () => {
  await closePopup()
  vi.restoreAllMocks()
})

const READ = { type: 'read-tab', tabId: TAB.id }
/** An answer that comes when the test lets it. */
const later = () => {
  let come: (answer: CommandAnswer) => void = () => {}
  const promise = new Promise<CommandAnswer>(resolve => {
    come = resolve
  })
  const comeNow = (answer: CommandAnswer) => {
    come(answer)
    return settle()
  }
  return { promise, come: comeNow }
}
const readNow = async () => {
  await click(find('button', 'Read this page'))
  await settle()
}
const underWay = { tabId: TAB.id, readId: 'r', rows: 34, stated: 48, until: NOW + 60_000 }

describe('the strip of the tab', () => {
  it('is there on a Connected apps page only', async () => {
    await openPopup(pictured())
    expect(strip()).toBeNull()
    await closePopup()
    await openPopup(pictured(), { tab: TAB })
    expect(words(strip())).toBe('This tab: Connected apps Acme Trading Read this page')
    expect(strip()?.getAttribute('aria-label')).toBe('This tab')
  })

  it('names an account that is not watched yet by its number', async () => {
    await openPopup([japan()], { tab: TAB })
    expect(words(strip())).toContain('This tab: Connected apps 4411007')
  })

  it('reads the tab, shows how far it is, and can be cancelled', async () => {
    const answer = later()
    answers['read-tab'] = answer.promise
    await openPopup(pictured(), { tab: TAB })
    await readNow()
    expect(sent).toEqual([READ])
    expect(words(strip())).toBe('Reading: 0 rows Cancel')
    await progress('scrolling', 34, 48)
    expect(words(strip())).toBe('Reading: 34 of 48 rows Cancel')
    expect(find('progressbar').getAttribute('aria-valuenow')).toBe('34')
    await progress('scrolling', 2, null, 99) // another tab
    expect(words(strip())).toContain('34 of 48')
    await click(find('button', 'Cancel'))
    expect(sent.at(-1)).toEqual({ type: 'cancel-read', tabId: TAB.id })
    await answer.come({ ok: false, reason: 'cancelled' })
    expect(words(strip())).toContain('Reading was stopped. What was seen until then is kept.')
  })

  it('starts no second read on a second press', async () => {
    answers['read-tab'] = later().promise
    await openPopup(pictured(), { tab: TAB })
    const button = find('button', 'Read this page')
    await click(button)
    await click(button)
    expect(sent).toEqual([READ])
  })

  it('follows a read that was under way before the popup opened', async () => {
    await openPopup({ ...glance(pictured()), reading: underWay }, { tab: TAB })
    expect(words(strip())).toBe('Reading: 34 of 48 rows Cancel')
    await progress('done', 48, 48)
    expect(words(strip())).toContain('Read this page')
    expect(sent).toEqual([])
  })

  it('says that the first read runs, while nothing is watched', async () => {
    answers['read-tab'] = later().promise
    await openPopup([], { tab: TAB })
    await readNow()
    expect(words(main())).toBe('First read running Nothing is counted and no one is told until it is done.')
  })
})

describe('before the first read', () => {
  const open = () => openPopup(pictured(), { tab: TAB, settings: { agreedAt: null } })

  it('the disclosure says what is read, where it is kept and who receives it; nothing is read without it', async () => {
    await open()
    await readNow()
    expect(sent).toEqual([])
    expect(words(strip())).toContain('Before anything is read What App names, status, reasons')
    expect(words(strip())).toContain('Where In this browser profile only.')
    expect(words(strip())).toContain('Who Nobody')
    expect(document.activeElement?.textContent).toBe('Before anything is read')
  })

  it('I agree agrees, then reads', async () => {
    await open()
    await readNow()
    await click(find('button', 'I agree'))
    await settle()
    expect(sent).toEqual([{ type: 'agree' }, READ])
  })

  it('reads nothing when it could not be kept', async () => {
    answers.agree = { ok: false, reason: 'disk-full' }
    await open()
    await readNow()
    await click(find('button', 'I agree'))
    await settle()
    expect(sent).toEqual([{ type: 'agree' }])
    expect(words(strip())).toContain('The disk is full')
  })

  it('Cancel leaves it', async () => {
    await open()
    await readNow()
    await click(find('button', 'Cancel'))
    expect(words(strip())).toContain('Read this page')
    expect(sent).toEqual([])
  })

  it('comes also when only the worker knows that it is missing', async () => {
    answers['read-tab'] = { ok: false, reason: 'not-agreed' }
    await openPopup(pictured(), { tab: TAB })
    await readNow()
    expect(find('button', 'I agree')).toBeTruthy()
  })
})

describe('what came of it', () => {
  const outcome = async (answer: CommandAnswer, lang: 'en' | 'ja' = 'en') => {
    answers['read-tab'] = answer
    await openPopup([overview()], { tab: TAB, lang })
    await click(find('button', lang === 'en' ? 'Read this page' : 'このページを読み取る'))
    await settle()
    const actions = Array.from(strip()?.querySelectorAll('button, a[href]') ?? [])
      .map(words)
      .filter(Boolean)
    return { text: words(strip()), actions }
  }
  const read = (state: string) => ({ ok: true as const, reading: { state, rows: 48 } })

  it.each([
    ['recognised', '48 rows were read.', []],
    ['empty-account', 'HubSpot lists no apps in this account.', []],
    ['partly', '48 rows were read. Some of the page was not understood.', ['Correct this']],
    ['not-recognised', 'The page was not understood. Nothing on record was changed.', ['Correct this']],
    ['signed-out', 'Signed out of HubSpot. The page could not be read.', ['Read again']],
    ['no-permission', 'HubSpot does not let you see this page.', ['Read again']],
  ])('%s', async (state, text, actions) => {
    const shown = await outcome(read(state))
    expect(shown.text).toContain(text)
    expect(shown.actions).toEqual(actions)
  })

  it.each([
    ['no-tab', 'The tab is not there any more.', []],
    ['not-the-page', 'This is not the Connected apps page. Open Connected apps and read it there.', ['Open HubSpot']],
    ['no-access', 'The browser gave no access to this tab.', []],
    ['failed', 'Reading did not work.', ['Read again']],
    ['disk-full', 'The disk is full, so nothing was saved.', ['Read again']],
  ] as const)('refused: %s', async (reason, text, actions) => {
    const shown = await outcome({ ok: false, reason })
    expect(shown.text).toContain(text)
    expect(shown.actions).toEqual(actions)
  })

  it('is read out, in both languages, for every answer there is', async () => {
    const all = [
      ...READ_STATES.map(read),
      ...COMMAND_REFUSALS.filter(reason => reason !== 'not-agreed').map(reason => ({ ok: false as const, reason })),
    ]
    for (const lang of ['en', 'ja'] as const) {
      for (const answer of all) {
        const { text } = await outcome(answer, lang)
        expect(text.length, JSON.stringify(answer)).toBeGreaterThan(5)
        expect(strip()?.querySelector('[role="status"]')).not.toBeNull()
        await closePopup()
      }
    }
  })

  it('stays when what was told of the way there comes late', async () => {
    const answer = later()
    answers['read-tab'] = answer.promise
    await openPopup([overview()], { tab: TAB })
    await readNow()
    await progress('looking', 0, 48)
    await answer.come(read('recognised'))
    for (const phase of ['looking', 'scrolling', 'done'] as const) await progress(phase, 48, 48)
    expect(words(strip())).toContain('48 rows were read.')
  })

  it('stays when all that was told of the way there comes late', async () => {
    await outcome(read('recognised'))
    for (const phase of ['scrolling', 'done'] as const) await progress(phase, 48, 48)
    expect(words(strip())).toContain('48 rows were read.')
  })

  it('makes way for its own read that goes on, where only the worker died', async () => {
    const answer = later()
    answers['read-tab'] = answer.promise
    await openPopup([overview()], { tab: TAB })
    await readNow()
    await progress('scrolling', 34, 48)
    await answer.come({ ok: false, reason: 'failed' })
    await progress('scrolling', 40, 48)
    expect(words(strip())).toBe('Reading: 40 of 48 rows Cancel')
  })

  it('makes way for the next read, begun elsewhere', async () => {
    await outcome(read('recognised'))
    await progress('looking', 0, 48, TAB.id, 'next')
    expect(words(strip())).toBe('Reading: 0 of 48 rows Cancel')
    await progress('done', 48, 48, TAB.id, 'next')
    expect(words(strip())).toContain('Read this page')
  })

  it('leads to the column mapping of that account', async () => {
    await outcome(read('partly'))
    expect(find('link', 'Correct this (opens in a new tab)').getAttribute('href')).toMatch(
      /#\/accounts\/hubspot%3A4411007\/mapping$/,
    )
  })

  it('closes, and the page can be read again', async () => {
    await outcome(read('recognised'))
    await click(find('button', 'Close'))
    expect(findAll('button', 'Read this page')).toHaveLength(1)
  })
})
