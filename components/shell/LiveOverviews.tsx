import { useEffect, useState } from 'preact/hooks'
import { getReading } from '../../storage/glance.ts'
import type { Reading } from '../../storage/model/glance.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { type Answer, useAnswer } from '../useLive.ts'

/** Tells the page what the database says of every account, and of a read under way. Loaded after the first paint: it brings the database. */
export default function LiveOverviews(props: {
  readonly onOverviews: (answer: Answer<Overview[]>) => void
  readonly onReading: (reading: Reading | null) => void
}): null {
  const { onOverviews, onReading } = props
  const answer = useAnswer(allOverviews, [])
  const reading = useReading()
  useEffect(() => {
    if (answer.state !== 'loading') onOverviews(answer) // until then the glance may be on screen
  }, [answer, onOverviews])
  useEffect(() => onReading(reading), [reading, onReading])
  return null
}

/** The read of a tab under way. It counts as ended at its `until`, also when no one says so any more. */
const useReading = (): Reading | null => {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    const look = () => void getReading().then(setReading)
    const onChange = (_: unknown, area: string) => {
      if (area === 'session') look()
    }
    look()
    browser.storage.onChanged.addListener(onChange)
    return () => browser.storage.onChanged.removeListener(onChange)
  }, [])
  useEffect(() => {
    if (!reading) return
    const timer = setTimeout(() => setReading(null), Math.max(0, reading.until - Date.now()))
    return () => clearTimeout(timer)
  }, [reading])
  return reading
}
