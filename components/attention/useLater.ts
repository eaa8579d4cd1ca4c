import { useEffect, useState } from 'preact/hooks'

type Load<Module> = () => Promise<Module>

/** What was fetched already, so that it is there at once the next time. */
const fetched = new Map<Load<unknown>, unknown>()

/** Fetches a module ahead of its use. Never rejects: what cannot be fetched is missing, the rest of the page stands. */
export const fetchAhead = async <Module>(load: Load<Module>): Promise<Module | undefined> => {
  try {
    const module = await load()
    fetched.set(load, module)
    return module
  } catch (error) {
    console.error('Patchbay: a part of the page could not be loaded', error)
    return undefined
  }
}

/**
 * A module that is fetched when it is first wanted: it brings the database, or is too seldom needed for the popup's
 * first paint. Undefined until it is there (and for good if it cannot be fetched).
 * @param load a constant function, `() => import('./X.tsx')`
 */
export function useLater<Module>(load: Load<Module>, wanted = true): Module | undefined {
  const [, setThere] = useState(false)
  const module = fetched.get(load) as Module | undefined
  const isMissing = wanted && !module
  useEffect(() => {
    if (!isMissing) return
    let here = true
    void fetchAhead(load).then(loaded => here && loaded && setThere(true))
    return () => {
      here = false
    }
  }, [load, isMissing])
  return wanted ? module : undefined
}
