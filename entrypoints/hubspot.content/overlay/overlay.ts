import { OVERLAY_TAG } from '../../../storage/model/gather/visibility.ts'
import type { OverlayLook, PageAnswer, PageCollapsed, PageOpen } from '../../../storage/model/messages.ts'
import { fill, h, svg } from './dom.ts'
import { glyph } from './glyphs.ts'
import { problemsOf, readRows } from './panel.ts'
import { dress } from './style.ts'

/** The small panel on HubSpot's page: what needs attention, what was read and how surely. Changes nothing on the page. */
export interface Overlay {
  show(answer: PageAnswer): void
  /** A level 1 read under way, or null when it has ended. */
  progress(reading: { rows: number; stated: number | null } | null): void
  /** Whether a node of the page is the overlay's own. */
  owns(node: Node): boolean
  remove(): void
}

export interface OverlayDeeds {
  say(message: PageOpen | PageCollapsed): void
  cancel(): void
}

/** Below this window width it starts collapsed. */
const NARROW = 720
const MINUTE = 60_000

/** Makes the overlay, hidden until there is something to show. */
export const createOverlay = (first: OverlayLook, deeds: OverlayDeeds): Overlay => {
  const host = document.createElement(OVERLAY_TAG)
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = dress(root)
  let look = first
  let collapsed = look.collapsed ?? innerWidth < NARROW
  let dismissed = false
  let answer: PageAnswer | null = null
  let reading: { rows: number; stated: number | null } | null = null
  let readAt = 0
  let ageing: ReturnType<typeof setTimeout> | undefined
  let drawn = ''

  const draw = () => {
    if (dismissed || (!answer && !reading)) return
    // What looks the same is left alone: nothing moves under the pointer, and a press is never lost.
    const news = JSON.stringify([answer, reading, collapsed, look, ageOf()])
    if (news === drawn && host.isConnected) return
    drawn = news
    const focused = root.activeElement?.getAttribute('data-key')
    host.lang = look.language
    host.dataset.theme = look.theme
    root.replaceChildren(...(sheet ? [sheet] : []), collapsed && !reading ? tab() : panel())
    if (!host.isConnected) document.documentElement.append(host)
    const keyed = [...root.querySelectorAll<HTMLElement>('[data-key]')]
    if (focused) keyed.find(element => element.getAttribute('data-key') === focused)?.focus()
  }
  /** "Just now" for a minute, then the time of day. */
  const ageOf = (): string => {
    if (!answer) return ''
    if (Date.now() - readAt < MINUTE) return look.strings.readJustNow
    const time = new Intl.DateTimeFormat(look.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    return fill(look.strings.readAt, { time: time.format(readAt) })
  }
  const collapse = (to: boolean, focus: boolean) => {
    collapsed = to
    deeds.say({ type: 'page.collapsed', collapsed })
    draw()
    if (focus) root.querySelector<HTMLElement>(to ? '.tab' : '.panel')?.focus()
  }
  const count = (extra = '') => {
    const tone = answer?.attention[0]?.tone ?? ''
    return h(
      'span',
      { class: `count ${answer?.attentionCount ? tone : ''} ${extra}` },
      String(answer?.attentionCount ?? 0),
    )
  }

  const tab = () => {
    const { strings } = look
    const button = h(
      'button',
      {
        class: 'tab',
        type: 'button',
        'aria-label': fill(strings.expand, { count: answer?.attentionCount ?? 0 }),
        'data-key': 'tab',
      },
      mark(),
      answer?.attentionCount ? count() : null,
    )
    button.addEventListener('click', () => collapse(false, true))
    return h('div', { role: 'complementary', 'aria-label': strings.title }, button)
  }

  const panel = () => {
    const { strings } = look
    const panel = h('div', { class: 'panel', role: 'complementary', 'aria-label': strings.title, tabindex: '-1' })
    panel.append(
      h(
        'header',
        {},
        mark(),
        h('strong', {}, strings.title),
        h('span', { class: 'age' }, reading ? '' : ageOf()),
        iconButton(CHEVRON, strings.collapse, 'collapse', () => collapse(true, true)),
        iconButton(CROSS, strings.close, 'close', () => {
          dismissed = true
          host.remove()
        }),
      ),
    )
    if (reading) panel.append(progressBar(reading))
    if (answer) {
      const problem = problemsOf(answer, look)
      if (problem) panel.append(h('section', {}, h('p', { class: 'state' }, problem)))
      if (answer.outcome === 'stored')
        panel.append(
          attention(answer),
          ...readRows(answer, look, grid =>
            deeds.say({ type: 'page.open', what: 'mapping', readId: null, ...(grid === null ? {} : { grid }) }),
          ),
        )
    }
    const open = h('button', { class: 'link', type: 'button', 'data-key': 'open' }, strings.open)
    open.addEventListener('click', () => deeds.say({ type: 'page.open', what: 'home', readId: null }))
    panel.append(h('footer', {}, h('span', {}, strings.unchanged), open))
    panel.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !event.isTrusted) return
      event.stopPropagation()
      collapse(true, true)
    })
    return panel
  }

  const attention = ({ attention: lines, attentionCount }: PageAnswer) => {
    const { strings } = look
    const rows = lines.map(line =>
      h(
        'li',
        { class: 'issue' },
        glyph(line),
        h('b', { title: line.name }, line.name),
        h('span', { class: 'reason', title: line.reason }, line.reason),
        h('span', { class: `pill ${line.tone}` }, line.pill),
      ),
    )
    return h(
      'section',
      {},
      h('h2', {}, strings.attentionHeading, count()),
      rows.length > 0 ? h('ul', {}, ...rows) : h('p', { class: 'state' }, strings.attentionNone),
      attentionCount > rows.length
        ? h('p', { class: 'why' }, fill(strings.attentionMore, { count: attentionCount - rows.length }))
        : null,
    )
  }

  const progressBar = ({ rows, stated }: { rows: number; stated: number | null }) => {
    const { strings } = look
    const stop = h('button', { class: 'box', type: 'button', 'data-key': 'cancel' }, strings.cancel)
    stop.addEventListener('click', deeds.cancel)
    const text = stated === null ? fill(strings.readingSome, { rows }) : fill(strings.reading, { rows, stated })
    return h('section', { class: 'progress' }, h('span', { role: 'status' }, text), stop)
  }

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || !event.altKey || !event.shiftKey || event.code !== 'KeyP' || !host.isConnected) return
    event.preventDefault()
    if (collapsed) collapse(false, true)
    else root.querySelector<HTMLElement>('.panel')?.focus()
  }
  document.addEventListener('keydown', onKey, true)

  return {
    show(next) {
      answer = next
      look = next.look
      readAt = Date.now()
      clearTimeout(ageing)
      ageing = setTimeout(draw, MINUTE + 1000)
      draw()
    },
    progress(next) {
      if (next) dismissed = false // a read was asked for by hand
      reading = next
      draw()
    },
    owns: node => node === host || host.contains(node),
    remove() {
      clearTimeout(ageing)
      document.removeEventListener('keydown', onKey, true)
      host.remove()
    },
  }
}

const iconButton = (paths: readonly string[], label: string, key: string, pressed: () => void) => {
  const button = h('button', { type: 'button', 'aria-label': label, title: label, 'data-key': key }, svg(paths, 'icon'))
  button.addEventListener('click', pressed)
  return button
}

const CHEVRON = ['M4 6l4 4 4-4']
const CROSS = ['M4 4l8 8M12 4l-8 8']
const mark = () =>
  svg(
    [
      'M6 4a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM13.25 4a1.25 1.25 0 1 1-2.5 0 1.25 1.25 0 0 1 2.5 0zM5.25 12a1.25 1.25 0 1 1-2.5 0 1.25 1.25 0 0 1 2.5 0z',
      'M4 4c0 5.5 8 2.5 8 8',
    ],
    'mark',
  )
