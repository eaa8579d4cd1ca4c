import type { JSX } from 'preact'
import { activityPast } from '../../storage/activityPast.ts'
import { appsOf } from '../../storage/apps.ts'
import { marksOf } from '../../storage/marks.ts'
import type { AccountId, Ref } from '../../storage/model/facts/refs.ts'
import { quietSetting } from '../../storage/model/issues/quiet.ts'
import { rhythmOf } from '../../storage/model/issues/rhythm.ts'
import { SelectField } from '../ui/Field.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useLive } from '../useLive.ts'
import { tell } from './deeds.ts'
import { choiceOf, choiceText, QUIET_CHOICES, quietTexts, settingOf } from './quietWords.ts'

/** How often the app is active, how long it may be silent, and the user's own word on that. Nothing where no activity is told. */
export function QuietControl(props: { readonly account: AccountId; readonly subject: Ref }): JSX.Element | null {
  const { account, subject } = props
  const frame = useFrame()
  const toast = useToast()
  const known = useLive(async () => {
    const [apps, marks] = await Promise.all([appsOf(account), marksOf(account)])
    const app = apps.find(({ refs }) => (refs as readonly Ref[]).includes(subject))
    if (!app?.lastActivity?.value || app.anyOfSeveral) return null
    const past = [...(await activityPast([app])).values()].flat()
    return { app, setting: quietSetting(app, marks), rhythm: rhythmOf(past, app.lastActivity.source) }
  }, [account, subject])
  if (!known) return null
  const { app, setting, rhythm } = known
  const choice = choiceOf(setting)
  const choices: readonly string[] = QUIET_CHOICES
  const put = async (next: string) => {
    const command = { type: 'quiet', account, subject } as const
    const scene = { frame, toast }
    if (!(await tell({ ...command, quiet: settingOf(next) }, scene))) return
    toast({
      text: frame.t('quiet_set', { name: app.name, when: choiceText(next, frame) }),
      undo: () => void tell({ ...command, quiet: setting }, scene),
    })
  }
  return (
    <div class="pb-quiet">
      {quietTexts(app, rhythm, setting, frame).map(text => (
        <p key={text}>{text}</p>
      ))}
      <SelectField<string>
        label={frame.t('quiet_when')}
        value={choice}
        onChange={next => void put(next)}
        options={(choices.includes(choice) ? choices : [...choices, choice]).map(value => ({
          value,
          label: choiceText(value, frame),
        }))}
        small
      />
    </div>
  )
}
