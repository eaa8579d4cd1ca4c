import { useEffect, useState } from 'preact/hooks'

const MINUTE = 60_000

/**
 * The moment that ages count from (epoch ms): moves on each minute and when the page comes into sight again.
 * @param changed a value whose change moves it on too, so that a fresh read is never "in the future"
 */
export const useNow = (changed: unknown): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const move = () => setNow(Date.now())
    move()
    const timer = setInterval(move, MINUTE)
    document.addEventListener('visibilitychange', move)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', move)
    }
  }, [changed])
  return now
}
