import './MenuButton.css'
import './anchored.css'
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useAnchored } from './anchored.ts'
import { Button, type ButtonKind, IconButton } from './Button.tsx'
import { useT } from './I18n.tsx'
import { Icon, type IconName } from './Icon.tsx'

/** One line of a menu. Give it `href` when it is a place, `onSelect` when it is a deed. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  /** A second, muted line ("2 accounts · 48 apps"). */
  readonly note?: string | undefined
  readonly onSelect?: (() => void) | undefined
  readonly href?: string | undefined
  /** The place is outside of Patchbay: arrow and new tab. */
  readonly external?: boolean | undefined
  /** Makes it one of a set of choices, the chosen one ticked (account switcher). */
  readonly checked?: boolean | undefined
  /** Red: takes something away. */
  readonly danger?: boolean | undefined
  /** A line above it. */
  readonly separated?: boolean | undefined
  /** Why it cannot be chosen now; it stays in the menu and says so. */
  readonly disabledReason?: string | undefined
}

export interface MenuButtonProps {
  /** The words on the button; with `icon` alone, its name. */
  readonly label: string
  /** A drawing instead of the words (`dots`). */
  readonly icon?: IconName | undefined
  /** Own content on the button, for a switcher with two lines. The label stays its name. */
  readonly children?: ComponentChildren
  readonly kind?: ButtonKind | undefined
  readonly small?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly disabledReason?: string | undefined
  /** Which edge of the button the menu lines up with; `end` near the right edge. */
  readonly align?: 'start' | 'end' | undefined
  readonly items: readonly MenuItem[]
}

/** Inside table rows ↓ moves to the next row, so there it does not open menus. */
export const ArrowsMoveRows = createContext(false)

/**
 * WAI-ARIA Menu Button: Enter, Space, ↓ open on the first item, ↑ on the last; ↑ ↓ Home End and first letters move;
 * Escape and Tab close and return the focus; a press elsewhere closes.
 */
export function MenuButton(props: MenuButtonProps): JSX.Element {
  const { label, icon, children, kind, small, describedBy, disabledReason, align = 'start', items } = props
  const arrowsMoveRows = useContext(ArrowsMoveRows)
  const id = useId()
  const [open, setOpen] = useState<'first' | 'last' | undefined>()
  const { anchor, box } = useAnchored<HTMLButtonElement, HTMLDivElement>(open !== undefined, `below-${align}`)

  useLayoutEffect(() => {
    if (!open) return
    const all = menuItems(box.current)
    all.at(open === 'first' ? 0 : -1)?.focus()
  }, [open, box])

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) setOpen(undefined)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [open, anchor, box])

  const close = () => {
    setOpen(undefined)
    anchor.current?.focus()
  }
  const onButtonKey = (event: KeyboardEvent) => {
    if (arrowsMoveRows || disabledReason) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  const common = {
    id: `${id}b`,
    kind,
    small,
    disabledReason,
    buttonRef: anchor,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open !== undefined,
    'aria-controls': open ? id : undefined,
    // A disabled button describes itself with its reason; nothing may overwrite that.
    ...(describedBy && !disabledReason ? { 'aria-describedby': describedBy } : {}),
    onClick: () => setOpen(open ? undefined : 'first'),
    onKeyDown: onButtonKey,
  }
  return (
    <>
      {icon && !children ? (
        <IconButton {...common} icon={icon} label={label} />
      ) : (
        <Button {...common} iconAfter="chevronDown" {...(children ? { 'aria-label': label } : {})}>
          {children ?? label}
        </Button>
      )}
      {open && <Menu id={id} labelledBy={`${id}b`} items={items} boxRef={box} close={close} />}
    </>
  )
}

const menuItems = (box: HTMLElement | null): HTMLElement[] =>
  box ? Array.from(box.querySelectorAll<HTMLElement>('[role^="menuitem"]')) : []

function Menu(props: {
  readonly id: string
  readonly labelledBy: string
  readonly items: readonly MenuItem[]
  readonly boxRef: { current: HTMLDivElement | null }
  /** Closes and gives the focus back to the button. */
  readonly close: () => void
}): JSX.Element {
  const { id, labelledBy, items, boxRef, close } = props
  const typed = useRef({ text: '', at: 0 })

  const move = (event: KeyboardEvent) => {
    const all = menuItems(boxRef.current)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const target = targetOf(event, all, at, typed.current)
    if (target) target.focus()
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') {
      // The browser moves on from the button, which now has the focus.
      close()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const choose = (item: MenuItem) => (event: Event) => {
    if (item.disabledReason) {
      event.preventDefault()
      return
    }
    close()
    item.onSelect?.()
  }

  return (
    <div
      id={id}
      role="menu"
      aria-labelledby={labelledBy}
      class="pb-anchored pb-menu"
      popover="manual"
      ref={boxRef}
      onKeyDown={move}
    >
      {items.map(item => (
        <MenuLine key={item.id} item={item} onChoose={choose(item)} />
      ))}
    </div>
  )
}

/** Where a key leads in a menu; undefined when it leads nowhere. */
function targetOf(
  event: KeyboardEvent,
  all: readonly HTMLElement[],
  at: number,
  typed: { text: string; at: number },
): HTMLElement | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length]
    case 'ArrowUp':
      return all.at(at <= 0 ? -1 : at - 1)
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
  }
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined
  typed.text = event.timeStamp - typed.at < 500 ? typed.text + event.key : event.key
  typed.at = event.timeStamp
  const wanted = typed.text.toLocaleLowerCase()
  // One letter looks behind the current item, so that pressing it again goes round; more letters refine in place.
  const start = typed.text.length === 1 ? at + 1 : Math.max(at, 0)
  const round = [...all.slice(start), ...all.slice(0, start)]
  return round.find(item => item.dataset.label?.toLocaleLowerCase().startsWith(wanted))
}

function MenuLine(props: { readonly item: MenuItem; readonly onChoose: (event: Event) => void }): JSX.Element {
  const { item, onChoose } = props
  const t = useT()
  const reasonId = useId()
  const common = {
    tabIndex: -1,
    class: `pb-menu-item${item.danger ? ' pb-menu-danger' : ''}`,
    'data-label': item.label,
    'aria-disabled': item.disabledReason ? true : undefined,
    'aria-describedby': item.disabledReason ? reasonId : undefined,
    onClick: onChoose,
  }
  const words = (
    <>
      {item.checked !== undefined && <span class="pb-menu-tick">{item.checked && <Icon name="tick" />}</span>}
      <span class="pb-menu-words">
        {item.label}
        {item.note && <span class="pb-menu-note">{item.note}</span>}
        {item.disabledReason && (
          <span id={reasonId} class="pb-menu-note">
            {item.disabledReason}
          </span>
        )}
        {item.external && <span class="pb-hidden"> ({t('ui_opens_in_new_tab')})</span>}
      </span>
      {item.external && <Icon name="external" size={14} />}
    </>
  )
  return (
    <>
      {item.separated && <hr class="pb-menu-line" />}
      {item.href !== undefined && !item.disabledReason ? (
        <a
          {...common}
          role="menuitem"
          href={item.href}
          {...(item.external ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        >
          {words}
        </a>
      ) : item.checked !== undefined ? (
        <button {...common} type="button" role="menuitemradio" aria-checked={item.checked}>
          {words}
        </button>
      ) : (
        <button {...common} type="button" role="menuitem">
          {words}
        </button>
      )}
    </>
  )
}
