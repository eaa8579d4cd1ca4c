/** The form in the options page, read and filled in as a person does. */
import { act } from 'preact/test-utils'
import { expect } from 'vitest'
import type { Command } from '../../../storage/model/commands.ts'
import { open, sent, settle, until } from '../options/page.tsx'
import { find } from '../ui/screen.tsx'

export const text = () => document.body.textContent ?? ''
export const isSaid = (words: string) => until(() => expect(text()).toContain(words))
export const field = (id: string) => document.getElementById(id) as HTMLInputElement
export const radio = (name: string) => find('radio', name)
export const stepNow = () => document.querySelector('[aria-current="step"]')?.textContent
export const dryRun = () => document.querySelector('#dry-run [role="status"]')?.textContent

export const openForm = async (hash = '#/notifications/new', lang: 'en' | 'ja' = 'en') => {
  await open(hash, {}, lang)
  await until(() => expect(document.querySelector('form.pb-step')).toBeTruthy())
}
/** Enter in a field of the step, as the browser makes it: the form is sent. */
export const enter = async () => {
  await act(() => document.querySelector<HTMLFormElement>('form.pb-step')?.requestSubmit())
  await settle()
}
export const select = async (id: string, value: string) => {
  const element = document.getElementById(id) as HTMLSelectElement
  await act(() => {
    element.value = value
    element.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
export const put = (): Extract<Command, { type: 'put-rule' }>['draft'] | undefined =>
  sent.flatMap(command => (command.type === 'put-rule' ? [command.draft] : [])).at(-1)
export const errors = () => [...document.querySelectorAll('.pb-errors li')].map(line => line.textContent)
