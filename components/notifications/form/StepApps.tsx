import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Translator } from '../../../storage/i18n.ts'
import type { App } from '../../../storage/model/facts/assemble.ts'
import { type AppRef, refValue } from '../../../storage/model/facts/refs.ts'
import { subjectId } from '../../../storage/model/summary.ts'
import { appRows } from '../../apps/appRow.ts'
import { sameNameHints } from '../../apps/sameName.ts'
import { useFrame } from '../../ui/I18n.tsx'
import { Picker } from '../../ui/Picker.tsx'
import type { PickerOption } from '../../ui/PickerList.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import type { RuleForm } from './ruleForm.ts'
import type { StepProps } from './stepProps.ts'

/** Step 2: all apps, now and later, or chosen ones. */
export function StepApps(props: StepProps): JSX.Element {
  const { form, change, errorOf, apps, overview } = props
  const frame = useFrame()
  const { t } = frame
  const hints = useMemo(() => sameNameHints(appRows(apps, [overview]), frame), [apps, overview, frame])
  const options = useMemo(
    () => appOptions(apps, form.apps, app => hints.get(subjectId(app.account, app.key)), t),
    [apps, form.apps, hints, t],
  )
  if (form.type === 'cannot-see') return <p class="pb-rule-remark">{t('rules_apps_no_matter')}</p>
  return (
    <>
      <RadioCards<RuleForm['which']>
        legend={t('rules_step_apps')}
        hideLegend
        value={form.which}
        onChange={which => change({ which })}
        cards={[
          { value: 'all', label: t('rules_all_apps'), text: t('rules_all_apps_text') },
          { value: 'chosen', label: t('rules_chosen_apps'), text: t('rules_chosen_apps_text') },
        ]}
      />
      {form.which === 'chosen' && (
        <Picker
          id="rule-apps"
          legend={t('rules_chosen_apps')}
          hideLegend
          searchLabel={t('apps_search')}
          options={options}
          chosen={keysOf(form.apps, apps)}
          onChange={chosen => change({ apps: chosen as AppRef[] })}
          error={errorOf('no-apps')}
          empty={t('rules_no_apps_read')}
        />
      )}
    </>
  )
}

const appOf = (ref: AppRef, apps: readonly App[]) => apps.find(app => app.refs.includes(ref))

/** The chosen apps by the names they go by now: what was chosen by an older name is the same app. */
const keysOf = (chosen: readonly AppRef[], apps: readonly App[]): AppRef[] => [
  ...new Set(chosen.map(ref => appOf(ref, apps)?.key ?? ref)),
]

/** Every app that can be chosen; one that was chosen and is not there any more is kept and says so. */
const appOptions = (
  apps: readonly App[],
  chosen: readonly AppRef[],
  hintOf: (app: App) => string | undefined,
  t: Translator,
): PickerOption[] => {
  const wanted = new Set(keysOf(chosen, apps))
  const known = apps
    .filter(app => app.gone === null || wanted.has(app.key))
    .map(app => ({
      value: app.key,
      label: app.name,
      note: app.anyOfSeveral ? t('attention_any_of_several') : hintOf(app),
      tag: app.gone === null ? undefined : t('rules_app_gone'),
    }))
  const unknown = [...wanted].filter(ref => !appOf(ref, apps))
  return [...known, ...unknown.map(ref => ({ value: ref, label: refValue(ref), tag: t('rules_app_gone') }))]
}
