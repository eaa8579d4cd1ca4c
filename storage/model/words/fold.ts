/** Zero-width characters, soft hyphens and direction marks: HubSpot's labels carry them, nobody reads them. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const APOSTROPHES = /[‘’ʼ`´]/g
const DASHES = /[‐-―−〜～]/g
/** A space beside a Chinese or Japanese character means nothing: "マイ アプリ" is "マイアプリ". */
const CJK = '[\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff]'
const CJK_SPACE = new RegExp(`(?<=${CJK}) | (?=${CJK})`, 'g')
const EDGES = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu

/** Text as it is compared: one width, one case, one kind of space, dash and apostrophe, nothing invisible. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(CJK_SPACE, '')
    .trim()

/** A word or phrase as the dictionaries and the user's mapping key it: folded, without the marks around it. Symbols alone stay. */
export const foldWord = (text: string): string => {
  const folded = fold(text)
  return folded.replace(EDGES, '') || folded
}

/** Whether a cell holds nothing, in HubSpot's ways of writing it: `--`, a dash, or no text. */
export const isBlank = (text: string): boolean => /^[-ー]*$/.test(fold(text))
