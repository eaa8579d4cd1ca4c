// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AlertDialog } from '../../../components/ui/AlertDialog.tsx'
import { Disclosure } from '../../../components/ui/Disclosure.tsx'
import { CheckboxField, ErrorList, SelectField, TextField } from '../../../components/ui/Field.tsx'
import { KeyboardHelp } from '../../../components/ui/KeyboardHelp.tsx'
import { RadioCards } from '../../../components/ui/RadioCards.tsx'
import { SkipLink } from '../../../components/ui/SkipLink.tsx'
import { clear, click, descriptionOf, find, findAll, focus, happen, press, show, type } from './screen.tsx'

afterEach(clear)

describe('a field', () => {
  it('has its label and its hint, and tells what is typed', async () => {
    const onInput = vi.fn()
    await show(<TextField label="Service key" hint="Kept in this browser." value="" onInput={onInput} />)
    const input = find('textbox', 'Service key') as HTMLInputElement
    expect(descriptionOf(input)).toBe('Kept in this browser.')
    expect(input.getAttribute('aria-invalid')).toBeNull()
    await type(input, 'pat-eu1')
    expect(onInput).toHaveBeenCalledExactlyOnceWith('pat-eu1')
  })

  it('that is wrong says so in words', async () => {
    await show(<TextField label="Service key" hint="Kept." error="Key is too short" value="pat" onInput={() => {}} />)
    const input = find('textbox', 'Service key')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(input)).toBe('Key is too short')
  })

  it('of one choice tells the choice', async () => {
    const onChange = vi.fn()
    const options = [
      { value: 'daily', label: 'Daily' },
      { value: 'weekly', label: 'Weekly' },
    ]
    await show(<SelectField label="Reminder" value="daily" onChange={onChange} options={options} />)
    const select = document.querySelector('select') as HTMLSelectElement
    await act(() => {
      select.value = 'weekly'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(onChange).toHaveBeenCalledExactlyOnceWith('weekly')
  })

  it('that is a tick can be disabled with a reason, and then does not change', async () => {
    const onChange = vi.fn()
    await show(<CheckboxField label="Slack" checked={false} onChange={onChange} disabledReason="Not set up." />)
    const box = find('checkbox', 'Slack')
    expect(descriptionOf(box)).toBe('Not set up.')
    await click(box)
    expect(onChange).not.toHaveBeenCalled()
    await show(<CheckboxField label="Slack" checked={false} onChange={onChange} />)
    await click(find('checkbox', 'Slack'))
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('is reached from the list of errors', async () => {
    await show(
      <>
        <ErrorList errors={[{ fieldId: 'key', text: 'Key is too short' }]} />
        <TextField id="key" label="Service key" value="" onInput={() => {}} />
      </>,
    )
    expect(find('alert').textContent).toContain('1 field needs a change')
    await click(find('link', 'Key is too short'))
    expect(document.activeElement).toBe(find('textbox', 'Service key'))
  })
})

describe('radio cards', () => {
  const CARDS = [
    { value: 'paste', label: 'Paste', text: 'Level 0. No permission.' },
    { value: 'auto', label: 'Automatic', action: <button type="button">Take back</button> },
    { value: 'watch', label: 'Watch visits', disabledReason: 'Not in this version.' },
  ] as const

  it('are radios of one group, each described', async () => {
    const onChange = vi.fn()
    await show(<RadioCards legend="How the page is read" value="paste" onChange={onChange} cards={CARDS} />)
    expect(document.querySelector('fieldset > legend')?.textContent).toBe('How the page is read')
    const radios = findAll('radio') as HTMLInputElement[]
    expect(new Set(radios.map(radio => radio.name)).size).toBe(1)
    expect(radios.map(radio => radio.checked)).toEqual([true, false, false])
    expect(descriptionOf(find('radio', 'Paste'))).toContain('No permission.')
    await click(find('radio', 'Automatic'))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('auto')
  })

  it('do not choose by what else can be pressed in them, nor what cannot be chosen', async () => {
    const onChange = vi.fn()
    await show(<RadioCards legend="How the page is read" value="paste" onChange={onChange} cards={CARDS} />)
    await click(find('button', 'Take back'))
    await click(find('radio', 'Watch visits'))
    expect(onChange).not.toHaveBeenCalled()
  })
})

describe('the alert dialog', () => {
  const ask = async () => {
    const onConfirm = vi.fn()
    const onCancel = vi.fn()
    await show(
      <AlertDialog title="Remove Acme Trading?" confirm="Remove account" onConfirm={onConfirm} onCancel={onCancel}>
        Its 36 apps are deleted from this browser.
      </AlertDialog>,
    )
    return { onConfirm, onCancel }
  }

  it('names the thing, says what goes, and is open', async () => {
    await ask()
    const dialog = find('alertdialog', 'Remove Acme Trading?') as HTMLDialogElement
    expect(descriptionOf(dialog)).toBe('Its 36 apps are deleted from this browser.')
    expect(dialog.open).toBe(true)
  })

  it('confirms by its verb, and cancels by its button and by Escape', async () => {
    const { onConfirm, onCancel } = await ask()
    await click(find('button', 'Remove account'))
    expect(onConfirm).toHaveBeenCalledOnce()
    await click(find('button', 'Cancel'))
    expect(onCancel).toHaveBeenCalledOnce()
    const byEscape = new Event('cancel', { cancelable: true })
    await happen(find('alertdialog'), byEscape)
    expect(onCancel).toHaveBeenCalledTimes(2)
    // Its owner takes it off the screen; it does not close by itself.
    expect(byEscape.defaultPrevented).toBe(true)
  })
})

describe('the list of shortcuts', () => {
  const groups = [{ title: 'Attention row', shortcuts: [{ keys: ['R'], does: 'Reconnect' }] }]

  it('opens by "?", closes by Escape, and the focus returns', async () => {
    await show(
      <>
        <button type="button">Here</button>
        <input />
        <KeyboardHelp groups={groups} />
      </>,
    )
    await focus(find('button', 'Here'))
    await press('?')
    expect(find('dialog', 'Keyboard shortcuts').textContent).toContain('RReconnect')
    await press('Escape')
    expect(findAll('dialog')).toEqual([])
    expect(document.activeElement).toBe(find('button', 'Here'))
    await focus(document.querySelector('input') as HTMLElement)
    expect(await press('?')).toBe(false)
  })

  it('does not open where single keys are switched off', async () => {
    await show(<KeyboardHelp groups={groups} enabled={false} />)
    await press('?')
    expect(findAll('dialog')).toEqual([])
  })
})

it('a disclosure opens what is below it', async () => {
  await show(<Disclosure summary="Rows skipped">3 rows</Disclosure>)
  const button = find('button', 'Rows skipped')
  expect(document.body.textContent).not.toContain('3 rows')
  await click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent).toBe('3 rows')
})

it('the skip link moves the focus and leaves the address to the router', async () => {
  await show(
    <>
      <SkipLink target="main" />
      <main id="main" tabIndex={-1} />
    </>,
  )
  const before = location.href
  await click(find('link', 'Skip to main content'))
  expect(document.activeElement).toBe(document.querySelector('main'))
  expect(location.href).toBe(before)
})
