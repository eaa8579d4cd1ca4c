import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Command } from '../../storage/model/commands.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Person, PersonByHand } from '../../storage/model/notices/rows.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { NotReported } from '../ui/CapabilityNote.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { matchesText } from '../ui/matchText.ts'
import { Tag } from '../ui/Tag.tsx'
import { useToast } from '../ui/Toast.tsx'
import { PersonForm } from './PersonForm.tsx'
import { isTyped, personLine } from './personWords.ts'
import type { AccountPeople } from './usePeople.ts'

/** Below so many people a search only takes room. */
const SEARCH_FROM = 8

/** Everybody that a notification can be for: who they are, by which source, and what the user adds to it. */
export function PeopleTable(props: {
  readonly account: AccountId
  readonly note: string
  readonly known: AccountPeople | undefined
}): JSX.Element {
  const { account, note, known } = props
  const t = useT()
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<string>()
  const [search, setSearch] = useState('')
  const people = known?.people ?? NONE
  const shown = useMemo(() => people.filter(person => matchesText(personLine(person, t), search)), [people, search, t])
  const tell = (text: string, undo: readonly Command[]) =>
    toast({
      text,
      undo: () => void undo.reduce<Promise<unknown>>((done, next) => done.then(() => send(next)), Promise.resolve()),
    })

  const columns = useMemo((): Column<Person>[] => {
    const takeBack = async (person: Person, said: PersonByHand) => {
      const { ref, name, address, superAdmin } = said
      const answer = await send({ type: 'remove-person', account, ref })
      const text = isTyped(said) ? 'people_removed' : 'people_taken_back'
      if (!answer.ok) toast({ text: refusalText(answer.reason, t) })
      else
        tell(t(text, { name: person.name }), [
          { type: 'put-person', account, person: { ref, name, address, superAdmin } },
        ])
    }
    return [
      {
        id: 'name',
        header: t('people_name'),
        width: '24%',
        cell: person => <Name person={person} me={known?.me === person.ref} />,
      },
      { id: 'teams', header: t('people_teams'), width: '18%', cell: person => <Teams person={person} /> },
      {
        id: 'address',
        header: t('people_address'),
        width: '26%',
        cell: person =>
          person.address === null ? <NotReported /> : <bdi title={person.address}>{person.address}</bdi>,
      },
      {
        id: 'admin',
        header: t('people_admin'),
        width: '12%',
        cell: ({ superAdmin }) => (superAdmin === null ? <NotReported /> : t(superAdmin ? 'people_yes' : 'people_no')),
      },
      {
        id: 'source',
        header: t('people_source'),
        cell: person => <Source person={person} said={known?.said.get(person.ref)} />,
      },
      {
        id: 'actions',
        header: t('term_actions'),
        hideHeader: true,
        width: '64px',
        cell: person => {
          const said = known?.said.get(person.ref)
          return (
            <div class="pb-row-actions">
              <MenuButton
                icon="dots"
                label={t('ui_actions_for', { name: person.name })}
                align="end"
                small
                items={[
                  { id: 'edit', label: t('people_edit'), onSelect: () => setEditing(person.ref) },
                  ...(said
                    ? [
                        {
                          id: 'remove',
                          label: t(isTyped(said) ? 'people_remove' : 'people_take_back'),
                          danger: true,
                          separated: true,
                          onSelect: () => void takeBack(person, said),
                        },
                      ]
                    : []),
                ]}
              />
            </div>
          )
        },
      },
    ]
  }, [t, account, known])

  return (
    <Card
      title={t('people_title')}
      count={known?.people.length}
      note={note}
      body="flush"
      id="people"
      actions={
        <Button small icon={adding ? 'close' : 'plus'} aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('people_add')}
        </Button>
      }
    >
      {adding && known && (
        <PersonForm
          account={account}
          known={known}
          person={null}
          verb={t('people_add')}
          onCancel={() => setAdding(false)}
          onStored={(person, undo) => {
            setAdding(false)
            tell(t('people_added', { name: person.name ?? '' }), undo)
          }}
        />
      )}
      {people.length >= SEARCH_FROM && (
        <FilterBar
          search={{ value: search, onInput: setSearch, label: t('people_search') }}
          chips={[]}
          onClear={() => setSearch('')}
          result={t('ui_result_count', { count: shown.length, total: people.length })}
          slash={false}
        />
      )}
      <DataTable
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        rowDetail={person =>
          known && editing === person.ref ? (
            <PersonForm
              account={account}
              known={known}
              person={person}
              verb={t('accounts_save')}
              onCancel={() => setEditing(undefined)}
              onStored={(next, undo) => {
                setEditing(undefined)
                tell(t('people_changed', { name: next.name ?? '' }), undo)
              }}
            />
          ) : undefined
        }
        loading={known === undefined}
        minWidth={760}
        place={search}
        empty={
          search !== '' ? (
            <EmptyState
              kind="noMatch"
              title={t('people_no_match')}
              actions={<Button onClick={() => setSearch('')}>{t('ui_clear_filters')}</Button>}
            />
          ) : (
            <EmptyState kind="notRead" title={t('people_none')} text={t('people_none_text')} />
          )
        }
      />
    </Card>
  )
}

const NONE: readonly Person[] = []
const keyOf = (person: Person) => person.ref

function Name({ person, me }: { readonly person: Person; readonly me: boolean }): JSX.Element {
  const t = useT()
  return (
    <>
      <bdi title={person.name}>{person.name}</bdi> {me && <Tag>{t('people_you')}</Tag>}
      {person.active === false && <Tag>{t('people_deactivated')}</Tag>}
    </>
  )
}

/** Primary teams first; a secondary one says so. */
function Teams({ person }: { readonly person: Person }): JSX.Element {
  const t = useT()
  if (person.teams.length === 0) return <NotReported />
  return (
    <>
      {person.teams.map(({ name, secondary }, index) => (
        <span key={name} class={index > 0 ? 'pb-second' : undefined}>
          {secondary ? t.parts('people_secondary', { team: <bdi>{name}</bdi> }) : <bdi>{name}</bdi>}
        </span>
      ))}
    </>
  )
}

/** Who tells of the person; what the user adds is marked as theirs. */
function Source(props: { readonly person: Person; readonly said: PersonByHand | undefined }): JSX.Element {
  const { person, said } = props
  const t = useT()
  const told = person.account.startsWith('sample:') ? 'sample' : 'page'
  const source = isTyped(said) ? 'person' : told
  return (
    <span class="pb-person-source">
      <Icon name={source} size={14} /> {t(`source_${source}`)}
      {said && !isTyped(said) && <span class="pb-second">{t('people_completed')}</span>}
    </span>
  )
}
