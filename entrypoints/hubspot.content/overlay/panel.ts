import type { OverlayLook, PageAnswer, ReadSection } from '../../../storage/model/messages.ts'
import { fill, h } from './dom.ts'

/** The sentence for a page that was not plainly read, with its one next step; null where there is none to say. */
export const problemsOf = (answer: PageAnswer, { strings }: OverlayLook): string | null =>
  (answer.refused && strings.refusals[answer.refused]) ?? strings.states[answer.state] ?? null

/** What was read, section by section: rows seen of rows stated, complete or partial and why, and what is not sure. */
export const readRows = (
  answer: PageAnswer,
  look: OverlayLook,
  correct: (grid: number | null) => void,
): HTMLElement[] => {
  if (answer.sections.length === 0) return []
  const rows = answer.sections.flatMap(section => [
    sectionRow(section, look),
    section.complete ? [] : becauseRow(section, look),
    ...section.unsure.map(header => unsureRow(section, header, look, correct)),
  ])
  // A column that is not named as unsure may still have been taken for the wrong thing.
  const anyway = answer.sections.every(({ unsure }) => unsure.length === 0) ? correctButton(null, look, correct) : null
  const heading = h('h2', {}, look.strings.readHeading)
  return [
    h('section', {}, h('div', { class: 'head' }, heading, anyway), h('table', {}, h('tbody', {}, ...rows.flat()))),
  ]
}

const sectionRow = ({ kind, seen, stated, complete }: ReadSection, { strings }: OverlayLook) =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, strings.sections[kind]),
    h(
      'td',
      { class: 'rows' },
      stated === null ? fill(strings.seenOnly, { seen }) : fill(strings.seenOfStated, { seen, stated }),
    ),
    h('td', {}, complete ? strings.complete : strings.partial),
  )

/** Why the section above is partial. */
const becauseRow = ({ proof }: ReadSection, { strings }: OverlayLook) =>
  h('tr', { class: 'because' }, h('td', { class: 'why', colspan: '3' }, strings.proofs[proof]))

const unsureRow = (
  { grid }: ReadSection,
  header: string,
  look: OverlayLook,
  correct: (grid: number | null) => void,
) => {
  const name = h('th', { scope: 'row', id: `unsure ${grid} ${header}`.replace(/\s+/g, '-') }, header)
  const button = correctButton(grid, look, correct, header)
  button.setAttribute('aria-describedby', name.id)
  return h(
    'tr',
    {},
    name,
    h('td', { class: 'rows' }, h('span', { class: 'hatch' }), look.strings.unsure),
    h('td', {}, button),
  )
}

/** Opens the column mapping, at one list or for the page. */
const correctButton = (
  grid: number | null,
  { strings }: OverlayLook,
  correct: (grid: number | null) => void,
  header = '',
) => {
  const key = `correct ${grid} ${header}`
  const button = h('button', { class: 'link', type: 'button', 'data-key': key }, strings.correct)
  button.addEventListener('click', () => correct(grid))
  return button
}
