/** The browser's own locks, which happy-dom does not have: one holder of a name at a time, in the order of asking. */
export const fakeLocks = () => {
  const queues = new Map<string, Promise<unknown>>()
  return {
    request: <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const turn = (queues.get(name) ?? Promise.resolve()).then(work, work)
      queues.set(name, turn)
      return turn
    },
  }
}
