import '../ui/Input.css'
import type { JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useT } from '../ui/I18n.tsx'

/** The field that takes the paste. What the clipboard holds is taken from the press alone; no clipboard permission is asked. */
export function PasteArea(props: { readonly disabledReason: string | undefined }): JSX.Element {
  const { disabledReason } = props
  const t = useT()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!disabledReason) field.current?.focus({ preventScroll: true })
  }, [disabledReason])
  return (
    <div class="pb-field" data-paste>
      <label for={id} class="pb-field-label">
        {t('paste_field')}
      </label>
      <textarea
        id={id}
        ref={field}
        class="pb-input pb-paste-area"
        rows={5}
        value=""
        placeholder={t(/mac/i.test(navigator.platform) ? 'paste_keys_mac' : 'paste_keys')}
        aria-describedby={`${id}h`}
        aria-disabled={disabledReason ? true : undefined}
        readOnly={disabledReason !== undefined}
        onInput={event => {
          event.currentTarget.value = '' // only a paste is read; typed words are nothing
        }}
      />
      <p id={`${id}h`} class="pb-field-hint">
        {disabledReason ?? t('paste_field_hint')}
      </p>
    </div>
  )
}
