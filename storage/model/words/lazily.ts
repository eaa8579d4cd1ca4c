/** Makes something when it is first asked for, and once: a worker that has nothing to read should start at once. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
