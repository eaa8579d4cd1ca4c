import './Toast.css'
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './Button.tsx'
import { useT } from './I18n.tsx'
import { isTyping } from './keys.ts'

/** What a deed says of itself after it was done. */
export interface Toast {
  readonly text: string
  /** Takes the deed back. Offered for 10 s, on the button and on Ctrl+Z or ⌘Z. */
  readonly undo?: (() => void) | undefined
}

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Shows a toast; a new one replaces the one before. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext)

/** How long a toast stays when nobody looks at it, in ms. */
export const TOAST_STAYS = 10_000

const IS_MAC = /mac/i.test(globalThis.navigator?.platform ?? '')

/**
 * Hosts the toasts of a screen: bottom centre, one at a time. A toast stays while it is hovered or focused, is read out
 * (`role="status"`) and never takes the focus.
 */
export function ToastHost(props: { readonly children: ComponentChildren }): JSX.Element {
  const [shown, setShown] = useState<Toast & { readonly turn: number }>()
  const turn = useRef(0)
  const show = useCallback((toast: Toast) => {
    turn.current += 1
    setShown({ ...toast, turn: turn.current })
  }, [])
  const hide = useCallback(() => setShown(undefined), [])
  return (
    <ToastContext.Provider value={show}>
      {props.children}
      {/* The region is there before its content: only so is the content read out. */}
      <div class="pb-toasts" role="status">
        {shown && <ToastBox key={shown.turn} toast={shown} hide={hide} />}
      </div>
    </ToastContext.Provider>
  )
}

function ToastBox(props: { readonly toast: Toast; readonly hide: () => void }): JSX.Element {
  const { toast, hide } = props
  const t = useT()
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = hovered || focused

  useEffect(() => {
    if (held) return
    const timer = setTimeout(hide, TOAST_STAYS)
    return () => clearTimeout(timer)
  }, [held, hide])

  // Before the paint: the key works as soon as the toast is seen.
  useLayoutEffect(() => {
    const { undo } = toast
    if (!undo) return
    const onKey = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      // In a text field Ctrl+Z belongs to the text.
      if (!wanted || isTyping(event.target)) return
      event.preventDefault()
      hide()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [toast, hide])

  const takeBack = () => {
    hide()
    toast.undo?.()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it on screen
    <div
      class="pb-toast"
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <>
          <Button small onClick={takeBack} aria-keyshortcuts="Control+Z Meta+Z">
            {t('ui_undo')}
          </Button>
          <span aria-hidden="true">
            <kbd>{IS_MAC ? '⌘Z' : 'Ctrl+Z'}</kbd>
          </span>
        </>
      )}
    </div>
  )
}
