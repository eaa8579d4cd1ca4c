import type { AppRef } from '../facts/refs.ts'
import { isBlank } from '../words/fold.ts'
import { appOfLink, isHubSpotLink, isMarketplace, portalOfLink } from './location.ts'
import { linesOf } from './people.ts'
import type { RowApp } from './recognised.ts'
import type { Cell, Row } from './view.ts'

/** How a row names its app, before rows are compared with each other. */
export interface Named {
  /** From the row's link. */
  ref: AppRef | null
  name: string | null
  href: string | null
  marketplace: string | null
  /** The link belongs to another account than the page. */
  foreign: boolean
}

/** Reads the app of a row from its links and the cell that holds its name. */
export const namedApp = (row: Row, nameCell: Cell | undefined, portal: string | null): Named => {
  const hrefs = row.cells.flatMap(cell => cell.href ?? [])
  const refs = [...new Set(hrefs.flatMap(href => appOfLink(href) ?? []))]
  // Two apps in one row: the name's own link says which is meant; without one nothing does.
  const ref = refs.length > 1 ? appOfLink(nameCell?.href) : (refs[0] ?? null)
  const own = hrefs.filter(href => appOfLink(href) === ref && ref !== null)
  const best = own.includes(nameCell?.href ?? '') ? nameCell?.href : own.sort()[0]
  return {
    ref,
    name: nameIn(nameCell),
    href: isHubSpotLink(best) ? best : null,
    marketplace: hrefs.find(isMarketplace) ?? null,
    foreign: hrefs.some(href => appOfLink(href) !== null && portal !== null && portalOfLink(href) !== portal),
  }
}

/** The name in a cell: its first line, in full; null if it is blank or cut short with nothing to tell the rest. */
export const nameIn = (cell: Cell | undefined): string | null => {
  const first = cell ? linesOf(cell)[0] : null
  return first === null || first === undefined || isBlank(first) ? null : first
}

/** Names are the same if they look the same to a person. */
export const nameKey = (name: string): string => name.normalize('NFKC')

/** The app of a row as told on: its link first, then its name. `null` if the row names none. */
export const rowApp = ({ ref, name, href }: Named, nameIsShared = false): RowApp | null => {
  const byName: AppRef[] = name === null || (ref !== null && nameIsShared) ? [] : [`name:${name}`]
  const [first, ...others] = ref === null ? byName : [ref, ...byName]
  return first === undefined ? null : { refs: [first, ...others], name, href }
}
