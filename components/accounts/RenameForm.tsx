import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Account } from '../../storage/model/facts/rows.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'

/** What the person calls the account, edited where it stands. Enter saves, Escape leaves it as it was. */
export function RenameForm(props: { readonly account: Account; readonly onDone: () => void }): JSX.Element {
  const { account, onDone } = props
  const t = useT()
  const toast = useToast()
  const [label, setLabel] = useState(account.label)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)

  useEffect(() => {
    const input = field.current
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    input.select()
  }, [])

  const rename = async (name: string) => send({ type: 'label', account: account.id, label: name })
  const save = async (event: Event) => {
    event.preventDefault()
    const name = label.trim()
    if (name === '') return setError(t('accounts_name_empty'))
    if (name.length > 80) return setError(t('accounts_name_long'))
    const answer = await rename(name)
    if (!answer.ok) return setError(refusalText(answer.reason, t))
    onDone()
    if (name !== account.label) toast({ text: t('accounts_renamed', { name }), undo: () => void rename(account.label) })
  }
  return (
    <form
      class="pb-rename"
      onSubmit={event => void save(event)}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <TextField
        label={t('accounts_name')}
        hideLabel
        value={label}
        onInput={setLabel}
        error={error}
        inputRef={element => {
          field.current = element
        }}
        action={
          <>
            <Button type="submit" small kind="primary">
              {t('accounts_save')}
            </Button>
            <Button small kind="quiet" onClick={onDone}>
              {t('ui_cancel')}
            </Button>
          </>
        }
      />
    </form>
  )
}
