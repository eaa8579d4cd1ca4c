import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { TextField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { allZones, isZone } from './zones.ts'

/**
 * One of the IANA zones, found by typing any part of its name. What is typed counts as soon as it is the name of a zone;
 * what is none is named when the field is left, and the zone stays as it was.
 */
export function ZoneField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly hint?: ComponentChildren
  readonly action?: ComponentChildren
}): JSX.Element {
  const { label, value, onChange, hint, action } = props
  const t = useT()
  const listId = useId()
  const [text, setText] = useState(value)
  const [left, setLeft] = useState(false)
  const zones = useMemo(allZones, [])
  useEffect(() => setText(value), [value])
  const isWrong = left && !isZone(text.trim())
  const type = (next: string) => {
    setText(next)
    setLeft(false)
    const zone = next.trim()
    if (zone !== value && isZone(zone) && zones.includes(zone)) onChange(zone)
  }
  const leave = () => {
    setLeft(true)
    const zone = text.trim()
    if (zone !== value && isZone(zone)) onChange(zone) // an older name, which typing passes by on its way to another
  }
  return (
    <>
      <TextField
        label={label}
        value={text}
        onInput={type}
        onBlur={leave}
        list={listId}
        hint={hint}
        action={action}
        error={isWrong ? t('settings_zone_unknown', { zone: value }) : undefined}
      />
      <datalist id={listId}>
        {zones.map(zone => (
          <option key={zone} value={zone}>
            {zone.includes('_') ? zone.replaceAll('_', ' ') : undefined}
          </option>
        ))}
      </datalist>
    </>
  )
}
