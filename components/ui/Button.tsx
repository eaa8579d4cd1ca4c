import './Button.css'
import type { ButtonHTMLAttributes, ComponentChildren, JSX, Ref } from 'preact'
import { Icon, type IconName } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'

/** One primary button per view; `quiet` beside a bordered one; `link` in a line of text ("1 snoozed", "Take back"). */
export type ButtonKind = 'primary' | 'default' | 'quiet' | 'danger' | 'link'

interface ButtonState {
  readonly kind?: ButtonKind | undefined
  /** 26 px instead of 32: in the popup and in table rows. */
  readonly small?: boolean | undefined
  /** Work it started is going on: a turning arrow stands before the words, which say what ("Reading 2 of 3"). */
  readonly busy?: boolean | undefined
  /** Why it cannot be pressed now. It stays focusable, says this, and swallows presses. */
  readonly disabledReason?: string | undefined
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined
}

type Plain = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'className' | 'disabled' | 'icon' | 'ref'>

export type ButtonProps = Plain &
  ButtonState & {
    readonly children: ComponentChildren
    readonly icon?: IconName | undefined
    /** Stands after the words: `chevronDown` on what opens a menu, `external` on what leaves. */
    readonly iconAfter?: IconName | undefined
  }

/** The classes of a button, for a link that looks like one. */
export const buttonClass = (kind: ButtonKind = 'default', small = false): string =>
  `pb-button pb-button-${kind}${small ? ' pb-button-small' : ''}`

/** A button with a verb on it. Takes every attribute of a native button. */
export function Button(props: ButtonProps): JSX.Element {
  const { kind, small, busy, disabledReason, buttonRef, children, icon, iconAfter, ...attributes } = props
  const size = small ? 14 : 16
  const leading = busy ? 'refresh' : disabledReason ? 'lock' : icon
  return (
    <Pressable state={props} attributes={attributes} class={buttonClass(kind, small)}>
      {leading && <Icon name={leading} size={size} />}
      <span class="pb-button-words">{children}</span>
      {iconAfter && <Icon name={iconAfter} size={size} />}
    </Pressable>
  )
}

export type IconButtonProps = Omit<Plain, 'children'> &
  ButtonState & {
    readonly icon: IconName
    /** What it does; the name for assistive technology and the tooltip. */
    readonly label: string
    /** A number beside the icon (inbox); its meaning belongs in the label. */
    readonly count?: number | undefined
  }

/** A button that is only a drawing; its label is its name and its tooltip. */
export function IconButton(props: IconButtonProps): JSX.Element {
  const { kind = 'quiet', small, busy, disabledReason, buttonRef, icon, label, count, ...attributes } = props
  return (
    <Pressable
      state={props}
      attributes={{ title: label, ...attributes, 'aria-label': label }}
      class={`${buttonClass(kind, small)} pb-button-icon`}
    >
      <Icon name={busy ? 'refresh' : icon} size={small ? 16 : 18} />
      {count !== undefined && count > 0 && <span>{count}</span>}
    </Pressable>
  )
}

function Pressable(props: {
  readonly state: ButtonState
  readonly attributes: Plain
  readonly class: string
  readonly children: ComponentChildren
}): JSX.Element {
  const { state, attributes, children } = props
  const { busy, disabledReason, buttonRef } = state
  const common = { type: 'button' as const, ...attributes, class: props.class, ref: buttonRef ?? null }
  if (!disabledReason) {
    return (
      <button {...common} aria-busy={busy || undefined}>
        {children}
      </button>
    )
  }
  return (
    <Tooltip text={disabledReason}>
      {id => (
        <button {...common} type="button" onClick={undefined} aria-disabled="true" aria-describedby={id}>
          {children}
        </button>
      )}
    </Tooltip>
  )
}
