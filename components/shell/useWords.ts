import { useEffect, useState } from 'preact/hooks'
import {
  createTranslator,
  type LanguageSetting,
  loadMessages,
  type Messages,
  resolveLang,
  type Translator,
} from '../../storage/i18n.ts'

/** The translator for the chosen language. Keeps the old words on screen until the new ones are there. */
export const useWords = (setting: LanguageSetting, first: Translator): Translator => {
  const [t, setT] = useState<Translator>(() => first)
  const lang = resolveLang(setting)
  useEffect(() => {
    if (t.lang === lang) return
    let wanted = true
    void loadMessages(lang).then((messages: Messages) => {
      if (wanted) setT(() => createTranslator(messages, lang))
    })
    return () => {
      wanted = false
    }
  }, [lang, t])
  return t
}
