import './paste.css'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { Agreement } from '../welcome/Agreement.tsx'
import { PasteArea } from './PasteArea.tsx'
import { PastePreview } from './PastePreview.tsx'
import { isEmptyPaste, type Pasted } from './pasteView.ts'

/** Level 0: the page is selected, copied and pasted here. Nothing is stored before the person has seen what was read. */
export default function Paste(): JSX.Element {
  const t = useT()
  const { settings } = useScreen()
  const [pasted, setPasted] = useState<{ what: Pasted; at: number }>()
  const [empty, setEmpty] = useState(false)
  const agreed = settings.agreedAt !== null

  useEffect(() => {
    if (!agreed) return
    const take = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement
      const isOwnField = target.closest('[data-paste]') !== null
      if (!isOwnField && target.closest('input, textarea, select')) return // a paste into a field of the preview
      const what = {
        html: event.clipboardData?.getData('text/html') ?? '',
        text: event.clipboardData?.getData('text/plain') ?? '',
      }
      event.preventDefault()
      setEmpty(isEmptyPaste(what))
      if (!isEmptyPaste(what)) setPasted({ what, at: Date.now() })
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [agreed])

  return (
    <>
      <header class="pb-page-head">
        <h1>{t('term_paste')}</h1>
      </header>
      <div class="pb-stack">
        {!agreed && <Agreement />}
        {!pasted && (
          <Card title={t('paste_heading')} id="paste">
            <ol class="pb-paste-steps">
              <li>{t('paste_step_open')}</li>
              <li>{t('paste_step_copy')}</li>
              <li>{t('paste_step_paste')}</li>
            </ol>
            <PasteArea disabledReason={agreed ? undefined : t('paste_agree_first')} />
            {empty && (
              <Strip tone="warn" live>
                {t('paste_empty')}
              </Strip>
            )}
          </Card>
        )}
        {pasted && (
          <PastePreview key={pasted.at} pasted={pasted.what} at={pasted.at} onDiscard={() => setPasted(undefined)} />
        )}
      </div>
    </>
  )
}
