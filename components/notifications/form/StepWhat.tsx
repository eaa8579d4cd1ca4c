import type { JSX } from 'preact'
import { clockText, dayText, type TimeFrame, timeText } from '../../../storage/formatTime.ts'
import { isLasting, REMINDER_STEPS, RULE_TYPES, type RuleType } from '../../../storage/model/notices/rows.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useFrame } from '../../ui/I18n.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { EVERY_NAMES, listed, TYPE_NAMES } from '../ruleWords.ts'
import { type Every, reminderOf, threeTimes } from './ruleForm.ts'
import type { StepProps } from './stepProps.ts'

/** Types that only Patchbay has start here. */
const FIRST_OF_OURS: RuleType = 'error'

/** Step 1: name, type, and for what lasts the reminder. */
export function StepWhat(props: StepProps): JSX.Element {
  const { form, change, proposals, errorOf } = props
  const { t } = useFrame()
  return (
    <>
      <TextField
        id="rule-name"
        label={t('rules_name')}
        value={form.name ?? proposals.name}
        onInput={name => change({ name })}
        error={errorOf('no-name', 'long-name')}
        required
      />
      <RadioCards<RuleType>
        legend={t('rules_type_legend')}
        columns
        value={form.type}
        onChange={type => change({ type })}
        cards={RULE_TYPES.map(type => ({
          value: type,
          label: t(TYPE_NAMES[type]),
          part:
            type === RULE_TYPES[0] ? t('rules_as_in_hubspot') : type === FIRST_OF_OURS ? t('rules_ours') : undefined,
          text: type === 'attention' ? t('rules_type_attention_text') : undefined,
        }))}
      />
      {isLasting(form.type) ? (
        <ReminderFields {...props} />
      ) : (
        <p class="pb-muted pb-rule-remark">{t('rules_told_once')}</p>
      )}
    </>
  )
}

function ReminderFields(props: StepProps): JSX.Element {
  const { form, change, proposals, errorOf, zone } = props
  const { t, now } = useFrame()
  const reminder = reminderOf(form, proposals)
  const times = reminder && threeTimes(reminder, zone, now)
  return (
    <div class="pb-rule-reminder">
      <SelectField<Every>
        id="rule-reminder"
        label={t('rules_reminder')}
        hint={t('rules_reminder_hint')}
        value={form.every}
        onChange={every => change({ every })}
        options={[
          { value: 'none', label: t('rules_every_none') },
          ...REMINDER_STEPS.map(every => ({ value: every, label: t(EVERY_NAMES[every]) })),
        ]}
      />
      {reminder && (
        <TextField
          id="rule-anchor"
          type="datetime-local"
          label={t('rules_first_reminder')}
          value={reminder.anchor}
          onInput={anchor => change({ anchor })}
          error={errorOf('bad-anchor')}
          hint={times && timesText(times, { t, now, zone })}
          required
        />
      )}
    </div>
  )
}

/** The next times spelled out, the time of day once where they share it; always with the zone, which need not be the reader's. */
const timesText = (times: readonly number[], frame: TimeFrame): string => {
  const { t, zone } = frame
  const clocks = new Set(times.map(at => clockText(at, frame)))
  const days = times.map(at => dayText(at, frame))
  const [clock] = clocks
  if (clocks.size === 1 && clock !== undefined && new Set(days).size === times.length)
    return t('rules_next_days', { days: listed(days, t), clock, zone })
  const texts = times.map(at => timeText({ kind: 'instant', at }, frame))
  return t('rules_next_times', { times: texts.join(t.lang === 'ja' ? '、' : '; '), zone })
}
