import './RadioCards.css'
import { type ComponentChildren, Fragment, type JSX } from 'preact'
import { useId } from 'preact/hooks'
import { Tag } from './Tag.tsx'

/** One choice of a set, with what it means. */
export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly text?: ComponentChildren
  /** A quiet remark after the label ("experimental"). */
  readonly tag?: string | undefined
  /** What belongs to the choice and can be pressed ("Take back"); outside of the label, so it does not choose. */
  readonly action?: ComponentChildren
  /** Why it cannot be chosen now. */
  readonly disabledReason?: string | undefined
  /** Words above this card and those after it, where a set has parts ("As in HubSpot"). */
  readonly part?: string | undefined
}

/** A set of choices as cards, each saying what it takes ("How the page is read", notification types). Native radios. */
export function RadioCards<Value extends string>(props: {
  readonly legend: string
  /** The heading above says it already. */
  readonly hideLegend?: boolean | undefined
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly cards: readonly RadioCard<Value>[]
  /** Side by side where there is room, for short choices. */
  readonly columns?: boolean | undefined
}): JSX.Element {
  const { legend, hideLegend, value, onChange, cards, columns } = props
  const name = useId()
  return (
    <fieldset class={columns ? 'pb-radios pb-radios-columns' : 'pb-radios'}>
      <legend class={hideLegend ? 'pb-hidden' : 'pb-field-label'}>{legend}</legend>
      {cards.map(card => (
        <Fragment key={card.value}>
          {card.part && <p class="pb-radios-part">{card.part}</p>}
          <RadioCardBox card={card} name={name} checked={card.value === value} onChoose={() => onChange(card.value)} />
        </Fragment>
      ))}
    </fieldset>
  )
}

function RadioCardBox<Value extends string>(props: {
  readonly card: RadioCard<Value>
  readonly name: string
  readonly checked: boolean
  readonly onChoose: () => void
}): JSX.Element {
  const { card, name, checked, onChoose } = props
  const { disabledReason } = card
  const id = useId()
  const choose = (event: Event) => {
    // Stays focusable and says why; the choice does not move.
    if (disabledReason) event.preventDefault()
    else onChoose()
  }
  return (
    <div class={checked ? 'pb-radio pb-radio-chosen' : 'pb-radio'}>
      <input
        type="radio"
        id={id}
        name={name}
        value={card.value}
        checked={checked}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={`${id}d`}
        onClick={disabledReason ? choose : undefined}
        onChange={choose}
      />
      <div class="pb-radio-words">
        <label for={id}>{card.label}</label> {card.tag && <Tag>{card.tag}</Tag>}
        <div id={`${id}d`} class="pb-radio-text">
          {card.text} {disabledReason} {card.action && <span class="pb-radio-action">{card.action}</span>}
        </div>
      </div>
    </div>
  )
}
