import './Disclosure.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'

/** A button that opens what is below it (WAI-ARIA Disclosure). Starts closed unless told; the state is its own. */
export function Disclosure(props: {
  readonly summary: ComponentChildren
  readonly startOpen?: boolean | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  const id = useId()
  const [open, setOpen] = useState(props.startOpen ?? false)
  return (
    <div class="pb-disclosure">
      <button
        type="button"
        class="pb-disclosure-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'chevronDown' : 'chevronRight'} />
        {props.summary}
      </button>
      {open && (
        <div id={id} class="pb-disclosure-body">
          {props.children}
        </div>
      )}
    </div>
  )
}
