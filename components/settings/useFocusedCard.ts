import { useEffect } from 'preact/hooks'

/** Goes to the card of this id, once: whoever was sent here by an address that names it looks for that one. */
export const useFocusedCard = (id: string | null): void =>
  useEffect(() => {
    const card = id !== null && document.getElementById(id)
    if (!card) return
    card.scrollIntoView?.({ block: 'start' })
    card.tabIndex = -1
    card.focus({ preventScroll: true })
  }, [id])
