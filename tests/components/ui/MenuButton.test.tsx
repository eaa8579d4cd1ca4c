// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ArrowsMoveRows, MenuButton, type MenuItem } from '../../../components/ui/MenuButton.tsx'
import { clear, click, descriptionOf, find, findAll, focus, press, show } from './screen.tsx'

const chosen = vi.fn()
const item = (id: string, label: string, more: Partial<MenuItem> = {}): MenuItem => ({
  id,
  label,
  onSelect: () => chosen(id),
  ...more,
})
const ITEMS = [
  item('seen', 'Until it is seen again'),
  item('tomorrow', 'Tomorrow, 09:00'),
  item('monday', 'Monday, 09:00'),
  item('muted', 'Mute', { disabledReason: 'Muted already.' }),
]
const button = () => find('button', 'Snooze')
const focused = () => document.activeElement?.textContent

beforeEach(async () => {
  chosen.mockReset()
  await show(<MenuButton label="Snooze" items={ITEMS} />)
})
afterEach(clear)

describe('opening', () => {
  it('by a press, on the first item', async () => {
    expect(button().getAttribute('aria-haspopup')).toBe('menu')
    expect(button().getAttribute('aria-expanded')).toBe('false')
    expect(findAll('menu')).toEqual([])
    await click(button())
    expect(button().getAttribute('aria-expanded')).toBe('true')
    expect(find('menu', 'Snooze').id).toBe(button().getAttribute('aria-controls'))
    expect(focused()).toBe('Until it is seen again')
  })

  it('by ↓ on the first and by ↑ on the last item', async () => {
    await focus(button())
    await press('ArrowDown')
    expect(focused()).toBe('Until it is seen again')
    await press('Escape')
    await press('ArrowUp')
    expect(focused()).toContain('Mute')
  })

  it('not by an arrow in a table row, where arrows move between rows', async () => {
    await show(
      <ArrowsMoveRows.Provider value>
        <MenuButton label="Snooze" items={ITEMS} />
      </ArrowsMoveRows.Provider>,
    )
    await focus(button())
    expect(await press('ArrowDown')).toBe(false)
    expect(findAll('menu')).toEqual([])
  })

  it('not while it is disabled, which it explains', async () => {
    await show(<MenuButton label="Snooze" items={ITEMS} disabledReason="Nothing to snooze." />)
    await focus(button())
    expect(descriptionOf(button())).toBe('Nothing to snooze.')
    await click(button())
    await press('ArrowDown')
    expect(findAll('menu')).toEqual([])
  })
})

describe('moving', () => {
  beforeEach(() => click(button()))

  it('by arrows, round the ends', async () => {
    await press('ArrowDown')
    expect(focused()).toBe('Tomorrow, 09:00')
    await press('ArrowUp')
    await press('ArrowUp')
    expect(focused()).toContain('Mute')
    await press('ArrowDown')
    expect(focused()).toBe('Until it is seen again')
  })

  it('to the ends', async () => {
    await press('End')
    expect(focused()).toContain('Mute')
    await press('Home')
    expect(focused()).toBe('Until it is seen again')
  })

  it('by letters: one goes to the next that starts so, more refine', async () => {
    await press('m', {}, 1000)
    expect(focused()).toBe('Monday, 09:00')
    await press('u', {}, 1499)
    expect(focused()).toContain('Mute')
    await press('u', {}, 3000)
    expect(focused()).toBe('Until it is seen again')
  })

  it('keeps its keys from what is around', async () => {
    expect(await press('ArrowDown')).toBe(true)
    expect(await press('F5')).toBe(false)
  })
})

describe('closing', () => {
  beforeEach(() => click(button()))

  it('by Escape, and the focus returns', async () => {
    await press('Escape')
    expect(findAll('menu')).toEqual([])
    expect(document.activeElement).toBe(button())
  })

  it('by Tab, which goes on from the button', async () => {
    expect(await press('Tab')).toBe(false)
    expect(findAll('menu')).toEqual([])
    expect(document.activeElement).toBe(button())
  })

  it('by a press elsewhere', async () => {
    await click(document.body)
    expect(findAll('menu')).toEqual([])
  })

  it('by choosing', async () => {
    await click(find('menuitem', 'Monday, 09:00'))
    expect(chosen).toHaveBeenCalledExactlyOnceWith('monday')
    expect(findAll('menu')).toEqual([])
    expect(document.activeElement).toBe(button())
  })

  it('not by an item that cannot be chosen now, which says why', async () => {
    const mute = findAll('menuitem').at(-1) as HTMLElement
    expect(mute.getAttribute('aria-disabled')).toBe('true')
    expect(descriptionOf(mute)).toBe('Muted already.')
    await click(mute)
    expect(chosen).not.toHaveBeenCalled()
    expect(findAll('menu')).toHaveLength(1)
  })
})

it('says which of a set of choices is the chosen one', async () => {
  await show(
    <MenuButton
      label="Account"
      items={[item('all', 'All accounts', { checked: true }), item('a', 'Acme Trading', { checked: false })]}
    >
      All accounts (2)
    </MenuButton>,
  )
  await click(find('button', 'Account'))
  expect(findAll('menuitemradio').map(choice => choice.getAttribute('aria-checked'))).toEqual(['true', 'false'])
})

it('links out of Patchbay in a new tab, and says so', async () => {
  await show(
    <MenuButton
      label="Actions"
      items={[{ id: 'm', label: 'Open in marketplace', href: 'https://a.example/', external: true }]}
    />,
  )
  await click(find('button', 'Actions'))
  const link = find('menuitem', 'Open in marketplace (opens in a new tab)')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noopener noreferrer')
})
