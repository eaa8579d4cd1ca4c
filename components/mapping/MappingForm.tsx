import './mapping.css'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { App } from '../../storage/model/facts/assemble.ts'
import { recognise } from '../../storage/model/recognise/recognise.ts'
import type { Mapping } from '../../storage/model/recognise/recognised.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'
import { useT } from '../ui/I18n.tsx'
import { editableGrids, unknownWords } from './editableGrids.ts'
import { MappingGrid } from './MappingGrid.tsx'
import { MappingWords } from './MappingWords.tsx'
import { ReadPreview } from './ReadPreview.tsx'

/** A page as it was read, of which the form shows the lists. */
export interface MappablePage {
  key: string
  view: PageView
}

/**
 * One form for page, paste and file: the lists as they were read, what each column is, what each unknown word means, and
 * what comes of it, at once. The caller keeps the mapping and saves it.
 */
export function MappingForm(props: {
  readonly pages: readonly MappablePage[]
  /** Apps on record, for words that no page at hand shows any more. */
  readonly apps: readonly App[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
  readonly wanted?: string | null | undefined
  /** The effect is shown elsewhere on the page. */
  readonly hideEffect?: boolean | undefined
}): JSX.Element {
  const { pages, apps, mapping, onChange, wanted, hideEffect } = props
  const t = useT()
  const read = useMemo(
    () => pages.map(page => ({ ...page, recognised: recognise(page.view, { now: page.view.at, mapping }) })),
    [pages, mapping],
  )
  const words = useMemo(
    () =>
      unknownWords(
        apps,
        read.map(page => page.recognised),
      ),
    [apps, read],
  )
  return (
    <div class="pb-mapping">
      {words.length > 0 && (
        <section class="pb-mapping-part" aria-labelledby="mapping-words">
          <h2 id="mapping-words">{t('mapping_words')}</h2>
          <MappingWords words={words} mapping={mapping} onChange={onChange} wanted={wanted} />
        </section>
      )}
      {read.map(({ key, view, recognised }) => {
        const grids = editableGrids(view, recognised)
        return (
          grids.length > 0 && (
            <section key={key} class="pb-mapping-part" aria-labelledby={`mapping-${key}`}>
              <h2 id={`mapping-${key}`}>{t('mapping_columns')}</h2>
              {grids.map(grid => (
                <MappingGrid key={grid.key} grid={grid} mapping={mapping} onChange={onChange} />
              ))}
              {!hideEffect && (
                <div class="pb-mapping-effect">
                  <h2>{t('mapping_effect')}</h2>
                  <ReadPreview recognised={recognised} mapping={mapping} />
                </div>
              )}
            </section>
          )
        )
      })}
    </div>
  )
}
