import { folded, shown } from './characters.ts'
import { saysPerPage } from './controlWords.ts'

export interface Stated {
  count: number
  text: string
}

/** Thousands may be parted by a point, a comma, a space or an apostrophe. */
const NUMBER = String.raw`\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+`
/** "1–25 of 91" in any language: a range and a third number not below its end. */
const RANGE = new RegExp(String.raw`(${NUMBER})\s*(?:[-–—~〜～]|\bto\b|\bbis\b|から|至|到)\s*(${NUMBER})`, 'u')
const UNIT =
  /records?|results?|apps?|items?|rows?|entries|entry|users?|people|persons?|connections?|integrations?|installs?|events?|members?|total|件|個|人|名|アプリ|ユーザー|レコード|接続|合計|einträge|eintrag|ergebnisse?|datensätze|datensatz|nutzer|benutzer|personen|verbindungen|verknüpfungen|insgesamt|gesamt|résultats?|applications?|éléments?|enregistrements?|utilisateurs?|connexions?|au total|resultados?|aplicaci(?:ón|ones)|registros?|elementos?|usuarios?|conexi(?:ón|ones)|aplicativos?|itens|item|usuários?|conex(?:ão|ões)|risultat[io]|applicazion[ei]|elementi|elemento|utenti|utente|connession[ei]|totale|totaal|resultaten|resultaat|gebruikers?|koppelingen|verbindingen|wyników|wyniki|wynik|aplikacji|aplikacje|aplikacja|rekordów|rekordy|użytkowników|połączeń|połączenia|razem|łącznie|个|条|项|位|应用|共|记录|用户/u
/** A number that tells of something else than the list: time, size of a page, share. */
const NO_COUNT =
  /%|\bago\b|days?\b|hours?\b|minutes?\b|weeks?\b|months?\b|years?\b|日|時間|分前|週間|か月|年|\btagen?\b|stunden?|wochen?|jours?\b|heures?\b|días?\b|horas?\b|dias?\b|giorni|ore fa|dagen|uur|dni\b|godzin|天|小时|分钟|周|月|\b(?:19|20)\d\d\b/u

/**
 * The number of rows that a line beside a list states, or null if it states none: a range of a whole, or one number with a
 * word for what is counted. Texts about time, shares and the size of a page state nothing.
 */
export function statedIn(text: string): Stated | null {
  const words = folded(text)
  if (words.length > 100 || !/\d/.test(words) || saysPerPage(words)) return null
  const range = RANGE.exec(words)
  const numbers = [...words.matchAll(new RegExp(NUMBER, 'gu'))].map(found => asNumber(found[0]))
  if (range) {
    const [from, to] = [asNumber(range[1] ?? ''), asNumber(range[2] ?? '')]
    const whole = Math.max(...numbers)
    return numbers.length === 3 && from <= to && to <= whole ? { count: whole, text: shown(text) } : null
  }
  if (NO_COUNT.test(words) || numbers.length === 0 || numbers.length > 2) return null
  if (numbers.length === 1 && (numbers[0] ?? 0) < 1e6) {
    return UNIT.test(words) && words.split(' ').length <= 6 ? { count: numbers[0] ?? 0, text: shown(text) } : null
  }
  // "25 of 91 records": the larger is the whole; anything else with two numbers is a sentence about something else.
  const parts = new RegExp(
    String.raw`(?:${NUMBER})\s*(?:of|/|von|sur|de|di|van|z|中|件中|out of|共)\s*(?:${NUMBER})`,
    'u',
  )
  return parts.test(words) && UNIT.test(words) ? { count: Math.max(...numbers), text: shown(text) } : null
}

const asNumber = (text: string) => Number(text.replace(/\D/g, ''))

/**
 * A heading or tab with a counter in brackets or with a counting word ("My apps (24)", "自分のアプリ 24件") parted into words
 * and number. A bare number at the end stays: it may be part of a name ("Office 365").
 */
export function counterIn(heading: string): { words: string; stated: Stated | null } {
  const text = shown(heading)
  const found =
    /^(.*\S)\s*[(（［[]\s*(\d[\d.,]*)\s*(?:\p{Script=Han}|\p{L}{1,12})?\s*[)）］\]]$/u.exec(text) ??
    /^(.*[^\d\s])\s*(\d{1,5})\s?(?:件|個|个|条)$/u.exec(text)
  if (!found?.[1] || found[2] === undefined || /\d/.test(found[1])) return { words: text, stated: null }
  return { words: found[1].replace(/[\s·•:|]+$/u, ''), stated: { count: asNumber(found[2]), text } }
}

/** A counter in a box of its own beside a heading or in a tab: nothing but a number. */
export function bareCount(text: string): number | null {
  return /^\(?\d{1,5}\)?$/.test(folded(text)) ? asNumber(folded(text)) : null
}
