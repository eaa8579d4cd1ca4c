/** Characters that a person does not see: zero-width, soft hyphen, direction marks. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * The text as a person reads it: unseen characters removed, compatibility forms unified, spaces folded.
 *
 * Compare names, sentences and words of a page by this, on both sides: how a reader keeps a zero-width joiner is its
 * own business, but two names that look different after this are two names.
 */
export function canon(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()
}
