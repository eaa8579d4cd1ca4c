import './Input.css'
import './Field.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'

interface FieldProps {
  readonly label: string
  /** The heading above says it already; the label is then only read out. */
  readonly hideLabel?: boolean | undefined
  /** What to put in, or what happens to it; stands under the field. */
  readonly hint?: ComponentChildren
  /** What is wrong and how to mend it; replaces the hint. Text with an octagon, not colour alone. */
  readonly error?: string | undefined
  /** Stands at the right end of the field ("Replace"). */
  readonly action?: ComponentChildren
}

/** Label, line, hint and error around a control of its own kind. */
export function Field(
  props: FieldProps & {
    readonly id: string
    readonly children: (state: {
      'aria-describedby': string | undefined
      'aria-invalid': boolean | undefined
    }) => JSX.Element
  },
): JSX.Element {
  const { id, label, hideLabel, hint, error, action, children } = props
  const described = error ? `${id}e` : hint ? `${id}h` : undefined
  return (
    <div class={error ? 'pb-field pb-field-wrong' : 'pb-field'}>
      <label for={id} class={hideLabel ? 'pb-hidden' : 'pb-field-label'}>
        {label}
      </label>
      <div class="pb-field-line">
        {children({ 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
        {action}
      </div>
      {error ? (
        <p id={`${id}e`} class="pb-field-error">
          <Icon name="error" size={14} />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={`${id}h`} class="pb-field-hint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  /** For links from an error list and tests; made up when left out. */
  readonly id?: string | undefined
  readonly type?: 'text' | 'password' | 'email' | 'url' | 'date' | 'time' | 'datetime-local' | undefined
  readonly placeholder?: string | undefined
  /** Keys and scopes. */
  readonly mono?: boolean | undefined
  /** More than one line: a text area of so many. */
  readonly rows?: number | undefined
  readonly required?: boolean | undefined
  readonly autoComplete?: string | undefined
  readonly readOnly?: boolean | undefined
  /** Id of a `datalist` with what to pick from. */
  readonly list?: string | undefined
  readonly onPaste?: ((event: ClipboardEvent) => void) | undefined
  readonly inputRef?: ((element: HTMLInputElement | HTMLTextAreaElement | null) => void) | undefined
}

/** A line or an area of text with its label, hint and error. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { value, onInput, onBlur, type = 'text', placeholder, mono, rows, required, autoComplete, readOnly } = props
  const made = useId()
  const id = props.id ?? made
  // Preact's types tell inputs apart by `type`; all that is passed here is common to ours, hence the one cast below.
  const common = {
    id,
    class: mono ? 'pb-input pb-mono' : 'pb-input',
    value,
    placeholder,
    readOnly,
    autoComplete: autoComplete ?? 'off',
    spellcheck: !mono,
    'aria-required': required || undefined,
    onBlur,
    onPaste: props.onPaste,
    ref: props.inputRef ?? null,
  }
  return (
    <Field {...props} id={id}>
      {state =>
        rows ? (
          <textarea {...common} {...state} rows={rows} onInput={event => onInput(event.currentTarget.value)} />
        ) : (
          <input
            {...common}
            {...state}
            type={type as 'text'}
            list={props.list}
            onInput={event => onInput(event.currentTarget.value)}
          />
        )
      }
    </Field>
  )
}

export type SelectFieldProps<Value extends string> = FieldProps & {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly id?: string | undefined
  readonly small?: boolean | undefined
}

/** One of a list, by the browser's own select. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): JSX.Element {
  const { value, onChange, options, small } = props
  const made = useId()
  const id = props.id ?? made
  return (
    <Field {...props} id={id}>
      {state => (
        <span class={small ? 'pb-select pb-select-small' : 'pb-select'}>
          <select
            {...state}
            id={id}
            class="pb-input"
            value={value}
            onChange={event => onChange(event.currentTarget.value as Value)}
          >
            {options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </span>
      )}
    </Field>
  )
}

/** A tick with its words and what it does. */
export function CheckboxField(props: {
  readonly label: ComponentChildren
  readonly text?: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabledReason?: string | undefined
  readonly id?: string | undefined
}): JSX.Element {
  const { label, text, checked, onChange, disabledReason } = props
  const made = useId()
  const id = props.id ?? made
  const words = disabledReason ?? text
  return (
    <div class="pb-check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={words ? `${id}d` : undefined}
        onClick={event => disabledReason && event.preventDefault()}
        onChange={event => !disabledReason && onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {words && (
          <div id={`${id}d`} class="pb-field-hint">
            {words}
          </div>
        )}
      </div>
    </div>
  )
}

/** Ticks that belong together, with what is wrong with them. */
export function CheckboxGroup(props: {
  readonly legend: string
  readonly error?: string | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  const { legend, error, children } = props
  const id = useId()
  return (
    <fieldset class="pb-checks" aria-describedby={error ? `${id}e` : undefined}>
      <legend class="pb-field-label">{legend}</legend>
      {children}
      {error && (
        <p id={`${id}e`} class="pb-field-error">
          <Icon name="error" size={14} />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}

/** The errors of a form as a list on top, each a link to its field. Empty: nothing. */
export function ErrorList(props: {
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
}): JSX.Element | null {
  const { errors } = props
  const t = useT()
  if (errors.length === 0) return null
  const goTo = (fieldId: string) => (event: Event) => {
    event.preventDefault()
    document.getElementById(fieldId)?.focus()
  }
  return (
    <div role="alert" class="pb-errors">
      <p>
        <Icon name="error" size={14} /> {t('ui_errors_heading', { count: errors.length })}
      </p>
      <ul>
        {errors.map(error => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`} onClick={goTo(error.fieldId)}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
