/** The zone of the browser's own clock. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every IANA zone that this browser can reckon with, by name. */
export const allZones = (): string[] => Intl.supportedValuesOf('timeZone')

/** Whether the browser can reckon with a zone of this name; also with older names that its list leaves out. */
export const isZone = (name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return /^[a-z]/i.test(name) // "+09:00" is an offset, not a place with clock changes of its own
  } catch {
    return false
  }
}
