import { useEffect, useState } from 'preact/hooks'

/** Whether the browser has a network. Nothing here needs one; HubSpot's page, which brings new figures, does. */
export const useOnline = (): boolean => {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}
