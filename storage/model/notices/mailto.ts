import { clean } from './message.ts'

/** Longer addresses are cut or refused by some mail programs and by Windows. */
export const LONGEST_MAILTO = 1900

/**
 * A `mailto:` address (RFC 6068) that opens a draft; a person presses send. What does not fit is left out at the end of the
 * text, by whole lines where it can, and "…" says so.
 */
export const mailtoDraft = ({ to, subject, text }: { to: string; subject: string; text: string }): string => {
  const head = `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(clean(subject, 100))}&body=`
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n').split('\n')
  const room = LONGEST_MAILTO - head.length
  const body = lines.map(encode).join(BREAK)
  return head + (body.length <= room ? body : cut(lines, room))
}

/** RFC 6068 wants CR LF. */
const BREAK = '%0D%0A'
const MORE = encodeURIComponent('…')

const cut = (lines: readonly string[], room: number): string => {
  let kept = ''
  for (const line of lines) {
    const next = kept + (kept && BREAK) + encode(line)
    if (next.length + BREAK.length + MORE.length > room) break
    kept = next
  }
  if (kept) return kept + BREAK + MORE
  for (const character of lines.find(Boolean) ?? '') {
    if (kept.length + encode(character).length + MORE.length > room) break
    kept += encode(character)
  }
  return kept + MORE
}

/** `encodeURIComponent` leaves a few signs alone that mail programs take for the end of an address in a text. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
