/** Whether an error of the database means that no space is left. Dexie wraps it in an AbortError when the commit finds out. */
export const isDiskFull = (error: unknown): boolean => {
  const { name, inner } = (error ?? {}) as { name?: unknown; inner?: { name?: unknown } | null }
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError'
}
