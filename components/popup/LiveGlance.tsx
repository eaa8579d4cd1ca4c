import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { composeGlance, type Glance, type Reading } from '../../storage/model/glance.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { unreadCount } from '../../storage/notices.ts'
import LiveOverviews from '../shell/LiveOverviews.tsx'
import { type Answer, useLive } from '../useLive.ts'

/** The glance as the database has it, whole and at each change. Loaded after the first paint: it brings the database. */
export default function LiveGlance(props: {
  readonly onGlance: (glance: Glance) => void
  /** The database does not answer: what is on screen stays, and says from when it is. */
  readonly onFailed: () => void
}): JSX.Element {
  const { onGlance, onFailed } = props
  const [overviews, setOverviews] = useState<Answer<Overview[]>>({ state: 'loading' })
  const [reading, setReading] = useState<Reading | null>(null)
  const unread = useLive(() => unreadCount(null), [])
  useEffect(() => {
    if (overviews.state === 'ready' && unread !== undefined)
      onGlance(composeGlance(overviews.value, Date.now(), { reading, unread }))
    if (overviews.state === 'failed') onFailed()
  }, [overviews, reading, unread, onGlance, onFailed])
  return <LiveOverviews onOverviews={setOverviews} onReading={setReading} />
}
