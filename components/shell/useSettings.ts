import { useEffect, useState } from 'preact/hooks'
import { type Settings, watchSettings } from '../../storage/settings.ts'

/** The settings, starting from those read before the first paint and following every screen that changes them. */
export const useSettings = (first: Settings): Settings => {
  const [settings, setSettings] = useState(first)
  useEffect(() => watchSettings(setSettings), [])
  return settings
}

/** Forces light or dark on the document; `auto` leaves it to the system. */
export const useTheme = (theme: Settings['theme']): void => {
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
