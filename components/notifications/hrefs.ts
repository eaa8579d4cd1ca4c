import type { AccountId } from '../../storage/model/facts/refs.ts'
import { FOCUS_PARAM, settingsHref } from '../settings/settingsHref.ts'
import { accountIn, type Route, routeHref, withAccount } from '../shell/route.ts'

/** Address parameters of the form: whose the new notification is while all accounts are shown, what it is a copy of, its step. */
export const FOR_PARAM = 'for'
export const COPY_PARAM = 'copy'
export const STEP_PARAM = 'step'

/** A page of Notifications for the account looked at now; without `page` the list. */
export const notificationsRoute = (from: Route, page?: string, more: Readonly<Record<string, string>> = {}): Route => {
  const route: Route = { view: 'notifications', of: null, page, params: new URLSearchParams() }
  const there = withAccount(route, accountIn(from))
  for (const [name, value] of Object.entries(more)) there.params.set(name, value)
  return there
}

export const notificationsHref = (from: Route, page?: string, more: Readonly<Record<string, string>> = {}): string =>
  routeHref(notificationsRoute(from, page, more))

/** Where "I am …" (`me`) and the people of an account are said. */
export const peopleHref = (account: AccountId, at: 'me' | 'people'): string =>
  routeHref(withAccount({ view: 'accounts', of: null, params: new URLSearchParams({ [FOCUS_PARAM]: at }) }, account))

/** Where e-mail is set up. */
export const channelsHref = (from: Route): string => settingsHref(from, 'email')
