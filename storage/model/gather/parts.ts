/** Parts of a row side by side: the children of the first element on the way down that has several. */
export function partsOf(row: Element): Element[] {
  let at = row
  for (let depth = 0; depth < 20 && at.childElementCount === 1; depth++) at = at.firstElementChild as Element
  return [...at.children]
}
