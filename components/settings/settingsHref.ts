import { accountIn, type Route, routeHref, withAccount } from '../shell/route.ts'

/** Address parameter that names a card of Settings by its id. */
export const FOCUS_PARAM = 'focus'

/** Settings, at one of its cards. */
export const settingsHref = (from: Route, card: 'email' | 'retention'): string =>
  routeHref(
    withAccount({ view: 'settings', of: null, params: new URLSearchParams({ [FOCUS_PARAM]: card }) }, accountIn(from)),
  )
