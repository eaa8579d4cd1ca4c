import { expect, test } from 'vitest'
import { accountIn, parseRoute, routeHref, viewHref, withAccount } from '../../../components/shell/route.ts'

test.each([
  ['#/home', 'home', null],
  ['', 'home', null],
  ['#/accounts', 'accounts', null],
  ['#/accounts/hubspot%3A4411007/mapping', 'mapping', 'hubspot:4411007'],
  ['#/accounts/sample:1/mapping?word=Paused', 'mapping', 'sample:1'],
  ['#/accounts/evil%2F..%2F/mapping', 'accounts', null],
  ['#/mapping', 'home', null], // a mapping is of an account
  ['#/insights', 'home', null],
  ['#/%E0%A4%A', 'home', null],
  ['#/paste?x=%', 'paste', null],
  ['#/notifications/new?step=who', 'notifications', null],
])('%s is the view %s', (hash, view, of) => {
  expect(parseRoute(hash)).toMatchObject({ view, of })
})

test('an address read and written again is the same', () => {
  for (const href of [
    '#/home?q=a%26b&status=connected&status=error',
    '#/accounts/hubspot%3A1/mapping?word=Paused',
    '#/settings',
    '#/notifications?account=sample%3A1',
    '#/notifications/new?account=sample%3A1&step=apps',
    '#/notifications/0b9f-11?step=who',
  ])
    expect(routeHref(parseRoute(href))).toBe(href)
})

test('the account stays from view to view, and goes with "all"', () => {
  const home = parseRoute('#/home?account=hubspot%3A4411007&q=sheet')
  expect(accountIn(home)).toBe('hubspot:4411007')
  expect(viewHref('accounts', home)).toBe('#/accounts?account=hubspot%3A4411007')
  expect(routeHref(withAccount(home, null))).toBe('#/home?q=sheet')
  expect(accountIn(parseRoute('#/home?account=javascript%3A1'))).toBe(null)
})

test('only Notifications has pages within', () => {
  expect(parseRoute('#/notifications/inbox').page).toBe('inbox')
  expect(parseRoute('#/notifications').page).toBeUndefined()
  expect(parseRoute('#/settings/inbox').page).toBeUndefined()
})

test('a page of Notifications keeps its place when the account is switched', () => {
  const inbox = withAccount(parseRoute('#/notifications/inbox'), 'sample:1')
  expect(routeHref(inbox)).toBe('#/notifications/inbox?account=sample%3A1')
  expect(viewHref('notifications', inbox)).toBe('#/notifications?account=sample%3A1')
})
