import './StepForm.css'
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from './Button.tsx'
import { ErrorList } from './Field.tsx'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'
import { LinkButton } from './Link.tsx'

/** One step of a form. */
export interface FormStep {
  readonly id: string
  /** Also the heading of the step. */
  readonly name: string
  /** Where it is; a done step is a link there. */
  readonly href: string
}

export interface StepFormProps {
  /** Name of the list of steps. */
  readonly label: string
  readonly steps: readonly FormStep[]
  /** Index of the step that is shown. */
  readonly current: number
  /** Index of the first step that was not done yet; all before it carry a tick. */
  readonly reached: number
  /** What has to be changed in this step. */
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
  /** Grows with each refused attempt: the focus then goes to the first error. */
  readonly refused: number
  /** Enter or the button. */
  readonly onSubmit: () => void
  /** The verb on the button: "Next", at the last step "Apply". */
  readonly submit: string
  readonly busy?: boolean | undefined
  /** Leaves the form; what was put in is the caller's to keep. */
  readonly cancelHref: string
  /** Stands above the buttons: why it could not be saved. */
  readonly problem?: ComponentChildren
  /** Right of the form, below it where there is no room. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/**
 * A form in numbered steps on one page. Going to another step moves the focus to its heading; a refused step moves it to
 * the first error. Escape does nothing, so that no work is lost by it.
 */
export function StepForm(props: StepFormProps): JSX.Element {
  const { label, steps, current, reached, errors, refused, onSubmit, submit, busy, cancelHref, problem, aside } = props
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const before = useRef(current)
  const step = steps[current]
  const back = steps[current - 1]

  useLayoutEffect(() => {
    if (before.current === current) return
    before.current = current
    heading.current?.focus()
    heading.current?.scrollIntoView?.({ block: 'nearest' })
  }, [current])
  useLayoutEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('.pb-errors a')?.focus()
  }, [refused])

  return (
    <>
      <nav aria-label={label}>
        <ol class="pb-steps">
          {steps.map((each, index) => (
            <StepMark key={each.id} step={each} number={index + 1} at={stateOf(index, current, reached)} />
          ))}
        </ol>
      </nav>
      <div class="pb-stepform">
        <form
          class="pb-card pb-step"
          ref={form}
          noValidate
          aria-labelledby="step-heading"
          onSubmit={event => {
            event.preventDefault()
            if (!busy) onSubmit()
          }}
        >
          <div class="pb-step-body">
            <h2 id="step-heading" class="pb-step-heading" ref={heading} tabIndex={-1}>
              {step?.name}
            </h2>
            <ErrorList errors={errors} />
            {props.children}
          </div>
          {problem}
          <div class="pb-step-actions">
            {back && <LinkButton href={back.href}>{t('ui_back')}</LinkButton>}
            <span class="pb-step-end">
              <LinkButton kind="quiet" href={cancelHref}>
                {t('ui_cancel')}
              </LinkButton>
              <Button type="submit" kind="primary" busy={busy}>
                {submit}
              </Button>
            </span>
          </div>
        </form>
        {aside}
      </div>
    </>
  )
}

type StepState = 'current' | 'done' | 'ahead'

const stateOf = (index: number, current: number, reached: number): StepState =>
  index === current ? 'current' : index < reached ? 'done' : 'ahead'

function StepMark(props: { readonly step: FormStep; readonly number: number; readonly at: StepState }): JSX.Element {
  const { step, number, at } = props
  const t = useT()
  const inside = (
    <>
      <span class="pb-step-number" aria-hidden="true">
        {at === 'done' ? <Icon name="tick" size={14} /> : number}
      </span>
      <span>{step.name}</span>
      {at === 'done' && <span class="pb-hidden"> ({t('ui_step_done')})</span>}
    </>
  )
  return (
    <li class={`pb-steps-${at}`} aria-current={at === 'current' ? 'step' : undefined}>
      {at === 'done' ? <a href={step.href}>{inside}</a> : <span>{inside}</span>}
    </li>
  )
}
