import '../settings/settings.css'
import type { JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Command } from '../../storage/model/commands.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Person, PersonByHand } from '../../storage/model/notices/rows.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { isAddress } from './isAddress.ts'
import { isTyped, typedRef } from './personWords.ts'
import type { AccountPeople } from './usePeople.ts'

/** As the sources say; yes; no. */
type Admin = 'source' | 'yes' | 'no'
const ADMIN = { source: null, yes: true, no: false } as const satisfies Record<Admin, boolean | null>

type Said = Omit<PersonByHand, 'account'>

/** What the user says of a person: a new one whole, of a known one what no source tells or tells wrongly. */
export function PersonForm(props: {
  readonly account: AccountId
  readonly known: AccountPeople
  /** Null: somebody new. */
  readonly person: Person | null
  readonly verb: string
  /** With the commands that take it back. */
  readonly onStored: (said: Said, undo: readonly Command[]) => void
  readonly onCancel: () => void
}): JSX.Element {
  const { account, known, person, verb, onStored, onCancel } = props
  const t = useT()
  const id = useId()
  const said = person ? known.said.get(person.ref) : undefined
  const isNamed = person === null || isTyped(said)
  const [name, setName] = useState(person?.name ?? '')
  const [address, setAddress] = useState(person?.address ?? '')
  const [admin, setAdmin] = useState<Admin>(adminOf(said?.superAdmin ?? null))
  const [errors, setErrors] = useState<{ name?: string; address?: string }>({})
  const [problem, setProblem] = useState<string>()
  const first = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  useEffect(() => first.current?.focus(), [])

  const check = (ref: PersonByHand['ref']) => {
    const found: typeof errors = {}
    if (name.trim() === '') found.name = t('people_name_empty')
    else if (name.trim().length > LONGEST_NAME) found.name = t('people_name_long', { count: LONGEST_NAME })
    if (address.trim() !== '' && !isAddress(address)) found.address = t('people_address_wrong')
    const same = person === null && known.people.find(other => other.ref === ref)
    if (same && !found.address)
      found[address.trim() === '' ? 'name' : 'address'] = t('people_known', { name: same.name })
    return found
  }
  const save = async (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    const ref = person?.ref ?? typedRef(name.trim(), address.trim())
    const found = check(ref)
    setErrors(found)
    const [wrong] = Object.keys(found)
    if (wrong) {
      document.getElementById(`${id}${wrong}`)?.focus()
      return
    }
    const next: Said = {
      ref,
      name: isNamed ? name.trim() : null,
      address: addressSaid(address.trim(), person, said),
      superAdmin: ADMIN[admin],
    }
    const answer = await send({ type: 'put-person', account, person: next })
    if (!answer.ok) return setProblem(refusalText(answer.reason, t))
    onStored({ ...next, name: name.trim() }, [undoOf(account, ref, said)])
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onCancel()
  }
  return (
    <form
      class="pb-person-form"
      onSubmit={event => void save(event)}
      onKeyDown={leave}
      noValidate
      aria-label={person === null ? t('people_add') : t('people_edit_of', { name: person.name })}
    >
      <div class="pb-setting-fields">
        <TextField
          id={`${id}name`}
          label={t('people_name')}
          value={name}
          onInput={setName}
          readOnly={!isNamed}
          hint={isNamed ? undefined : t('people_name_source')}
          error={errors.name}
          inputRef={element => {
            if (isNamed) first.current = element
          }}
        />
        <TextField
          id={`${id}address`}
          label={t('people_address')}
          type="email"
          value={address}
          onInput={setAddress}
          error={errors.address}
          inputRef={element => {
            if (!isNamed) first.current = element
          }}
        />
        <SelectField<Admin>
          label={t('people_admin')}
          value={admin}
          onChange={setAdmin}
          options={[
            { value: 'source', label: t(isNamed ? 'people_unknown' : 'people_admin_source') },
            { value: 'yes', label: t('people_yes') },
            { value: 'no', label: t('people_no') },
          ]}
        />
      </div>
      {problem && (
        <Strip tone="warn" live>
          {problem}
        </Strip>
      )}
      <div class="pb-setting-buttons">
        <Button type="submit" kind="primary" small>
          {verb}
        </Button>
        <Button kind="quiet" small onClick={onCancel}>
          {t('ui_cancel')}
        </Button>
      </div>
    </form>
  )
}

const LONGEST_NAME = 120

const adminOf = (said: boolean | null): Admin => (said === null ? 'source' : said ? 'yes' : 'no')

/** What the user says of the address: nothing where it stands as a source tells it, or where it was emptied. */
const addressSaid = (typed: string, person: Person | null, said: PersonByHand | undefined): string | null =>
  typed === '' || (typed === person?.address && !said?.address) ? null : typed

const undoOf = (account: AccountId, ref: PersonByHand['ref'], said: PersonByHand | undefined): Command =>
  said
    ? {
        type: 'put-person',
        account,
        person: { ref, name: said.name, address: said.address, superAdmin: said.superAdmin },
      }
    : { type: 'remove-person', account, ref }
