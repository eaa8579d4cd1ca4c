import type { JSX } from 'preact'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
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

/** Height of a row in px, as Picker.css draws it; what is not in sight is not in the document. */
const ROW = 34
const ROW_WITH_NOTE = 48
/** Px above and below what is in sight that are in the document too, and how many rows are all there without a window. */
const AROUND = 300
const ALL_UP_TO = 40
/** Height of the box in px, as Picker.css draws it, before it is measured. */
const FIRST_SIGHT = 288

/** What the search field asks of the list below it. */
export interface OptionListHandle {
  focusFirst: () => void
}

/** The rows: one tab stop, of which only those near the sight are in the document. */
export function PickerList(props: {
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
