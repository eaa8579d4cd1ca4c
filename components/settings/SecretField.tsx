import type { ComponentChildren, JSX, RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { Field } from '../ui/Field.tsx'

/**
 * A line for a key or a passphrase. What is typed stays in the field alone: it goes into no state and no property of a
 * component, and whoever reads it empties the field.
 */
export function SecretField(props: {
  readonly label: string
  readonly fieldRef: RefObject<HTMLInputElement | null>
  /** Told whether anything stands in the field, never what. */
  readonly onFilled?: ((filled: boolean) => void) | undefined
  readonly id?: string | undefined
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly action?: ComponentChildren
}): JSX.Element {
  const made = useId()
  const id = props.id ?? made
  return (
    <Field {...props} id={id}>
      {state => (
        <input
          {...state}
          id={id}
          ref={props.fieldRef}
          type="password"
          class="pb-input pb-mono"
          autocomplete="off"
          spellcheck={false}
          onInput={event => props.onFilled?.(event.currentTarget.value !== '')}
        />
      )}
    </Field>
  )
}

/** What stands in the field, taken out of it. */
export const takeSecret = (field: RefObject<HTMLInputElement | null>): string => {
  const text = field.current?.value ?? ''
  if (field.current) field.current.value = ''
  return text
}
