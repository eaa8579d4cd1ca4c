import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { AccountId, PersonRef } from '../../../storage/model/facts/refs.ts'
import type { Person } from '../../../storage/model/notices/rows.ts'
import { isAddress } from '../../accounts/isAddress.ts'
import { typedRef } from '../../accounts/personWords.ts'
import { refusalText } from '../../home/refusals.ts'
import { send } from '../../send.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useT } from '../../ui/I18n.tsx'

/** Adds somebody whom no source tells of. They are marked as said by hand, and chosen at once; somebody known already is chosen. */
export function AddPerson(props: {
  readonly account: AccountId
  readonly people: readonly Person[]
  readonly onAdded: (ref: PersonRef) => void
}): JSX.Element {
  const { account, people, onAdded } = props
  const t = useT()
  const id = useId()
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState<{ name?: string; address?: string }>({})
  const [said, setSaid] = useState<string>()

  const add = async () => {
    const who = { name: name.trim(), address: address.trim() }
    const found = {
      ...(who.name === '' ? { name: t('people_name_empty') } : {}),
      ...(who.address !== '' && !isAddress(who.address) ? { address: t('people_address_wrong') } : {}),
    }
    setWrong(found)
    setSaid(undefined)
    if (Object.keys(found).length > 0) return document.getElementById(`${id}${found.name ? 'n' : 'a'}`)?.focus()
    const known = personLike(who, people)
    const ref = known?.ref ?? typedRef(who.name, who.address)
    if (!known) {
      const person = { ref, name: who.name, address: who.address || null, superAdmin: null }
      const answer = await send({ type: 'put-person', account, person })
      if (!answer.ok) return setWrong({ name: refusalText(answer.reason, t) })
    }
    onAdded(ref)
    setSaid(known ? t('rules_person_known', { name: known.name }) : t('rules_person_added', { name: who.name }))
    setName('')
    setAddress('')
    document.getElementById(`${id}n`)?.focus()
  }
  // A form in a form is none: Enter here adds the person and sends nothing.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void add()
  }
  return (
    <Disclosure summary={t('rules_add_person')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would name every field after it */}
      <div class="pb-rule-add" role="group" aria-label={t('rules_add_person')} onKeyDown={onKeyDown}>
        <TextField
          id={`${id}n`}
          label={t('rules_person_name')}
          value={name}
          onInput={setName}
          error={wrong.name}
          autoComplete="off"
        />
        <TextField
          id={`${id}a`}
          type="email"
          label={t('rules_person_address')}
          hint={t('rules_person_address_hint')}
          value={address}
          onInput={setAddress}
          error={wrong.address}
        />
        <Button onClick={() => void add()}>{t('people_add')}</Button>
        <p role="status" class="pb-muted">
          {said}
        </p>
      </div>
    </Disclosure>
  )
}

/** Whoever is known by that address, or by that name where none was typed. What is said of them stays as it is. */
const personLike = (who: { name: string; address: string }, people: readonly Person[]): Person | undefined => {
  const ref = typedRef(who.name, who.address)
  const address = who.address.toLowerCase()
  return people.find(person => person.ref === ref || (address !== '' && person.address?.toLowerCase() === address))
}
