import './CapabilityNote.css'
import './anchored.css'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { useAnchored } from './anchored.ts'
import { useT } from './I18n.tsx'
import { StatusGlyph } from './StatusPill.tsx'

export interface CapabilityNoteProps {
  /** What is not reported, a sentence: "Permissions not reported for this app." */
  readonly what: string
  /** Why the source cannot know it. */
  readonly why: string
  /** What would supply it: a link or a button. */
  readonly remedy?: ComponentChildren
}

/** Says what is not known, why, and what would supply it: dashed frame, hatched edge. */
export function CapabilityNote(props: CapabilityNoteProps): JSX.Element {
  return (
    <div role="note" class="pb-note">
      <div class="pb-hatch pb-note-edge" />
      <NoteWords {...props} />
    </div>
  )
}

function NoteWords(props: CapabilityNoteProps): JSX.Element {
  return (
    <p class="pb-note-words">
      <strong>{props.what}</strong> {props.why} {props.remedy}
    </p>
  )
}

/**
 * What stands in a table cell for a value no source reports: hatched square and words, and the note behind them on a
 * press. Never blank, zero or green.
 * @param words when "Not reported" is not exact enough ("List not read yet.")
 */
export function NotReported(props: {
  readonly words?: string | undefined
  readonly note?: CapabilityNoteProps | undefined
}): JSX.Element {
  const { note } = props
  const t = useT()
  const words = props.words ?? t('status_notReported')
  if (note) return <NotReportedButton words={words} note={note} />
  return (
    <span class="pb-unknown">
      <StatusGlyph status="notReported" />
      <span>{words}</span>
    </span>
  )
}

function NotReportedButton(props: { readonly words: string; readonly note: CapabilityNoteProps }): JSX.Element {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { anchor, box } = useAnchored<HTMLButtonElement, HTMLDivElement>(open, 'below-start')

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [open, anchor, box])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    anchor.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works for the button and for the note it opened
    <span onKeyDown={onKeyDown}>
      <button
        type="button"
        class="pb-unknown pb-unknown-button"
        ref={anchor}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <StatusGlyph status="notReported" />
        <span>{props.words}</span>
      </button>
      {open && (
        <div id={id} role="note" class="pb-anchored pb-note-box" popover="manual" ref={box}>
          <NoteWords {...props.note} />
        </div>
      )}
    </span>
  )
}
