import { expect, test } from 'vitest'
import { quietTags } from '../../../components/paste/inertHtml.ts'
import { fieldText, fieldTime } from '../../../components/paste/PasteTime.tsx'
import { berlin } from '../ui/screen.tsx'

test.each([
  ['<td style="color: red" title="x">a</td>', '<td title="x">a</td>'],
  ["<td title='a style=b' STYLE='color:red'>a</td>", "<td title='a style=b'>a</td>"],
  ['<a href="x" onclick="go()">a</a>', '<a href="x">a</a>'],
  ['<tr style="display: none"><td>', '<tr hidden><td>'],
  ['<b style="visibility:hidden">', '<b hidden>'],
  ['<td data-note="a > b" style="x:y">a</td>', '<td data-note="a > b">a</td>'],
  ['<p>a style="b" onclick="c" stays as text</p>', '<p>a style="b" onclick="c" stays as text</p>'],
  ['<p data-style="x" aria-label="on=1">', '<p data-style="x" aria-label="on=1">'],
  ['5 < 6 and style="x" > 4', '5 < 6 and style="x" > 4'],
])('%s becomes %s', (html, quiet) => {
  expect(quietTags(html)).toBe(quiet)
})

const ZONE = 'Europe/Berlin'
const AT = berlin('2026-11-12T14:08') + 31_000

test('the time of a paste is the paste’s own to the millisecond while nobody changes it', () => {
  expect(fieldText(AT, ZONE)).toBe('2026-11-12T14:08')
  expect(fieldTime(fieldText(AT, ZONE), ZONE, AT)).toBe(AT)
})

test('an earlier time is taken, a later or broken one is not', () => {
  expect(fieldTime('2026-11-11T09:00', ZONE, AT)).toBe(berlin('2026-11-11T09:00'))
  expect(fieldTime('2027-01-01T00:00', ZONE, AT)).toBe(AT)
  expect(fieldTime('', ZONE, AT)).toBe(AT)
})
