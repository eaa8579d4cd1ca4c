import './Input.css'
import './Picker.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useT } from './I18n.tsx'
import { Icon } from './Icon.tsx'
import { matchesText } from './matchText.ts'
import { Tag } from './Tag.tsx'

/** One thing that can be picked. */
export interface PickerOption {
  readonly value: string
  readonly label: string
  /** A second line: what tells it apart, where it belongs. Searched too. */
  readonly note?: string | undefined
  /** A quiet remark after the label ("team", "not there any more"). */
  readonly tag?: string | undefined
}

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

/** Height of a row in px, as Picker.css draws it; what is not in sight is not in the document. */
const ROW = 34
const ROW_WITH_NOTE = 48
/** Px above and below what is in sight that are in the document too, and how many rows are all there without a window. */
const AROUND = 300
const ALL_UP_TO = 40
/** Height of the box in px, as Picker.css draws it, before it is measured. */
const FIRST_SIGHT = 288

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
            <OptionList options={shown} picked={picked} onToggle={toggle} handle={list} label={legend} />
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

interface OptionListHandle {
  focusFirst: () => void
}

function OptionList(props: {
  readonly options: readonly PickerOption[]
  readonly picked: ReadonlySet<string>
  readonly onToggle: (value: string, on: boolean) => void
  readonly handle: { current: OptionListHandle }
  readonly label: string
}): JSX.Element {
  const { options, picked, onToggle, handle, label } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  /** The row with the tab stop; it stays in the document wherever the window is. */
  const [active, setActive] = useState(0)
  const [wanted, setWanted] = useState(false)
  const stop = Math.min(active, options.length - 1)
  const { starts, total } = useMemo(() => placesOf(options), [options])

  useLayoutEffect(() => {
    const list = box.current
    if (!wanted || !list) return
    setWanted(false)
    // The row may have come into the document with this very drawing.
    list.querySelector<HTMLElement>('input[tabindex="0"]')?.focus({ preventScroll: true })
    const [start = 0, end = total] = [starts[stop], starts[stop + 1]]
    if (start < list.scrollTop) list.scrollTop = start
    else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight
  }, [wanted, stop, starts, total])

  const goTo = (index: number) => {
    setActive(Math.max(0, Math.min(options.length - 1, index)))
    setWanted(true)
  }
  handle.current = { focusFirst: () => goTo(0) }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: options.length - 1 }[event.key]
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    goTo(target)
  }

  const bottom = top + (box.current?.clientHeight || FIRST_SIGHT)
  const isNear = (index: number) => {
    const start = starts[index] ?? 0
    return options.length <= ALL_UP_TO || index === stop || (start > top - AROUND && start < bottom + AROUND)
  }
  return (
    <div class="pb-picker-list" ref={box} onScroll={event => setTop(event.currentTarget.scrollTop)}>
      <ul aria-label={label} style={{ height: `${total}px` }} onKeyDown={onKeyDown}>
        {options.map((option, index) =>
          isNear(index) ? (
            <Row
              key={option.value}
              option={option}
              id={`${id}${option.value}`}
              start={starts[index] ?? 0}
              place={{ 'aria-setsize': options.length, 'aria-posinset': index + 1 }}
              checked={picked.has(option.value)}
              isStop={index === stop}
              onFocus={() => setActive(index)}
              onToggle={on => onToggle(option.value, on)}
            />
          ) : null,
        )}
      </ul>
    </div>
  )
}

/** Where each row starts, in px from the first, and where the last ends. */
const placesOf = (options: readonly PickerOption[]): { starts: number[]; total: number } => {
  let total = 0
  const starts = options.map(option => {
    const start = total
    total += hasSecondLine(option) ? ROW_WITH_NOTE : ROW
    return start
  })
  return { starts, total }
}

const hasSecondLine = ({ note, tag }: PickerOption): boolean => Boolean(note || tag)

function Row(props: {
  readonly option: PickerOption
  readonly id: string
  readonly start: number
  readonly place: { readonly 'aria-setsize': number; readonly 'aria-posinset': number }
  readonly checked: boolean
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onToggle: (on: boolean) => void
}): JSX.Element {
  const { option, id, start, place, checked, isStop, onFocus, onToggle } = props
  const { label, note, tag } = option
  const second = hasSecondLine(option)
  return (
    <li {...place} class={second ? 'pb-picker-row pb-picker-noted' : 'pb-picker-row'} style={{ top: `${start}px` }}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        tabIndex={isStop ? 0 : -1}
        aria-describedby={second ? `${id}n` : undefined}
        onFocus={onFocus}
        onChange={event => onToggle(event.currentTarget.checked)}
      />
      <span class="pb-picker-words">
        <label for={id} title={label}>
          <bdi>{label}</bdi>
        </label>
        {second && (
          <span id={`${id}n`} class="pb-picker-note" title={note}>
            {tag && <Tag>{tag}</Tag>} {note}
          </span>
        )}
      </span>
    </li>
  )
}
