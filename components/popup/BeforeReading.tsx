import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { WhatIsRead } from './WhatIsRead.tsx'

/** The disclosure, once before the first read: what is read, where it is kept, who receives it. */
export function BeforeReading(props: { readonly onAgree: () => void; readonly onCancel: () => void }): JSX.Element {
  const { onAgree, onCancel } = props
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="popup-before">
      <h2 ref={heading} tabIndex={-1}>
        {t('popup_before_title')}
      </h2>
      <WhatIsRead />
      <div class="popup-buttons">
        <Button kind="primary" small onClick={onAgree}>
          {t('popup_agree')}
        </Button>
        <Button kind="quiet" small onClick={onCancel}>
          {t('ui_cancel')}
        </Button>
        <span class="pb-meta">{t('popup_before_once')}</span>
      </div>
    </div>
  )
}
