import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Command } from '../../storage/model/commands.ts'
import type { AccountId, PersonRef } from '../../storage/model/facts/refs.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { Card } from '../ui/Card.tsx'
import { SelectField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { PersonForm } from './PersonForm.tsx'
import { nameOf, personLine } from './personWords.ts'
import type { AccountPeople } from './usePeople.ts'

const NOBODY = ''
const ELSE = 'else'

/** "I am …": who uses this browser, picked from the people known or typed by hand. Asked once, changed here. */
export function WhoIAm(props: {
  readonly account: AccountId
  /** Name of the account. */
  readonly note: string
  readonly known: AccountPeople
  /** Someone was sent here to say it: the field takes the focus. */
  readonly wanted: boolean
}): JSX.Element {
  const { account, note, known, wanted } = props
  const { people, me } = known
  const t = useT()
  const toast = useToast()
  const [typing, setTyping] = useState(false)
  const card = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!wanted) return
    const field = card.current?.querySelector<HTMLElement>('select')
    field?.scrollIntoView?.({ block: 'center' })
    field?.focus({ preventScroll: true })
  }, [wanted])

  const tell = async (person: PersonRef | null, name: string, undo: readonly Command[]) => {
    const answer = await send({ type: 'i-am', account, person })
    if (!answer.ok) return toast({ text: refusalText(answer.reason, t) })
    toast({
      text: person === null ? t('people_me_nobody') : t('people_me_said', { name }),
      undo: () => void sendAll(undo),
    })
  }
  const before: Command = { type: 'i-am', account, person: me }
  const choose = (value: string) => {
    setTyping(value === ELSE)
    if (value === ELSE) return
    const person = value === NOBODY ? null : (value as PersonRef)
    if (person !== me) void tell(person, person === null ? '' : nameOf(person, people), [before])
  }
  const chosen = people.find(({ ref }) => ref === me)
  return (
    <Card title={t('people_me')} note={note} id="me">
      <div class="pb-who" ref={card}>
        <SelectField
          label={t('people_me')}
          hideLabel
          value={typing ? ELSE : (me ?? NOBODY)}
          onChange={choose}
          hint={t('people_me_hint')}
          options={[
            { value: NOBODY, label: t('people_me_not_said') },
            ...people.filter(isHere).map(person => ({ value: person.ref, label: personLine(person, t) })),
            // Nobody tells of them any more; they are still who said it.
            ...(me !== null && !chosen ? [{ value: me, label: nameOf(me, people) }] : []),
            { value: ELSE, label: t('people_me_else') },
          ]}
        />
        {typing && (
          <PersonForm
            account={account}
            known={known}
            person={null}
            verb={t('people_me_save')}
            onCancel={() => setTyping(false)}
            onStored={(person, undo) => {
              setTyping(false)
              void tell(person.ref, person.name ?? '', [before, ...undo])
            }}
          />
        )}
        {chosen && !typing && (
          <p class="pb-meta">
            {t(
              chosen.superAdmin === true
                ? 'people_me_admin'
                : chosen.superAdmin === false
                  ? 'people_me_no_admin'
                  : 'people_me_admin_unknown',
            )}{' '}
            {chosen.address === null && t('people_me_no_address')}
          </p>
        )}
      </div>
    </Card>
  )
}

/** A person who was deactivated uses nothing any more. */
const isHere = ({ active }: { active: boolean | null }) => active !== false

const sendAll = async (commands: readonly Command[]) => {
  for (const command of commands) await send(command)
}
