import './notifications.css'
import type { JSX } from 'preact'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { accountIn } from '../shell/route.ts'
import { chosenOf, useScreen } from '../shell/screen.ts'
import Deliveries from './Deliveries.tsx'
import { ManageRule, NewRule } from './form/RuleFormPage.tsx'
import Inbox from './Inbox.tsx'
import { NotificationsHead } from './NotificationsHead.tsx'
import { Rules } from './Rules.tsx'

/** `#/notifications`: rules and their form, the inbox, and what became of each delivery. */
export default function Notifications(): JSX.Element | null {
  const { route, overviews } = useScreen()
  if (overviews.state === 'failed') return <DatabaseFailed />
  if (overviews.state === 'loading') return null
  const all = overviews.value
  switch (route.page) {
    case undefined:
      return <Rules overviews={chosenOf(all, accountIn(route))} />
    case 'new':
      return <NewRule overviews={all} />
    case 'inbox':
    case 'deliveries':
      return (
        <>
          <NotificationsHead current={route.page} />
          <div class="pb-stack">{route.page === 'inbox' ? <Inbox /> : <Deliveries />}</div>
        </>
      )
    default:
      return <ManageRule overviews={all} id={route.page} />
  }
}
