import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Reading } from '../../storage/model/glance.ts'
import type { Overview } from '../../storage/model/overview.ts'
import type { Settings } from '../../storage/settings.ts'
import type { Answer } from '../useLive.ts'
import type { Route } from './route.ts'
import type { Go } from './useRoute.ts'

/** What every view of the options page can ask of the page around it. */
export interface Screen {
  readonly route: Route
  readonly go: Go
  readonly settings: Settings
  /** Every account as the database tells it, in the order they were added. */
  readonly overviews: Answer<Overview[]>
  /** A read of a tab that is under way, or null. */
  readonly reading: Reading | null
}

const ScreenContext = createContext<Screen | undefined>(undefined)
export const ScreenProvider = ScreenContext.Provider

/** The page around. Throws outside of the options page. */
export const useScreen = (): Screen => {
  const screen = useContext(ScreenContext)
  if (!screen) throw new Error('A view of the options page stands outside of it')
  return screen
}

/** The accounts that the switcher lets through: one, or all. An account that is gone lets all through. */
export const chosenOf = (overviews: readonly Overview[], account: AccountId | null): readonly Overview[] => {
  const chosen = overviews.filter(overview => overview.id === account)
  return chosen.length > 0 ? chosen : overviews
}
