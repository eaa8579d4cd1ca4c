import './KeyboardHelp.css'
import type { JSX } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { IconButton } from './Button.tsx'
import { useT } from './I18n.tsx'
import { isTyping } from './keys.ts'

/** Shortcuts of one part of the screen. Keys as they are printed: "↑", "Enter", "R". */
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/**
 * The list of shortcuts behind "?": not modal, closed by Escape, its button or a press elsewhere; the focus returns.
 * @param enabled single keys can be switched off in Settings
 */
export function KeyboardHelp(props: {
  readonly groups: readonly ShortcutGroup[]
  readonly enabled?: boolean | undefined
}): JSX.Element | null {
  const { groups, enabled = true } = props
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)

  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      before.current = document.activeElement
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])

  useLayoutEffect(() => {
    if (!open) return
    panel.current?.showPopover?.()
    panel.current?.focus()
    const onPress = (event: Event) => {
      if (!panel.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [open])

  if (!open) return null
  const close = () => {
    setOpen(false)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  return (
    <div
      ref={panel}
      class="pb-keys"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      popover="manual"
      onKeyDown={event => event.key === 'Escape' && close()}
    >
      <div class="pb-keys-head">
        <h2 id={id}>{t('ui_keyboard_shortcuts')}</h2>
        <IconButton icon="close" label={t('ui_close')} small onClick={close} />
      </div>
      {groups.map(group => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
