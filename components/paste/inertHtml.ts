import { styleHides } from '../../storage/model/gather/visibility.ts'

/** Elements of which nothing is read, left out so that there is nothing to load either. */
const LEFT_OUT = ['img', 'picture', 'video', 'audio', 'source', 'svg', 'link', 'meta', 'base', 'style', 'noscript']

/** `Document.parseHTML` (Chromium from 146, Firefox from 148): parses and takes out whatever could run. Not in TypeScript's library yet. */
type SafeParser = { parseHTML(html: string, options: { sanitizer: object }): Document }

/**
 * Markup from the clipboard as a document of its own that never runs, loads or paints anything: no scripts, no handlers, no
 * images. It keeps the structure, links, roles and names that the page reader goes by. `DOMParser` would need a Trusted
 * Types policy, which the extension's pages do not allow; this way needs none, for it lets nothing dangerous through.
 */
export const inertDocument = (html: string): Document =>
  (Document as unknown as SafeParser).parseHTML(quietTags(html), {
    sanitizer: { removeElements: LEFT_OUT, removeAttributes: ['style'] },
  })

const TAG = /<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>/gi
/** An attribute's value, kept as it is; or a `style` or `on…` attribute, told by its name. */
const ATTRIBUTE = /(=\s*(?:"[^"]*"|'[^']*'))|\s(style|on[a-z]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi

/**
 * The same markup without `style` and `on…` in its tags. The parser would drop them too, but the browser logs each as a
 * breach of the page's rules first, and a copied page has thousands. Styles that hide are kept as `hidden`.
 */
export const quietTags = (html: string): string =>
  html.replace(TAG, tag =>
    tag.replace(ATTRIBUTE, (found: string, value?: string, name?: string, text?: string) => {
      if (value !== undefined) return found
      return name?.toLowerCase() === 'style' && styleHides(unquoted(text ?? '')) ? ' hidden' : ''
    }),
  )

const unquoted = (text: string) => text.replace(/^["']|["']$/g, '').replaceAll('&quot;', '"')
