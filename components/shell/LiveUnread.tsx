import { useEffect } from 'preact/hooks'
import { unreadCount } from '../../storage/notices.ts'
import { useLive } from '../useLive.ts'

/** Tells the frame how many notices are unread, over all accounts. Loaded after the first paint: it brings the database. */
export default function LiveUnread(props: { readonly onCount: (count: number) => void }): null {
  const { onCount } = props
  const count = useLive(() => unreadCount(null), [])
  useEffect(() => onCount(count ?? 0), [count, onCount])
  return null
}
