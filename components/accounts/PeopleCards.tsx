import type { JSX } from 'preact'
import type { Account } from '../../storage/model/facts/rows.ts'
import { FOCUS_PARAM } from '../settings/settingsHref.ts'
import { useFocusedCard } from '../settings/useFocusedCard.ts'
import { useScreen } from '../shell/screen.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { ReminderZone } from './ReminderZone.tsx'
import { usePeople } from './usePeople.ts'
import { WhoIAm } from './WhoIAm.tsx'

/** Who is who in an account: who uses this browser, by whose clock reminders come, and everybody known. */
export function PeopleCards(props: { readonly account: Account }): JSX.Element {
  const { account } = props
  const { route } = useScreen()
  const known = usePeople(account.id)
  const focus = route.params.get(FOCUS_PARAM)
  useFocusedCard(focus === 'people' && known ? focus : null)
  return (
    <>
      <div class="pb-pair">
        {known && <WhoIAm account={account.id} note={account.label} known={known} wanted={focus === 'me'} />}
        <ReminderZone account={account} />
      </div>
      <PeopleTable account={account.id} note={account.label} known={known} />
    </>
  )
}
