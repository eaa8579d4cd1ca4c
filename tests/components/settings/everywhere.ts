/**
 * Every place of the page in which a text stands: its markup, what is in its fields, and all that the components on the
 * screen hold (properties, state, what they closed over in hooks). For tests that nothing of a secret is left.
 */
export const everywhere = (text: string): string[] => {
  const found: string[] = []
  if (document.documentElement.outerHTML.includes(text)) found.push('markup')
  for (const input of document.querySelectorAll('input, textarea'))
    if ((input as HTMLInputElement).value.includes(text)) found.push(`field ${input.id}`)
  const seen = new Set<unknown>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (value.includes(text)) found.push(path)
      return
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (value instanceof Node || value instanceof Window) return // the document was looked at above
    if (value instanceof Map) for (const [key, one] of value) walk([key, one], `${path}.${String(key)}`)
    else if (value instanceof Set) for (const one of value) walk(one, path)
    else for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], `${path}.${key}`)
  }
  // What Preact keeps of the page hangs on the element that it was rendered into.
  for (const key of Object.keys(document.body).filter(name => name.startsWith('_')))
    walk((document.body as unknown as Record<string, unknown>)[key], key)
  return found
}
