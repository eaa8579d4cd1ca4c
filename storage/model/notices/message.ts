/** A message in words of one language, before it is text, HTML or a notification. Every string in it is clean (see `clean`). */
export interface Message {
  /** BCP 47: the language it is written in. */
  lang: string
  subject: string
  /** What has to be known before the rest: a test, a browser that was asleep. */
  lead: readonly string[]
  items: readonly MessageItem[]
  /** "and 20 more"; null: all are listed. */
  more: string | null
  footer: readonly string[]
}

/** One problem or happening. */
export interface MessageItem {
  title: string
  lines: readonly string[]
  /** The place in HubSpot where it is mended; its host was checked. */
  link: { label: string; url: string } | null
}

/** Control characters, line and paragraph separators: they end lines and header fields. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** Marks that turn the reading direction, invisible ones that hide in words, and tags: none of them is part of a name. */
const HIDDEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/**
 * A text that others wrote (an app's name, a person's, HubSpot's words) as one line that can do nothing but be read: no line
 * break, no control character, nothing that reverses or hides what stands beside it, at most `most` characters.
 */
export const clean = (text: string, most = 200): string => {
  const line = text.toWellFormed().replace(BREAKS, ' ').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line
}

/** The message as plain text, its parts a blank line apart. */
export const plainText = ({ lead, items, more, footer }: Message): string =>
  [
    ...lead,
    ...items.map(({ title, lines, link }) =>
      [title, ...lines, ...(link ? [`${link.label}: ${link.url}`] : [])].join('\n'),
    ),
    ...(more ? [more] : []),
    ['-- ', ...footer].join('\n'),
  ].join('\n\n')
