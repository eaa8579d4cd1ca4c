import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import { notThePages } from '../../hubspot/notThePage.ts'
import { NOW } from './views.ts'

const stateOf = (read: ReturnType<typeof recognise>) => {
  const mine = read.sections.find(({ kind }) => kind === 'my-apps')
  if (mine?.proof === 'filtered') return 'filtered'
  return read.state === 'not-recognised' ? 'other-page' : read.state
}

describe('what is not the page, or has nothing to show, is told from it', () => {
  test.each(notThePages().map(one => [one.name, one] as const))('%s', (_name, { url, html, states }) => {
    const window = new Window()
    const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document
    const read = recognise(gatherView(document, { url, at: NOW, zone: 'UTC' }), { now: NOW, mapping: null })
    expect(states).toContain(stateOf(read))
    if (states[0] !== 'filtered' && states[0] !== 'empty-account') expect(read.sections).toEqual([])
    for (const section of read.sections) {
      if (states[0] === 'empty-account') expect(section.rows).toEqual([])
      if (states[0] === 'filtered' && section.kind === 'my-apps') expect(section.complete).toBe(false)
    }
  })
})
