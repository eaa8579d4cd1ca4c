// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putHere } from '../../../storage/here.ts'
import { putPerson, removePerson } from '../../../storage/people.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { iAm, putPeople } from '../notifications/rules.ts'
import { begin, end, open, sent, until, watched, workerDoes } from '../options/page.tsx'
import { click, find, findAll, press, type } from '../ui/screen.tsx'

beforeEach(async () => {
  await begin()
  await watched(PAGE)
  workerDoes(async command => {
    if (command.type === 'i-am') await putHere(command.account, { me: command.person })
    if (command.type === 'put-person') await putPerson({ ...command.person, account: command.account })
    if (command.type === 'remove-person') await removePerson(command.account, command.ref)
    return { ok: true }
  })
})
afterEach(end)

const text = (card: string) => document.querySelector(`#${card}`)?.textContent?.replace(/\s+/g, ' ') ?? ''
const toast = () => document.querySelector('.pb-toast')?.textContent ?? ''
const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('#people tbody tr[aria-rowindex]')]
const row = (name: string) => rows().find(one => one.cells[0]?.textContent?.startsWith(name))
const cells = (name: string) => [...(row(name)?.cells ?? [])].map(cell => cell.innerText.replace(/\s+/g, ' ').trim())
const select = (card: string, index = 0) => document.querySelectorAll<HTMLSelectElement>(`#${card} select`)[index]
const field = (scope: string, name: string) => {
  const label = [...document.querySelectorAll(`${scope} .pb-person-form label`)].find(one => one.textContent === name)
  return document.getElementById(label?.getAttribute('for') ?? '') as HTMLInputElement
}
const choose = async (element: HTMLSelectElement | undefined, value: string) => {
  if (!element) throw new Error('there is something to choose from')
  element.value = value
  element.dispatchEvent(new Event('change', { bubbles: true }))
  await until(() => undefined)
}
const openPeople = async (hash = '#/accounts') => {
  await open(hash)
  await until(() => expect(rows().length).toBeGreaterThan(0))
}

describe('People', () => {
  it('names everybody that the page told of, with what is not reported as such', async () => {
    await putPeople({ ref: 'person:Sam K.', address: 'sam@example.com', superAdmin: true })
    await openPeople()
    expect(document.querySelector('#people h2')?.textContent).toBe('People')
    expect(cells('Sam K.').slice(0, 5)).toEqual([
      'Sam K.',
      'Not reported',
      'sam@example.com',
      'Yes',
      'HubSpot pagecompleted by you',
    ])
    expect(cells('Jo M.').slice(1, 5)).toEqual(['Not reported', 'Not reported', 'Not reported', 'HubSpot page'])
  })

  it('adds somebody typed by hand, marked so, and takes that back', async () => {
    await openPeople()
    await click(find('button', 'Add person'))
    await type(field('#people', 'Name'), ' Kim R. ')
    await type(field('#people', 'E-mail'), 'Kim@Example.com')
    await choose(select('people'), 'yes')
    await click(findAll('button', 'Add person')[1] as HTMLElement)
    await until(() => expect(cells('Kim R.').slice(2, 5)).toEqual(['Kim@Example.com', 'Yes', 'Said by you']))
    expect(sent).toEqual([
      {
        type: 'put-person',
        account: ACCOUNT,
        person: { ref: 'email:kim@example.com', name: 'Kim R.', address: 'Kim@Example.com', superAdmin: true },
      },
    ])
    expect(toast()).toContain('Kim R. was added')
    await press('z', { ctrlKey: true })
    await until(() => expect(row('Kim R.')).toBeUndefined())
  })

  it('says what is wrong with what was typed, and adds nobody twice', async () => {
    await openPeople()
    await click(find('button', 'Add person'))
    const add = () => click(findAll('button', 'Add person')[1] as HTMLElement)
    await add()
    expect(text('people')).toContain('Enter a name.')
    expect(document.activeElement).toBe(field('#people', 'Name'))
    await type(field('#people', 'Name'), 'Sam K.')
    await type(field('#people', 'E-mail'), 'sam at example')
    await add()
    expect(text('people')).toContain('Enter an address, such as name@example.com.')
    await type(field('#people', 'E-mail'), '')
    await add()
    expect(text('people')).toContain('Sam K. is known already.')
    expect(sent).toEqual([])
  })

  it('lets the user say what no source tells, and no more than that', async () => {
    await openPeople()
    await click(find('button', 'Actions for Jo M.'))
    await click(find('menuitem', 'Edit'))
    expect(field('#people', 'Name').readOnly).toBe(true)
    await type(field('#people', 'E-mail'), 'jo@example.com')
    await click(find('button', 'Save'))
    await until(() => expect(cells('Jo M.')[2]).toBe('jo@example.com'))
    expect(sent).toEqual([
      {
        type: 'put-person',
        account: ACCOUNT,
        person: { ref: 'person:Jo M.', name: null, address: 'jo@example.com', superAdmin: null },
      },
    ])
    await press('z', { ctrlKey: true })
    await until(() => expect(cells('Jo M.')[2]).toBe('Not reported'))
    expect(sent.at(-1)).toEqual({ type: 'remove-person', account: ACCOUNT, ref: 'person:Jo M.' })
  })

  it('takes back what was said of a known person, and can say it again', async () => {
    await putPeople({ ref: 'person:Jo M.', superAdmin: false })
    await openPeople()
    await click(find('button', 'Actions for Jo M.'))
    await click(find('menuitem', 'Take back what I said'))
    await until(() => expect(cells('Jo M.')[3]).toBe('Not reported'))
    expect(toast()).toContain('Jo M. is again as the source says')
    await press('z', { ctrlKey: true })
    await until(() => expect(cells('Jo M.')[3]).toBe('No'))
  })

  it('removes who was typed by hand', async () => {
    await putPeople({ ref: 'email:kim@example.com', name: 'Kim R.', address: 'kim@example.com' })
    await openPeople()
    await click(find('button', 'Actions for Kim R.'))
    await click(find('menuitem', 'Remove'))
    await until(() => expect(row('Kim R.')).toBeUndefined())
    expect(toast()).toContain('Kim R. was removed')
  })
})

describe('I am', () => {
  it('is picked from the people known, and can be taken back', async () => {
    await putPeople({ ref: 'person:Sam K.', superAdmin: true, address: 'sam@example.com' })
    await openPeople()
    await choose(select('me'), 'person:Sam K.')
    await until(() => expect(text('me')).toContain('You are a super admin.'))
    expect(sent).toEqual([{ type: 'i-am', account: ACCOUNT, person: 'person:Sam K.' }])
    expect(toast()).toContain('You are Sam K. here')
    expect(cells('Sam K.')[0]).toBe('Sam K. you')
    await press('z', { ctrlKey: true })
    await until(() => expect(sent.at(-1)).toEqual({ type: 'i-am', account: ACCOUNT, person: null }))
  })

  it('can be somebody else, typed by hand', async () => {
    await openPeople()
    await choose(select('me'), 'else')
    await type(field('#me', 'Name'), 'Kim R.')
    await type(field('#me', 'E-mail'), 'kim@example.com')
    await click(find('button', 'This is me'))
    await until(() => expect(sent.at(-1)).toEqual({ type: 'i-am', account: ACCOUNT, person: 'email:kim@example.com' }))
    await until(() => expect(select('me')?.value).toBe('email:kim@example.com'))
    await press('z', { ctrlKey: true })
    await until(() => expect(row('Kim R.')).toBeUndefined())
    expect(select('me')?.value).toBe('')
  })

  it('says what is missing of the person, and keeps somebody nobody tells of any more', async () => {
    await iAm('person:Left L.')
    await openPeople()
    expect(select('me')?.selectedOptions[0]?.text).toBe('Left L.')
    await choose(select('me'), 'person:Jo M.')
    await until(() => expect(text('me')).toContain('No e-mail address is known of you'))
  })

  it('has the focus for whoever was sent here to say it', async () => {
    await openPeople('#/accounts?account=hubspot%3A4411007&focus=me')
    await until(() => expect(document.activeElement).toBe(select('me')))
  })
})

describe('the zone of reminders', () => {
  it('is the browser’s until one is chosen, and can be that again', async () => {
    await openPeople()
    expect(text('zone')).toContain('The browser’s:')
    const input = document.querySelector<HTMLInputElement>('#zone input')
    if (!input) throw new Error('there is a field')
    await type(input, 'Asia/Tokyo')
    expect(sent).toEqual([{ type: 'zone', account: ACCOUNT, zone: 'Asia/Tokyo' }])
    await until(() => expect(toast()).toContain('Reminders come by the clock of Asia/Tokyo'))
    await press('z', { ctrlKey: true })
    expect(sent.at(-1)).toEqual({ type: 'zone', account: ACCOUNT, zone: null })
  })
})
