const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase()

/**
 * Whether every word of a search stands somewhere in the text: case, width (ＡＢＣ, ｱﾌﾟﾘ) and the order of the words do
 * not matter. An empty search matches everything.
 */
export function matchesText(text: string, search: string): boolean {
  const inside = folded(text)
  return folded(search)
    .split(/\s+/u)
    .every(word => inside.includes(word))
}
