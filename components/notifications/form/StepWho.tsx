import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { PersonRef } from '../../../storage/model/facts/refs.ts'
import { recipientsOf, teamsOf } from '../../../storage/model/notices/recipients.ts'
import type { Audience, Person } from '../../../storage/model/notices/rows.ts'
import { useT } from '../../ui/I18n.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { Strip } from '../../ui/Strip.tsx'
import { peopleHref } from '../hrefs.ts'
import { AUDIENCE_NAMES, REACH_WORDS } from '../ruleWords.ts'
import { AddPerson } from './AddPerson.tsx'
import { Channels } from './Channels.tsx'
import { headCount } from './headCount.ts'
import { peopleOptions, refsOf, valuesOf } from './peopleOptions.ts'
import type { StepProps } from './stepProps.ts'

/** Step 3: who is told, and by which channels. */
export function StepWho(props: StepProps): JSX.Element {
  const { form, change, errorOf, people, overview } = props
  const t = useT()
  const { sample } = overview
  const teams = useMemo(() => teamsOf(people), [people])
  const options = useMemo(
    () => peopleOptions(people, teams, { people: form.people, teams: form.teams }, t),
    [people, teams, form.people, form.teams, t],
  )
  const reached = (to: Audience) => recipientsOf(to, people)
  const chosen = reached({ kind: 'chosen', people: form.people, teams: form.teams })
  const textOf = (recipients: readonly Person[], none: string) =>
    recipients.length > 0 ? headCount(recipients, sample, t) : none
  const admins = reached({ kind: 'super-admins' })
  return (
    <>
      <RadioCards<Audience['kind']>
        legend={t('rules_who')}
        hideLegend
        value={form.who}
        onChange={who => change({ who })}
        cards={[
          {
            value: 'super-admins',
            label: t(AUDIENCE_NAMES['super-admins']),
            text: textOf(admins, t('rules_reach_no_super_admin')),
            action: admins.length === 0 && <a href={peopleHref(overview.id, 'people')}>{t('rules_say_on_accounts')}</a>,
          },
          {
            value: 'everyone',
            label: t(AUDIENCE_NAMES.everyone),
            text: textOf(reached({ kind: 'everyone' }), t('rules_reach_nobody_known')),
          },
          { value: 'chosen', label: t(AUDIENCE_NAMES.chosen), text: t('rules_chosen_people_text') },
        ]}
      />
      {form.who === 'chosen' && (
        <div class="pb-rule-people">
          <Picker
            id="rule-people"
            legend={t(AUDIENCE_NAMES.chosen)}
            hideLegend
            searchLabel={t('rules_search_people')}
            options={options}
            chosen={valuesOf(form)}
            onChange={values => change(refsOf(values))}
            error={errorOf('no-people')}
            empty={t('rules_reach_nobody_known')}
          />
          <p role="status" class="pb-rule-remark">
            {form.people.length + form.teams.length > 0 && textOf(chosen, t(REACH_WORDS['none-chosen']))}
          </p>
          <AddPerson
            account={overview.id}
            people={people}
            onAdded={(ref: PersonRef) => change({ people: [...new Set([...form.people, ref])] })}
          />
        </div>
      )}
      {sample && <Strip icon="sample">{t('rules_sample_mail')}</Strip>}
      <Channels {...props} />
    </>
  )
}
