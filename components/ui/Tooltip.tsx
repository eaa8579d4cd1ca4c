import './anchored.css'
import './Tooltip.css'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { useAnchored } from './anchored.ts'

/**
 * A sentence that appears while its child is hovered or has the focus; Escape hides it, and it can be hovered itself
 * (WCAG 1.4.13). The child must be focusable and point at it: `children` gets the id for its `aria-describedby`.
 */
export function Tooltip(props: {
  readonly text: string
  readonly children: (descriptionId: string) => ComponentChildren
}): JSX.Element {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { anchor, box } = useAnchored<HTMLSpanElement, HTMLSpanElement>(open, 'above')

  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; the child is what is operated
    <span
      class="pb-tip-anchor"
      ref={anchor}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocusIn={() => setOpen(true)}
      onFocusOut={() => setOpen(false)}
    >
      {props.children(id)}
      {/* Always in the document, so that the description is read also before it is seen. */}
      <span
        id={id}
        role="tooltip"
        class={open ? 'pb-anchored pb-tip' : 'pb-hidden'}
        popover={open ? 'manual' : undefined}
        ref={box}
      >
        {props.text}
      </span>
    </span>
  )
}
