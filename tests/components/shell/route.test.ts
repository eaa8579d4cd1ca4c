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
])('%s is the view %s', (hash, view, of) => {
  expect(parseRoute(hash)).toMatchObject({ view, of })
})

test('an address read and written again is the same', () => {
  for (const href of [
    '#/home?q=a%26b&status=connected&status=error',
    '#/accounts/hubspot%3A1/mapping?word=Paused',
    '#/settings',
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
