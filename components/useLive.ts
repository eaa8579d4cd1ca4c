import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'

/**
 * The newest answer of a database question; undefined until the first. Asked again whenever rows it read change, in any
 * process. `inputs` are what the question depends on.
 */
export const useLive = <T>(question: () => Promise<T>, inputs: readonly unknown[]): T | undefined => {
  const [answer, setAnswer] = useState<T>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question depends on `inputs`, which the caller names
  useEffect(() => {
    const subscription = liveQuery(question).subscribe({
      next: setAnswer,
      error: error => console.error('Patchbay: a question to the database failed', error),
    })
    return () => subscription.unsubscribe()
  }, inputs)
  return answer
}
