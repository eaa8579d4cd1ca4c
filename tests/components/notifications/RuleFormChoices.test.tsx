// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/db.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, sent, settle, until, watched, workerDoes } from '../options/page.tsx'
import { click, descriptionOf, find, findAll, focus, nameOf, press, type } from '../ui/screen.tsx'
import { enter, errors, field, isSaid, openForm, put, radio, text } from './form.ts'
import { iAm, putPeople, putRules } from './rules.ts'

beforeEach(begin)
afterEach(end)

describe('which apps', () => {
  const toApps = async () => {
    await openForm()
    await enter()
    await click(radio('Chosen apps'))
  }

  it('are picked by search; at least one has to be', async () => {
    await watched(PAGE)
    await toApps()
    await enter()
    expect(errors()).toEqual(['Choose at least one app, or all.'])
    expect(descriptionOf(field('rule-apps'))).toBe('Choose at least one app, or all.')
    await type(field('rule-apps'), 'ledger')
    await click(findAll('checkbox')[0] as Element)
    await enter()
    await enter()
    expect(put()?.apps).toEqual(['id:1'])
  })

  it('of one name are told apart', async () => {
    const twins = [
      { name: 'Twin', ref: 'id:71' as const, installedBy: 'Jo M.' },
      { name: 'Twin', ref: 'id:72' as const, installedBy: 'Kim P.' },
    ]
    await watched({ apps: twins })
    await toApps()
    expect(findAll('checkbox').map(box => [nameOf(box), descriptionOf(box)])).toEqual([
      ['Twin', 'installed by Jo M.'],
      ['Twin', 'installed by Kim P.'],
    ])
  })

  it('that are not there any more stay chosen and say so', async () => {
    await watched(PAGE)
    await putRules({ apps: ['id:1', 'slug:long-gone'] })
    await openForm('#/notifications/broken?step=apps')
    const gone = findAll('checkbox').find(box => nameOf(box) === 'long-gone') as HTMLInputElement
    expect(gone.checked).toBe(true)
    expect(descriptionOf(gone)).toBe('not there any more')
    await enter()
    await enter()
    await until(() => expect(put()?.apps).toEqual(['id:1', 'slug:long-gone']))
  })

  it('do not matter where the account itself is meant', async () => {
    await watched(PAGE)
    await openForm()
    await click(radio('Patchbay cannot see'))
    await enter()
    expect(text()).toContain('This type is about the account itself')
    expect(findAll('radio')).toEqual([])
  })
})

describe('who is told', () => {
  const toWho = async () => {
    await openForm()
    await enter()
    await enter()
  }

  it('is counted as it is chosen, with the source and how many have an address', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true, address: 'sam@example.com' })
    await toWho()
    expect(descriptionOf(radio('Only super admins'))).toContain(
      '1 person: Sam K. · 1 with an e-mail address · Said by you',
    )
    expect(descriptionOf(radio('Everyone'))).toContain('1 with an e-mail address · HubSpot page, 1 by hand')
    await click(radio('Specific users and teams'))
    await enter()
    expect(errors()).toEqual(['Choose at least one person or team.'])
    await type(field('rule-people'), 'jo')
    await click(findAll('checkbox', 'Jo M.')[0] as Element)
    await until(() => expect(text()).toContain('1 person: Jo M. · 0 with an e-mail address · HubSpot page'))
    await enter()
    expect(put()?.to).toEqual({ kind: 'chosen', people: ['person:Jo M.'], teams: [] })
  })

  it('is nobody, and it says so, while no source says who is a super admin', async () => {
    await watched(PAGE)
    await toWho()
    expect(descriptionOf(radio('Only super admins'))).toContain('HubSpot’s page does not say who is.')
    expect(find('link', 'Open Accounts').getAttribute('href')).toBe('#/accounts?focus=people&account=hubspot%3A4411007')
  })

  it('can be somebody typed by hand, who is marked so and chosen at once', async () => {
    await watched(PAGE)
    workerDoes(async command => {
      if (command.type === 'put-person') await db.people.put({ account: command.account, ...command.person })
      return { ok: true }
    })
    await toWho()
    await click(radio('Specific users and teams'))
    await click(find('button', 'Add a person by hand'))
    const [name, address] = [
      find('textbox', 'Full name'),
      document.querySelector<HTMLInputElement>('input[type=email]'),
    ]
    if (!address) throw new Error('there is a field for the address')
    await type(address, 'nobody')
    await click(find('button', 'Add person'))
    await settle()
    expect(text()).toContain('Enter a name.')
    expect(text()).toContain('Enter an address, such as name@example.com.')
    await type(name as HTMLInputElement, 'Ada L.')
    await type(address, 'Ada@example.com')
    await focus(address)
    expect(await press('Enter')).toBe(true) // adds, and sends nothing
    await isSaid('Ada L. was added and chosen.')
    expect(sent).toContainEqual({
      type: 'put-person',
      account: ACCOUNT,
      person: { ref: 'email:ada@example.com', name: 'Ada L.', address: 'Ada@example.com', superAdmin: null },
    })
    await until(() => expect((find('checkbox', 'Ada L.') as HTMLInputElement).checked).toBe(true))
    expect(descriptionOf(find('checkbox', 'Ada L.'))).toContain('by hand')
    expect(put()).toBeUndefined()
  })

  it('is asked with the number before everyone gets e-mail', async () => {
    await watched(PAGE)
    await putPeople(
      { ref: 'person:Sam K.', address: 'sam@example.com' },
      { ref: 'person:Jo M.', address: 'jo@example.com' },
    )
    await toWho()
    await click(find('checkbox', 'E-mail'))
    await enter()
    expect(put()).toBeUndefined()
    expect(nameOf(find('alertdialog'))).toBe('Send e-mail to 2 people?')
    expect(text()).toContain('Everyone known in Acme Trading is 5 people, 2 with an e-mail address.')
    await click(findAll('button', 'Cancel').at(-1) as Element)
    expect(findAll('alertdialog')).toEqual([])
    await enter()
    await click(findAll('button', 'Apply').at(-1) as Element)
    await until(() =>
      expect(put()).toMatchObject({ to: { kind: 'everyone' }, channels: ['in-app', 'email'], sends: true }),
    )
  })

  it('is at most a hundred by e-mail, which is said before', async () => {
    await watched(PAGE)
    await putPeople(
      ...Array.from({ length: 101 }, (_, number) => ({
        ref: `email:p${number}@example.com` as const,
        name: `P ${number}`,
        address: `p${number}@example.com`,
      })),
    )
    await toWho()
    expect(text()).toContain('At most 100 people for one notification.')
    await click(find('checkbox', 'E-mail'))
    await enter()
    expect(errors()).toEqual([
      'E-mail goes to at most 100 people, and this reaches 101. Choose fewer, or leave e-mail out.',
    ])
    await click(find('link', errors()[0] ?? ''))
    expect(document.activeElement).toBe(field('rule-email'))
  })

  it('needs a channel', async () => {
    await watched(PAGE)
    await toWho()
    await click(find('checkbox', 'In-app'))
    await enter()
    expect(errors()).toEqual(['Choose at least one channel.'])
    expect(nameOf(document.querySelector('.pb-checks') as Element)).toContain('Choose at least one channel.')
  })

  it('says how each channel stands in this browser', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true })
    await iAm('person:Jo M.')
    await toWho()
    await isSaid('Not set up in this browser.')
    expect(find('link', 'Set it up in Settings').getAttribute('href')).toBe('#/settings?focus=email')
    expect(text()).toContain('Not in this browser: Jo M., who uses it, is not a recipient.')
    const request = vi.fn(async () => true)
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request as never)
    await click(find('button', 'Allow notifications'))
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] })
    await click(find('checkbox', 'E-mail'))
    expect((find('checkbox', 'This browser sends') as HTMLInputElement).checked).toBe(true)
  })
})
