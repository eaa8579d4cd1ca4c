import type { ComponentChildren, HTMLAttributes, JSX } from 'preact'
import { type ButtonKind, buttonClass } from './Button.tsx'
import { useT } from './I18n.tsx'
import { Icon, type IconName } from './Icon.tsx'

type Plain = Omit<HTMLAttributes<HTMLAnchorElement>, 'class' | 'className' | 'ref' | 'role' | 'children'> & {
  readonly href: string
  readonly children: ComponentChildren
}

const LEAVING = { target: '_blank', rel: 'noopener noreferrer' } as const

/** A link out of Patchbay: the arrow for the eye, "opens in a new tab" for the ear. */
export function ExternalLink(props: Plain): JSX.Element {
  const { children, ...attributes } = props
  return (
    <a {...attributes} {...LEAVING} class="pb-external">
      {children} <OutwardArrow size={14} />
    </a>
  )
}

/**
 * A link that looks like a button, for what is a place and not a deed.
 * @param external leaves Patchbay: opens a new tab and says so
 */
export function LinkButton(
  props: Plain & {
    readonly kind?: ButtonKind | undefined
    readonly small?: boolean | undefined
    readonly icon?: IconName | undefined
    readonly external?: boolean | undefined
  },
): JSX.Element {
  const { kind, small, icon, external, children, ...attributes } = props
  const size = small ? 14 : 16
  return (
    <a {...attributes} {...(external ? LEAVING : {})} class={buttonClass(kind, small)}>
      {icon && <Icon name={icon} size={size} />}
      <span class="pb-button-words">{children}</span>
      {external && <OutwardArrow size={size} />}
    </a>
  )
}

/** A link that is only a drawing; its label is its name and its tooltip. */
export function IconLink(
  props: Omit<Plain, 'children'> & {
    readonly icon: IconName
    readonly label: string
    readonly small?: boolean | undefined
    readonly external?: boolean | undefined
  },
): JSX.Element {
  const { icon, label, small, external, ...attributes } = props
  const t = useT()
  const name = external ? `${label} (${t('ui_opens_in_new_tab')})` : label
  return (
    <a
      title={name}
      {...attributes}
      {...(external ? LEAVING : {})}
      class={`${buttonClass('quiet', small)} pb-button-icon`}
    >
      <Icon name={icon} size={small ? 16 : 18} />
      <span class="pb-hidden">{name}</span>
    </a>
  )
}

function OutwardArrow(props: { readonly size: number }): JSX.Element {
  const t = useT()
  return (
    <>
      <Icon name="external" size={props.size} />
      <span class="pb-hidden"> ({t('ui_opens_in_new_tab')})</span>
    </>
  )
}
