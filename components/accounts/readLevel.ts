import type { ReadWay } from '../../storage/model/facts/rows.ts'
import type { HubSpotAccess } from '../permissions.ts'

/** How an account's page comes to Patchbay: levels 0 to 2 of the page source. */
export const READ_LEVELS = ['paste', 'click', 'automatic'] as const
export type ReadLevelName = (typeof READ_LEVELS)[number]

/**
 * The level that holds now. Automatic takes both the choice and the access; without the access it is a click again. The
 * first two need no setting, so the newest read tells which is in use.
 */
export const levelOf = (
  automatic: boolean,
  access: HubSpotAccess | undefined,
  newestWay: ReadWay | undefined,
): ReadLevelName => {
  if (automatic && access !== 'none') return 'automatic'
  return newestWay === 'paste' ? 'paste' : 'click'
}
