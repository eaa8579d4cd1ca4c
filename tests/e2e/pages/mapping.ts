import type { Page } from 'puppeteer-core'
import { aria, byRole, clickOn } from '../accessible.ts'
import { wordsOf } from './popup.ts'

export type MappingPage = {
  readonly page: Page
  /** Says what a column is, both by the words on screen: `column('Health', 'Status')`. */
  column(header: string, meaning: string): Promise<void>
  /** Says what a status word means. */
  word(word: string, meaning: string): Promise<void>
  save(): Promise<void>
  words(): Promise<string>
}

/** The column mapping in a tab that shows it. */
export async function mappingOn(page: Page): Promise<MappingPage> {
  await byRole(page, 'heading', 'Column mapping')
  const choose = async (name: string, option: string) => {
    const field = await byRole(page, 'combobox', name)
    const value = await field.evaluate(
      (node, label) => [...(node as HTMLSelectElement).options].find(one => one.label === label)?.value,
      option,
    )
    if (value === undefined) throw new Error(`"${name}" offers no "${option}"`)
    await field.select(value)
  }
  return {
    page,
    column: (header, meaning) => choose(`“${header}” is`, meaning),
    word: (word, meaning) => choose(`“${word}” means`, meaning),
    save: () => clickOn(page, 'button', 'Save and apply'),
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}
