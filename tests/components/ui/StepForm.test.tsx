// @vitest-environment happy-dom

import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextField } from '../../../components/ui/Field.tsx'
import { StepForm, type StepFormProps } from '../../../components/ui/StepForm.tsx'
import { Switch } from '../../../components/ui/Switch.tsx'
import { clear, click, descriptionOf, find, findAll, focus, press, show } from './screen.tsx'

afterEach(clear)

const STEPS = [
  { id: 'what', name: 'What', href: '#what' },
  { id: 'apps', name: 'Which apps', href: '#apps' },
  { id: 'who', name: 'Who', href: '#who' },
]

const step = (more: Partial<StepFormProps> = {}) => (
  <StepForm
    label="Steps"
    steps={STEPS}
    current={0}
    reached={0}
    errors={[]}
    refused={0}
    onSubmit={() => {}}
    submit="Next"
    cancelHref="#list"
    {...more}
  >
    <TextField id="name" label="Name" value="" onInput={() => {}} />
  </StepForm>
)
const marks = () => [...document.querySelectorAll('ol > li')]

describe('a form in steps', () => {
  it('shows which step it is; those that are done carry a tick and lead back', async () => {
    await show(step({ current: 2, reached: 2 }))
    expect(marks().map(mark => mark.getAttribute('aria-current'))).toEqual([null, null, 'step'])
    expect(findAll('link', 'What (done)').map(link => link.getAttribute('href'))).toEqual(['#what'])
    expect(findAll('link', 'Who')).toEqual([])
    expect(find('link', 'Back').getAttribute('href')).toBe('#apps')
    await show(step({ current: 0, reached: 0 }))
    expect(marks().map(mark => mark.querySelector('a'))).toEqual([null, null, null])
    expect(findAll('link', 'Back')).toEqual([])
  })

  it('goes to the heading of the next step, so that reading starts there', async () => {
    await show(step())
    expect(document.activeElement).toBe(document.body) // not when the form is first shown
    await show(step({ current: 1, reached: 1 }))
    expect(document.activeElement).toBe(find('heading', 'Which apps'))
    expect(document.querySelector('form')?.getAttribute('aria-labelledby')).toBe(document.activeElement?.id)
  })

  it('goes to the first error of a step that was refused, each time', async () => {
    const errors = [{ fieldId: 'name', text: 'Give it a name.' }]
    await show(step({ errors, refused: 1 }))
    expect(find('alert').textContent).toContain('Give it a name.')
    expect(document.activeElement).toBe(find('link', 'Give it a name.'))
    await click(find('link', 'Give it a name.'))
    expect(document.activeElement).toBe(find('textbox', 'Name'))
    await show(step({ errors, refused: 2 }))
    expect(document.activeElement).toBe(find('link', 'Give it a name.'))
  })

  it('is sent by its button and by Enter, which the browser makes the same; not while it is being sent', async () => {
    const onSubmit = vi.fn()
    await show(step({ onSubmit }))
    expect(find('button', 'Next').getAttribute('type')).toBe('submit')
    await click(find('button', 'Next'))
    expect(onSubmit).toHaveBeenCalledTimes(1)
    await act(() => document.querySelector('form')?.requestSubmit())
    expect(onSubmit).toHaveBeenCalledTimes(2)
    await show(step({ onSubmit, busy: true }))
    await click(find('button', 'Next'))
    expect(onSubmit).toHaveBeenCalledTimes(2)
  })

  it('takes no notice of Escape', async () => {
    await show(step())
    await focus(find('textbox', 'Name'))
    expect(await press('Escape')).toBe(false)
    expect(find('textbox', 'Name')).toBeTruthy()
  })
})

describe('a switch', () => {
  it('says what it stands on, and asks for the other', async () => {
    const onChange = vi.fn()
    await show(<Switch label="Connection broken" on={true} onChange={onChange} />)
    const control = find('switch', 'Connection broken')
    expect(control.getAttribute('aria-checked')).toBe('true')
    await click(control)
    expect(onChange).toHaveBeenCalledExactlyOnceWith(false)
  })

  it('that cannot be moved stays where the focus can reach it, and says why', async () => {
    const onChange = vi.fn()
    await show(<Switch label="Connection broken" on={false} onChange={onChange} disabledReason="Only super admins." />)
    const control = find('switch', 'Connection broken')
    await focus(control)
    expect(document.activeElement).toBe(control)
    expect(control.getAttribute('aria-disabled')).toBe('true')
    expect(descriptionOf(control)).toBe('Only super admins.')
    await click(control)
    expect(onChange).not.toHaveBeenCalled()
  })
})
