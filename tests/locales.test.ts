/** English and Japanese say the same things, and every message is there, complete and used. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../public/_locales/en/messages.json'
import ja from '../public/_locales/ja/messages.json'
import { type Node, PRODUCT, ROOT, sourcesIn, walk } from './sources.ts'

type Messages = Readonly<Record<string, { readonly message: string }>>

const LANGUAGES: readonly (readonly [language: string, messages: Messages])[] = [
  ['en', en],
  ['ja', ja],
]

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')

/** The keys a template may become (`status_${status}`), if it can become a key at all. */
function computedKeys(node: Node): RegExp | undefined {
  if (node.type !== 'TemplateLiteral') return undefined
  const fixed = (node.quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked)
  return /^[a-z]+_/.test(fixed.join('')) && fixed.every(part => /^\w*$/.test(part))
    ? new RegExp(`^${fixed.join('\\w+')}$`)
    : undefined
}

const stringOf = (node: Node | undefined) =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

/** Whether the node is `t(…)` or `t.parts(…)`, also as a property of something (`i18n.t(…)`). */
function isTranslation({ type, callee }: Node): boolean {
  if (type !== 'CallExpression') return false
  const { name, object, property } = callee as Node
  const last = (property as Node | undefined)?.name ?? name
  const before =
    (object as Node | undefined)?.name ?? ((object as Node | undefined)?.property as Node | undefined)?.name
  return last === 't' || (last === 'parts' && before === 't')
}

const strings = new Set<string>()
const computed: RegExp[] = []
const asked: { readonly key: string; readonly where: string }[] = []

for (const source of sourcesIn(PRODUCT)) {
  walk(source.program, node => {
    strings.add(stringOf(node) ?? '')
    computed.push(...[computedKeys(node) ?? []].flat())
    const key = isTranslation(node) ? stringOf((node.arguments as Node[])[0]) : undefined
    if (key !== undefined) asked.push({ key, where: `${source.path}:${source.line(node)}` })
  })
}

test('both languages have the same keys', () => {
  expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort())
})

test.each(LANGUAGES)('%s has no empty message and nothing Chrome reads as its own', (_language, messages) => {
  const wrong = Object.entries(messages).filter(
    ([key, { message }]) => message.trim() === '' || message.includes('$') || !/^\w+$/.test(key),
  )
  expect(wrong).toEqual([])
})

test('both languages have the same placeholders', () => {
  const japanese: Messages = ja
  const differing = Object.entries(en)
    .filter(([key]) => !key.endsWith('_one')) // "one app" needs no {count}
    .map(([key, { message }]) => [key, placeholders(message), placeholders(japanese[key]?.message ?? '')])
    .filter(([, ours, theirs]) => String(ours) !== String(theirs))
  expect(differing).toEqual([])
})

test.each(LANGUAGES)(
  '%s has every plural in both forms, with the same placeholders but for the count',
  (_l, messages) => {
    const wrong = Object.keys(messages)
      .filter(key => key !== withoutPlural(key))
      .filter(key => {
        const [one, other] = ['one', 'other'].map(form => messages[`${withoutPlural(key)}_${form}`]?.message)
        if (one === undefined || other === undefined) return true
        const allowed = placeholders(`${other}{count}`)
        return !placeholders(one).every(name => allowed.includes(name)) || !other.includes('{count}')
      })
    expect(wrong).toEqual([])
  },
)

test('every key that is asked for is there', () => {
  const known = new Set(Object.keys(en).map(withoutPlural))
  expect(asked).not.toEqual([])
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
})

test('every message is used', () => {
  const config = readFileSync(`${ROOT}wxt.config.ts`, 'utf8')
  const unused = Object.keys(en)
    .map(withoutPlural)
    .filter(key => !strings.has(key) && !config.includes(`__MSG_${key}__`))
    .filter(key => !computed.some(pattern => pattern.test(key)))
  expect([...new Set(unused)]).toEqual([])
})
