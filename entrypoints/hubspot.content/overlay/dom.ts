/** Makes an element with text and children: the overlay builds its nodes itself, so no string ever becomes markup. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter(child => child !== null))
  return element
}

/** A drawing of 16 × 16 from path data; the sheet says by its class how it is drawn. */
export const svg = (paths: readonly string[], name: string): SVGElement => {
  const root = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
    class: name,
  }))
    root.setAttribute(key, value)
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    root.append(path)
  }
  return root
}
const SVG = 'http://www.w3.org/2000/svg'

/** Fills `{name}` in a text of the overlay. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
