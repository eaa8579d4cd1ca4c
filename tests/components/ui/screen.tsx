/** Renders kit components into happy-dom and presses keys as a person does. */
import { type ComponentChildren, render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { I18n } from '../../../components/ui/I18n.tsx'
import en from '../../../public/_locales/en/messages.json'
import ja from '../../../public/_locales/ja/messages.json'
import { createTranslator, type Lang, messagesFrom } from '../../../storage/i18n.ts'

/** Epoch ms of a wall-clock time in Berlin. */
export const berlin = (time: string): number => Temporal.ZonedDateTime.from(`${time}[Europe/Berlin]`).epochMilliseconds

/** The moment of the design's pictures. */
export const NOW = berlin('2026-11-12T14:08')

export const translator = (lang: Lang = 'en') => createTranslator(messagesFrom(lang === 'ja' ? ja : en), lang)

let root: HTMLElement | undefined

/** Shows this, in place of what was shown before in the same test. */
export async function show(children: ComponentChildren, lang: Lang = 'en'): Promise<HTMLElement> {
  root ??= document.body.appendChild(document.createElement('div'))
  const container = root
  await act(() => {
    render(
      <I18n t={translator(lang)} now={NOW} zone="Europe/Berlin">
        {children}
      </I18n>,
      container,
    )
  })
  return container
}

/** Takes everything off the screen. */
export async function clear(): Promise<void> {
  if (!root) return
  const container = root
  root = undefined
  await act(() => render(null, container))
  container.remove()
}

/** The one element of this role and name. Throws when there is none or several. */
export function find(role: string, name?: string): HTMLElement {
  const all = findAll(role, name)
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} elements "${role}" named "${name}"`)
  return all[0]
}

const ROLE_SELECTORS: Readonly<Record<string, string>> = {
  button: 'button:not([role])',
  link: 'a[href]:not([role])',
  searchbox: 'input[type="search"]',
  checkbox: 'input[type="checkbox"]',
  radio: 'input[type="radio"]',
  textbox: 'input:not([type]), input[type="text"], textarea',
  heading: 'h1, h2, h3',
  columnheader: 'th[scope="col"]',
  rowheader: 'th[scope="row"]',
}

/** All elements of this role and name. */
export function findAll(role: string, name?: string): HTMLElement[] {
  const selector = ROLE_SELECTORS[role] ?? `[role="${role}"]`
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).filter(
    element => name === undefined || nameOf(element) === name,
  )
}

/** The accessible name, as far as these tests need it: label, labelledby, label element, then text. */
export function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby')
  const text = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  if (labelledBy) return text(document.getElementById(labelledBy))
  const label = element.getAttribute('aria-label')
  if (label) return label
  if (element.id) {
    const labelElement = document.querySelector(`label[for="${element.id}"]`)
    if (labelElement) return text(labelElement)
  }
  if (element instanceof HTMLInputElement) return text(element.closest('label'))
  return text(element)
}

/** What describes the element, as text. */
export const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map(id => (id ? (document.getElementById(id)?.textContent ?? '') : ''))
    .join(' ')
    .trim()

export async function click(element: Element): Promise<void> {
  await act(() => {
    element.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    if (element instanceof HTMLElement) element.focus()
    ;(element as HTMLElement).click()
  })
}

export async function focus(element: HTMLElement): Promise<void> {
  await act(() => element.focus())
}

/**
 * Presses a key where the focus is.
 * @param at when, in ms on the event's own clock
 * @returns whether the page took the key for itself
 */
export async function press(key: string, modifiers: KeyboardEventInit = {}, at = 0): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  Object.defineProperty(event, 'timeStamp', { value: at })
  await act(() => {
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  })
  return event.defaultPrevented
}

export async function type(element: HTMLInputElement, value: string): Promise<void> {
  await act(() => {
    element.value = value
    element.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Lets something happen to an element. */
export async function happen(element: Element, event: Event): Promise<void> {
  await act(() => {
    element.dispatchEvent(event)
  })
}

/** Lets so many ms pass on the faked clock. */
export async function pass(ms: number): Promise<void> {
  await act(() => {
    vi.advanceTimersByTime(ms)
  })
}
