// @vitest-environment happy-dom
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FilterBar } from '../../../components/ui/FilterBar.tsx'
import { clear, click, find, findAll, focus, press, show, type } from './screen.tsx'

const STATUSES = ['connected', 'expired', 'error'].map(value => ({
  value,
  label: value[0]?.toUpperCase() + value.slice(1),
}))

let cleared = 0

function Screen(props: { readonly slash?: boolean }): JSX.Element {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const clearAll = () => {
    cleared += 1
    setSearch('')
    setChosen([])
  }
  return (
    <FilterBar
      search={{ value: search, onInput: setSearch, label: 'Search apps' }}
      chips={[{ id: 'status', name: 'Status', options: STATUSES, chosen, onChange: setChosen }]}
      onClear={clearAll}
      result={`search "${search}", chosen ${chosen.join(' ')}`}
      slash={props.slash}
    />
  )
}

const searchBox = () => find('searchbox', 'Search apps') as HTMLInputElement
const result = () => find('status').textContent

beforeEach(async () => {
  cleared = 0
  await show(<Screen />)
})
afterEach(clear)

describe('search', () => {
  it('lies in a search landmark and tells its words', async () => {
    expect(searchBox().closest('search')).not.toBeNull()
    await type(searchBox(), 'ledger')
    expect(result()).toBe('search "ledger", chosen ')
  })

  it('is reached by "/", which then is not typed', async () => {
    expect(await press('/')).toBe(true)
    expect(document.activeElement).toBe(searchBox())
    expect(await press('/')).toBe(false)
  })

  it('leaves "/" alone where single keys are switched off, and with a modifier', async () => {
    expect(await press('/', { ctrlKey: true })).toBe(false)
    await show(<Screen slash={false} />)
    expect(await press('/')).toBe(false)
    expect(document.activeElement).not.toBe(searchBox())
  })
})

describe('a chip', () => {
  const chip = (name = 'Status') => find('button', name)

  it('opens a group of checkboxes named like itself', async () => {
    expect(chip().getAttribute('aria-expanded')).toBe('false')
    await click(chip())
    expect(chip().getAttribute('aria-expanded')).toBe('true')
    expect(document.querySelector('fieldset legend')?.textContent).toBe('Status')
    expect(findAll('checkbox')).toHaveLength(3)
  })

  it('shows its value once set, in the order of the options', async () => {
    await click(chip())
    await click(find('checkbox', 'Error'))
    expect(chip('Status: Error')).toBeTruthy()
    await click(find('checkbox', 'Connected'))
    expect(chip('Status: 2 of 3')).toBeTruthy()
    expect(result()).toBe('search "", chosen connected error')
    await click(find('checkbox', 'Error'))
    expect(result()).toBe('search "", chosen connected')
  })

  it('closes by Escape and gives the focus back', async () => {
    await click(chip())
    await focus(find('checkbox', 'Expired'))
    await press('Escape')
    expect(findAll('checkbox')).toEqual([])
    expect(document.activeElement).toBe(chip())
  })

  it('closes when the focus or a press goes elsewhere', async () => {
    await click(chip())
    await focus(searchBox())
    expect(findAll('checkbox')).toEqual([])
    await click(chip())
    await click(document.body)
    expect(findAll('checkbox')).toEqual([])
  })

  it('has its own button that takes it back and leaves the focus on the chip', async () => {
    expect(findAll('button', 'Remove filter Status')).toEqual([])
    await click(chip())
    await click(find('checkbox', 'Error'))
    await click(find('button', 'Remove filter Status'))
    expect(result()).toBe('search "", chosen ')
    expect(document.activeElement).toBe(chip())
  })
})

it('offers to clear all while anything is set', async () => {
  expect(findAll('button', 'Clear filters')).toEqual([])
  await type(searchBox(), 'x')
  await click(find('button', 'Clear filters'))
  expect(cleared).toBe(1)
  expect(findAll('button', 'Clear filters')).toEqual([])
})
