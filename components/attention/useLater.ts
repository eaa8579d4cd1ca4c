import { useEffect, useState } from 'preact/hooks'

/**
 * A module that is fetched when it is first wanted: it brings the database, or is too seldom needed for the popup's
 * first paint. Undefined until it is there (and for good if it cannot be fetched).
 * @param load a constant function, `() => import('./X.tsx')`
 */
export function useLater<Module>(load: () => Promise<Module>, wanted = true): Module | undefined {
  const [module, setModule] = useState<Module>()
  useEffect(() => {
    if (!wanted || module) return
    let here = true
    load().then(
      loaded => here && setModule(loaded),
      error => console.error('Patchbay: a part of the page could not be loaded', error),
    )
    return () => {
      here = false
    }
  }, [load, wanted, module])
  return module
}
