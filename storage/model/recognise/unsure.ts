import { labelNamed } from '../words/lookup.ts'
import type { Section } from './recognised.ts'

/** Headers of columns that mean nothing to us, other than that of the column of buttons: what the person is asked about. */
export const unsureHeaders = ({ columns }: Pick<Section, 'columns'>): string[] =>
  columns.flatMap(({ meaning, header }) =>
    meaning !== null || header === '' || labelNamed(header)?.meanings.includes('actions') ? [] : header,
  )
