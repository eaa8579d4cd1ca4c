import './Input.css'
import './Picker.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'
import { matchesText } from './matchText.ts'
import { type OptionListHandle, PickerList, type PickerOption } from './PickerList.tsx'

export interface PickerProps {
  readonly legend: string
  /** The choice above says it already. */
  readonly hideLegend?: boolean | undefined
  /** "Search apps": name of the search field and the words in it while it is empty. */
  readonly searchLabel: string
  readonly options: readonly PickerOption[]
  readonly chosen: readonly string[]
  /** The chosen values, in the order of the options. */
  readonly onChange: (chosen: string[]) => void
  /** Id of the search field, for links from an error list. */
  readonly id?: string | undefined
  readonly error?: string | undefined
  /** Where there is nothing to pick. */
  readonly empty: ComponentChildren
}

/**
 * Several of many, with a search: a group of checkboxes with one tab stop; ↑ ↓ Home End move, Space picks. ↓ and Enter in
 * the search field go to the first match.
 */
export function Picker(props: PickerProps): JSX.Element {
  const { legend, hideLegend, searchLabel, options, chosen, onChange, error, empty } = props
  const t = useT()
  const made = useId()
  const id = props.id ?? made
  const [search, setSearch] = useState('')
  const [onlyChosen, setOnlyChosen] = useState(false)
  const picked = useMemo(() => new Set(chosen), [chosen])
  // Taken away while only the chosen ones are shown, a row stays until the next look: nothing moves under the pointer.
  const keep = useRef<ReadonlySet<string>>(picked)
  const shown = useMemo(
    () =>
      options.filter(
        ({ value, label, note }) =>
          (!onlyChosen || keep.current.has(value) || picked.has(value)) &&
          matchesText(`${label} ${note ?? ''}`, search),
      ),
    [options, search, onlyChosen, picked],
  )
  const list = useRef<OptionListHandle>({ focusFirst: () => undefined })

  const toggle = (value: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(value)
    else next.delete(value)
    onChange(options.map(option => option.value).filter(known => next.has(known)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault() // Enter here searches; it does not send the form
    list.current.focusFirst()
  }
  return (
    <fieldset class={error ? 'pb-picker pb-field-wrong' : 'pb-picker'} aria-describedby={error ? `${id}e` : undefined}>
      <legend class={hideLegend ? 'pb-hidden' : 'pb-field-label'}>{legend}</legend>
      {options.length === 0 ? (
        <p class="pb-field-hint">{empty}</p>
      ) : (
        <div class="pb-picker-frame">
          <div class="pb-picker-head">
            <span class="pb-picker-search">
              <Icon name="search" />
              <input
                id={id}
                type="search"
                class="pb-input"
                aria-label={searchLabel}
                placeholder={searchLabel}
                aria-describedby={error ? `${id}e` : undefined}
                autocomplete="off"
                spellcheck={false}
                value={search}
                onInput={event => setSearch(event.currentTarget.value)}
                onKeyDown={onKeyDown}
              />
            </span>
            <button
              type="button"
              class="pb-picker-chosen"
              aria-pressed={onlyChosen}
              onClick={() => {
                keep.current = picked
                setOnlyChosen(!onlyChosen)
              }}
            >
              {t('ui_picker_chosen', { count: chosen.length })}
            </button>
          </div>
          <span role="status" class="pb-hidden">
            {search && t('ui_result_count', { count: shown.length, total: options.length })}
          </span>
          {shown.length === 0 ? (
            <p class="pb-picker-none">{t('ui_picker_none')}</p>
          ) : (
            <PickerList options={shown} picked={picked} onToggle={toggle} handle={list} label={legend} />
          )}
        </div>
      )}
      {error && (
        <p id={`${id}e`} class="pb-field-error">
          <Icon name="error" size={14} />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
