import type { Message, MessageItem } from './message.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML content or as the value of a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '')

/**
 * The message as an HTML mail: text and links alone, so that every mail program shows it the same, and nothing in it is
 * loaded from anywhere. For mail only: pages of the extension never turn a string into markup.
 */
export const mailHtml = ({ lang, subject, lead, items, more, footer }: Message): string =>
  [
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font:15px/1.5 system-ui,sans-serif;max-width:40em;margin:1.5em">',
    ...lead.map(line => `<p>${escapeHtml(line)}</p>`),
    ...items.map(itemHtml),
    ...(more ? [`<p>${escapeHtml(more)}</p>`] : []),
    `<hr><p><small>${footer.map(escapeHtml).join('<br>')}</small></p>`,
    '</body></html>',
  ].join('\n')

/** Each text keeps its own direction (`bdi`), so that a name written from the right leaves the words around it alone. */
const itemHtml = ({ title, lines, link }: MessageItem): string =>
  [
    `<p><strong><bdi>${escapeHtml(title)}</bdi></strong>`,
    ...lines.map(line => `<br><bdi>${escapeHtml(line)}</bdi>`),
    ...(link ? [`<br><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`] : []),
    '</p>',
  ].join('')
