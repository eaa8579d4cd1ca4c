import type { AccountId } from '../../storage/model/facts/refs.ts'
import { routeHref } from '../shell/route.ts'

/** Where a status word that Patchbay does not know gets its meaning. */
export const wordHref = (account: AccountId, word: string): string =>
  routeHref({ view: 'mapping', of: account, params: new URLSearchParams({ word }) })
