/** A piece of text of a document, with what its `title` attribute says in full, if it has one. */
export type SeenText = { text: string; title: string | undefined }

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/**
 * The texts of a snapshot that a person sees, in order: what is hidden by attribute or style is left out.
 *
 * Only for the well-formed markup of this folder; it follows tags, not the rules of HTML parsing.
 */
export function seenTexts(html: string): SeenText[] {
  const texts: SeenText[] = []
  const open: { tag: string; hidden: boolean; title: string | undefined }[] = []
  const pieces = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>|<![^>]*>|([^<]+)/gu
  for (const [, closing, tag, attributes = '', text] of html.matchAll(pieces)) {
    const top = open.at(-1)
    if (text !== undefined) {
      if (!top?.hidden) texts.push({ text: decode(text), title: top?.title })
    } else if (closing) {
      const at = open.findLastIndex(one => one.tag === tag)
      if (at >= 0) open.length = at
    } else if (tag && !VOID.has(tag)) {
      const hides =
        /\shidden(?=[\s>]|$)/u.test(attributes) ||
        /style="(?:display:none|position:absolute|visibility:hidden)/u.test(attributes)
      const hidden = (top?.hidden ?? false) || hides || tag === 'script' || tag === 'style'
      const title = /\stitle="([^"]*)"/u.exec(attributes)?.[1]
      open.push({ tag, hidden, title: title === undefined ? undefined : decode(title) })
    }
  }
  return texts
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/gu, (all, name: string) => ENTITIES[name] ?? all)
}
