// @vitest-environment happy-dom
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { Picker, type PickerProps } from '../../../components/ui/Picker.tsx'
import type { PickerOption } from '../../../components/ui/PickerList.tsx'
import { clear, click, descriptionOf, find, findAll, focus, press, show, type } from './screen.tsx'

afterEach(clear)

const APPS: PickerOption[] = [
  { value: 'a', label: 'Adlantern' },
  { value: 'b', label: 'Billcart', note: 'installed by Jo M.' },
  { value: 'c', label: 'Billcart', note: 'installed by Kim P.' },
  { value: 'd', label: 'Formwell', tag: 'not there any more' },
]
const MANY = Array.from({ length: 500 }, (_, number) => ({ value: `v${number}`, label: `App ${number}` }))

/** A picker that remembers what was chosen. */
function Remembering(props: Partial<PickerProps> & { readonly told?: (chosen: string[]) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>(props.chosen ?? [])
  const onChange = (next: string[]) => {
    setChosen(next)
    props.told?.(next)
  }
  return (
    <Picker
      legend="Chosen apps"
      searchLabel="Search apps"
      options={APPS}
      empty="No app was read yet."
      {...props}
      chosen={chosen}
      onChange={onChange}
    />
  )
}

const shown = () => findAll('checkbox').map(box => box.closest('li')?.textContent?.replace(/\s+/g, ' ').trim())

describe('a picker', () => {
  it('lists everything with what tells it apart, and tells what is chosen in the order of the list', async () => {
    const told = vi.fn()
    await show(<Remembering told={told} />)
    expect(shown()).toEqual([
      'Adlantern',
      'Billcart installed by Jo M.',
      'Billcart installed by Kim P.',
      'Formwellnot there any more',
    ])
    const boxes = findAll('checkbox')
    expect(descriptionOf(boxes[2] as HTMLElement)).toBe('installed by Kim P.')
    await click(boxes[2] as HTMLElement)
    await click(boxes[0] as HTMLElement)
    expect(told.mock.calls).toEqual([[['c']], [['a', 'c']]])
    expect(find('button', '2 chosen')).toBeTruthy()
    await click(boxes[2] as HTMLElement)
    expect(told).toHaveBeenLastCalledWith(['a'])
  })

  it('searches names and notes, and says how many are left', async () => {
    await show(<Remembering />)
    await type(find('searchbox', 'Search apps') as HTMLInputElement, 'kim')
    expect(shown()).toEqual(['Billcart installed by Kim P.'])
    expect(find('status').textContent).toBe('1 of 4')
    await type(find('searchbox', 'Search apps') as HTMLInputElement, 'zzz')
    expect(document.body.textContent).toContain('Nothing matches.')
  })

  it('is one stop for the Tab key: arrows, Home and End move inside', async () => {
    await show(<Remembering />)
    expect(findAll('checkbox').map(box => box.tabIndex)).toEqual([0, -1, -1, -1])
    await focus(find('searchbox'))
    await press('ArrowDown')
    expect(document.activeElement).toBe(findAll('checkbox')[0])
    await press('ArrowDown')
    expect(document.activeElement).toBe(findAll('checkbox')[1])
    expect(findAll('checkbox').map(box => box.tabIndex)).toEqual([-1, 0, -1, -1])
    await press('End')
    expect(document.activeElement).toBe(findAll('checkbox')[3])
    await press('ArrowDown')
    expect(document.activeElement).toBe(findAll('checkbox')[3])
    await press('Home')
    expect(document.activeElement).toBe(findAll('checkbox')[0])
  })

  it('goes to the first match on Enter in the search, and sends no form', async () => {
    const send = vi.fn((event: Event) => event.preventDefault())
    await show(
      <form onSubmit={send}>
        <Remembering />
      </form>,
    )
    await focus(find('searchbox'))
    expect(await press('Enter')).toBe(true)
    expect(document.activeElement).toBe(findAll('checkbox')[0])
    expect(send).not.toHaveBeenCalled()
  })

  it('can show the chosen ones alone; one that is taken away stays until the next look', async () => {
    await show(<Remembering chosen={['b', 'd']} />)
    await click(find('button', '2 chosen'))
    expect(shown()).toHaveLength(2)
    await click(findAll('checkbox')[0] as HTMLElement)
    expect(shown()).toHaveLength(2)
    expect(find('button', '1 chosen').getAttribute('aria-pressed')).toBe('true')
    await click(find('button', '1 chosen'))
    await click(find('button', '1 chosen'))
    expect(shown()).toEqual(['Formwellnot there any more'])
  })

  it('of hundreds holds a few dozen in the document, each knowing its place, and still goes to the last', async () => {
    await show(<Remembering options={MANY} />)
    expect(findAll('checkbox').length).toBeLessThan(60)
    await focus(findAll('checkbox')[0] as HTMLElement)
    await press('End')
    const last = document.activeElement?.closest('li')
    expect(last?.textContent).toContain('App 499')
    expect(last?.getAttribute('aria-posinset')).toBe('500')
    expect(last?.getAttribute('aria-setsize')).toBe('500')
  })

  it('that is wrong says so in words, at the field an error list leads to', async () => {
    await show(<Remembering id="apps" error="Choose at least one app." />)
    expect(descriptionOf(document.getElementById('apps') as HTMLElement)).toBe('Choose at least one app.')
  })

  test('without anything to pick says why', async () => {
    await show(<Remembering options={[]} />)
    expect(document.body.textContent).toContain('No app was read yet.')
    expect(findAll('searchbox')).toEqual([])
  })
})
