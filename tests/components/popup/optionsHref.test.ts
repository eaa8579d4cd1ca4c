import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../components/apps/appQuery.ts'
import { mappingHref, optionsHref } from '../../../components/popup/optionsHref.ts'
import { accountIn, parseRoute } from '../../../components/shell/route.ts'
import { TRADING } from '../attention/rows.ts'

const routeOf = (href: string) => parseRoute(new URL(href).hash)

describe('links from the popup arrive in the options page', () => {
  it('at the apps that report no status, of the account looked at', () => {
    const route = routeOf(optionsHref('home', { status: 'not-reported' }, TRADING))
    expect(route.view).toBe('home')
    expect(parseQuery(route.params).status).toEqual(['not-reported'])
    expect(accountIn(route)).toBe(TRADING)
  })

  it('at an app that was found', () => {
    const route = routeOf(optionsHref('home', { q: 'R&D 100%', open: `${TRADING} name:R&D #1` }, TRADING))
    expect(parseQuery(route.params)).toMatchObject({ q: 'R&D 100%', open: `${TRADING} name:R&D #1` })
  })

  it('at the column mapping of an account', () => {
    expect(routeOf(mappingHref(TRADING))).toMatchObject({ view: 'mapping', of: TRADING })
  })

  it.each(['accounts', 'paste', 'welcome'] as const)('at %s', view => {
    expect(routeOf(optionsHref(view)).view).toBe(view)
  })
})
