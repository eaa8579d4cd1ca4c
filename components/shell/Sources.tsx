import type { JSX } from 'preact'
import type { Source } from '../../storage/model/facts/facts.ts'
import { DAY } from '../../storage/model/facts/time.ts'
import { SOURCE_KIND } from '../attention/issueWords.ts'
import { useFrame } from '../ui/I18n.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import type { AccountLine } from './Shell.tsx'

/** A page that was not looked at for a day may show yesterday's state: its age turns amber. */
export const isStale = (at: number, now: number): boolean => now - at > DAY

/** Each source with the age of its oldest account: all figures on screen are at least as fresh as that. */
export const sourceAges = (accounts: readonly AccountLine[]): { source: Source; at: number | undefined }[] => {
  const ages = new Map<Source, number | undefined>()
  for (const account of accounts) {
    const source: Source = account.sample ? 'sample' : 'page'
    const known = ages.get(source)
    const at = account.readAt ?? undefined
    if (!ages.has(source) || at === undefined || (known !== undefined && at < known)) ages.set(source, at)
  }
  return [...ages].map(([source, at]) => ({ source, at }))
}

/** One line per source in use. */
export function SourceAges(props: {
  readonly accounts: readonly AccountLine[]
  readonly distance?: boolean | undefined
}): JSX.Element {
  const { now } = useFrame()
  return (
    <>
      {sourceAges(props.accounts).map(({ source, at }) => (
        <SourceAge
          key={source}
          source={SOURCE_KIND[source]}
          observedAt={at}
          stale={at !== undefined && isStale(at, now)}
          distance={props.distance}
        />
      ))}
    </>
  )
}
