import { gatherText } from '../../storage/model/gather/gatherText.ts'
import { gatherView } from '../../storage/model/gather/gatherView.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'
import { inertDocument } from './inertHtml.ts'

/** What was pasted: as markup if the clipboard had some, and as text. Kept in this page only, until it is stored or thrown away. */
export interface Pasted {
  html: string
  text: string
}

/** Whether there is anything in it to read. */
export const isEmptyPaste = ({ html, text }: Pasted): boolean => html.trim() === '' && text.trim() === ''

/**
 * What was pasted as a page, as of the epoch-ms `at`. Markup keeps links and tables, so it goes first; text without any
 * lists in the markup (a copied note, a mail) is read as lines.
 */
export const pasteView = ({ html, text }: Pasted, at: number, zone: string): PageView => {
  if (html.trim() !== '') {
    const view = gatherView(inertDocument(html), { url: '', at, zone })
    if (view.grids.length > 0 || text.trim() === '') return view
  }
  return gatherText(text, { at, zone })
}
