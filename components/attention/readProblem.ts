import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'

export { isGoodState, lastReadText, readProblem, sentences } from '../../storage/problemWords.ts'

/** Where a person goes to mend it: the account's Connected apps page, else HubSpot's own way there. */
export const mendUrl = (url: string | null): string => url ?? CONNECTED_APPS_START
