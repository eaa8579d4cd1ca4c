import type { Account, Read } from '../../storage/model/facts/rows.ts'
import { recognise } from '../../storage/model/recognise/recognise.ts'
import type { Column, Mapping } from '../../storage/model/recognise/recognised.ts'
import type { Grid, PageView } from '../../storage/model/recognise/view.ts'
import { columnNamed, sectionNamed } from '../../storage/model/words/lookup.ts'

/** What is looked at to report a problem. Nothing but numbers, states and words of Patchbay's own dictionaries leaves it. */
export interface DiagnosticsInput {
  version: string
  browser: string
  language: string
  zone: string
  agreed: boolean
  /** HubSpot hosts that the person gave access to. */
  granted: readonly string[]
  accounts: readonly AccountInput[]
  /** A page that is not stored (a paste). */
  atHand?: PageView
  /** The worker's last log lines: where, and the name of the error. */
  log: readonly { at: number; where: string; what: string }[]
  /** Epoch ms. */
  now: number
}

export interface AccountInput {
  account: Account
  apps: number
  /** Newest first. */
  reads: readonly Read[]
  /** The pages as they were last read. */
  views: readonly { page: string; view: PageView }[]
  mapping: Mapping
}

/**
 * The structure of what was read, to be copied and reported: how many lists of which shape, which columns were understood
 * and how, and how each read ended. No name, no number of an account, no text of a page: a word is shown only where
 * Patchbay's dictionary has it, as what it means.
 */
export const diagnosticsOf = (input: DiagnosticsInput): string =>
  JSON.stringify(
    {
      patchbay: input.version,
      browser: input.browser,
      language: input.language,
      zone: input.zone,
      at: new Date(input.now).toISOString(),
      agreed: input.agreed,
      granted: input.granted,
      accounts: input.accounts.map(accountPart),
      atHand: input.atHand && viewPart(input.atHand, null),
      log: input.log.map(({ at, where, what }) => ({
        at: new Date(at).toISOString(),
        where: where.split(' ')[0],
        what: /^\w+/.exec(what)?.[0] ?? '', // the error's name; its message may quote what it tripped over
      })),
    },
    null,
    1,
  )

const accountPart = ({ account, apps, reads, views, mapping }: AccountInput, index: number) => ({
  account: index + 1,
  sample: account.id.startsWith('sample:'),
  dataCentre: /^app(-[a-z]+\d)?\.hubspot\.com$/.exec(account.host ?? '')?.[1] ?? null,
  automatic: account.automatic,
  apps,
  mappedColumns: mapping.columns.map(({ meanings }) => Object.values(meanings)),
  mappedWords: Object.values(mapping.words),
  reads: reads.map(readPart),
  pages: views.map(({ page, view }) => ({ page: kindOnly(page), ...viewPart(view, mapping) })),
})

const readPart = (read: Read) => ({
  at: new Date(read.observedAt).toISOString(),
  ms: read.observedAt - read.startedAt,
  way: read.way,
  state: read.state,
  home: read.home,
  languages: read.languages,
  sections: read.sections.map(({ kind, seen, stated, skipped, complete, proof, unsure }) => ({
    kind,
    seen,
    stated,
    skipped,
    complete,
    proof,
    unsure: unsure.map(shapeOf),
  })),
})

/** A page as it was read: its lists without their content, and what the recogniser makes of them now. */
export const viewPart = (view: PageView, mapping: Mapping | null) => {
  const recognised = recognise(view, { now: view.at, mapping })
  return {
    state: recognised.state,
    home: recognised.home,
    languages: recognised.languages,
    locales: view.locales,
    framed: view.frame !== undefined,
    headings: view.headings.map(shapeOf),
    prose: view.prose.length,
    links: view.links.length,
    fields: view.fields.map(type => (/^[a-z-]{1,20}$/.test(type) ? type : '?')),
    grids: view.grids.map(gridPart),
    sections: recognised.sections.map(section => ({
      kind: section.kind,
      grid: section.grid,
      seen: section.seen,
      stated: section.stated,
      complete: section.complete,
      proof: section.proof,
      columns: section.columns.map(columnPart),
      skipped: section.skipped.map(({ reason }) => reason),
    })),
    unplaced: recognised.unplaced.map(({ grid, rows }) => ({ grid, rows })),
  }
}

const gridPart = (grid: Grid) => ({
  shape: grid.shape,
  place: grid.place ?? null,
  heading: grid.heading === null ? null : shapeOf(grid.heading),
  path: grid.path.length,
  headers: grid.headers.map(shapeOf),
  rows: grid.rows.length,
  cells: [...new Set(grid.rows.map(row => row.cells.length))].sort((a, b) => a - b),
  withLink: grid.rows.filter(row => row.cells.some(cell => cell.href)).length,
  withButton: grid.rows.filter(row => row.cells.some(cell => cell.buttons?.length)).length,
  extent: { ...grid.extent, stated: grid.extent.stated.map(({ count }) => count) },
  notes: grid.notes.length,
})

const columnPart = ({ meaning, how, header }: Column) => ({ meaning, how, header: shapeOf(header) })

/** A word of the page as what the dictionary says it means, else as its length and kind of letters only. */
const shapeOf = (text: string): string => {
  const known = columnNamed(text)?.meanings ?? sectionNamed(text)?.meanings
  if (known) return known.join('|')
  if (text.trim() === '') return 'blank'
  const letters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'cjk'
    : /\p{Script=Latin}/u.test(text)
      ? 'latin'
      : 'other'
  return `${letters} ${text.length}`
}

const kindOnly = (page: string) => (/^[a-z-]+$/.test(page) ? page : '?')
