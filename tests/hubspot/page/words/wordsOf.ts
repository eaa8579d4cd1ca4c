import { EN } from './en.ts'
import { JA } from './ja.ts'
import { OTHERS } from './others.ts'
import type { Language, PartialWords, Words } from './wordTypes.ts'

/** The words of a language, English where nothing else is known. */
export function wordsOf(language: Language): Words {
  if (language === 'en') return EN
  if (language === 'ja') return JA
  return over(EN, OTHERS[language])
}

/** A page half of whose parts are still English: headings and sentences stay, columns and status words are its own. */
export function halfEnglish(words: Words): Words {
  return { ...EN, locale: words.locale, columns: words.columns, status: words.status }
}

function over(base: Words, own: PartialWords): Words {
  return {
    ...base,
    locale: own.locale,
    headings: { ...base.headings, ...own.headings },
    columns: { ...base.columns, ...own.columns },
    status: { ...base.status, ...own.status },
    labels: { ...base.labels, ...own.labels },
    sentences: { ...base.sentences, ...own.sentences },
  }
}
