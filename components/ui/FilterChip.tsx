import './anchored.css'
import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import type { Translator } from '../../storage/i18n.ts'
import { useAnchored } from './anchored.ts'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'

/** One filter: a set of values of which some are chosen. Nothing chosen means not filtered. */
export interface FilterChip {
  readonly id: string
  /** "Status" */
  readonly name: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    /** How many rows have it. */
    readonly count?: number | undefined
  }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** What a set chip says: "Status: Error", "Activity type: 6 of 11". */
export function chipText(chip: FilterChip, t: Translator): string {
  const { name, options, chosen } = chip
  if (chosen.length === 0) return name
  if (chosen.length === 1) {
    const label = options.find(option => option.value === chosen[0])?.label ?? chosen[0] ?? ''
    return t('ui_filter_value', { name, value: label })
  }
  return t('ui_filter_some', { name, count: chosen.length, total: options.length })
}

/** The chip: a Disclosure button over a group of checkboxes, and, once set, its own button that takes it back. */
export function FilterChipBox(props: { readonly chip: FilterChip }): JSX.Element {
  const { chip } = props
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { anchor, box } = useAnchored<HTMLButtonElement, HTMLFieldSetElement>(open, 'below-start')
  const isSet = chip.chosen.length > 0

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
  const toggle = (value: string, on: boolean) => {
    // In the order of the options, whatever the order of the presses: the address then stays the same.
    const next = new Set(chip.chosen)
    if (on) next.add(value)
    else next.delete(value)
    chip.onChange(chip.options.map(option => option.value).filter(known => next.has(known)))
  }
  const remove = () => {
    chip.onChange([])
    anchor.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works for the chip and for what it opened
    <span class={isSet ? 'pb-chip pb-chip-set' : 'pb-chip'} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="pb-chip-button"
        ref={anchor}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {chipText(chip, t)}
        {!isSet && <Icon name="chevronDown" size={14} />}
      </button>
      {isSet && (
        <button
          type="button"
          class="pb-chip-remove"
          aria-label={t('ui_remove_filter', { name: chip.name })}
          onClick={remove}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {open && (
        <fieldset id={id} class="pb-anchored pb-chip-panel" popover="manual" ref={box}>
          <legend class="pb-hidden">{chip.name}</legend>
          {chip.options.map(option => (
            <label key={option.value} class="pb-chip-option">
              <input
                type="checkbox"
                checked={chip.chosen.includes(option.value)}
                onChange={event => toggle(option.value, event.currentTarget.checked)}
              />
              <span class="pb-chip-label">{option.label}</span>
              {option.count !== undefined && <span class="pb-muted">{t.number(option.count)}</span>}
            </label>
          ))}
        </fieldset>
      )}
    </span>
  )
}
