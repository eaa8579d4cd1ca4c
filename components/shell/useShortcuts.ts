import { useMemo } from 'preact/hooks'
import { useT } from '../ui/I18n.tsx'
import type { ShortcutGroup } from '../ui/KeyboardHelp.tsx'

/** What `?` lists: the single keys of the page, each with what it does. */
export const useShortcuts = (): readonly ShortcutGroup[] => {
  const t = useT()
  return useMemo(
    () => [
      {
        title: t('nav_keys_everywhere'),
        shortcuts: [
          { keys: ['?'], does: t('nav_keys_help') },
          { keys: ['/'], does: t('nav_keys_search') },
          { keys: ['Esc'], does: t('nav_keys_close') },
        ],
      },
      {
        title: t('term_needs_attention'),
        shortcuts: [
          { keys: ['↑', '↓'], does: t('nav_keys_rows') },
          { keys: ['Enter'], does: t('term_details') },
          { keys: ['R'], does: t('term_reconnect') },
          { keys: ['S'], does: t('term_snooze') },
          { keys: ['F'], does: t('term_fixed') },
        ],
      },
      { title: t('term_my_apps'), shortcuts: [{ keys: ['↑', '↓'], does: t('nav_keys_same_control') }] },
    ],
    [t],
  )
}
