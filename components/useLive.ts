import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'

/**
 * The newest answer of a database question; undefined until the first. Asked again whenever rows it read change, in any
 * process. `inputs` are what the question depends on.
 */
export const useLive = <T>(question: () => Promise<T>, inputs: readonly unknown[]): T | undefined => {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    const subscription = liveQuery(question).subscribe({
      next: setAnswer,
      error: error => console.error('Patchbay: a question to the database failed', error),
    })
    return () => subscription.unsubscribe()
  }, inputs)
  return answer
}

/** What a question came to: not answered yet, the newest answer, or that the database did not answer. */
export type Answer<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/**
 * As `useLive`, for a page that has to say when the database does not answer. The last answer stays on screen while the
 * next is awaited. `inputs` are what the question depends on; another value asks again, also after a failure.
 */
export const useAnswer = <T>(question: () => Promise<T>, inputs: readonly unknown[]): Answer<T> => {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' })
  useEffect(() => {
    const subscription = liveQuery(question).subscribe({
      next: value => setAnswer({ state: 'ready', value }),
      error: error => {
        console.error('Patchbay: a question to the database failed', error)
        setAnswer({ state: 'failed' })
      },
    })
    return () => subscription.unsubscribe()
  }, inputs)
  return answer
}
