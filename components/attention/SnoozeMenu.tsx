import type { JSX } from 'preact'
import { clockText } from '../../storage/formatTime.ts'
import { morningOf, nextMonday, tomorrow } from '../../storage/model/snoozeTimes.ts'
import { useFrame } from '../ui/I18n.tsx'
import { ArrowsMoveRows, MenuButton } from '../ui/MenuButton.tsx'

/** How long a row is put off: until its problem is seen again, or until a morning. */
export function SnoozeMenu(props: {
  readonly describedBy: string
  /** Epoch ms, or null for "until it is seen again". */
  readonly onSnooze: (until: number | null) => void
  readonly onPickDate: () => void
}): JSX.Element {
  const { describedBy, onSnooze, onPickDate } = props
  const frame = useFrame()
  const { t, now, zone } = frame
  const morning = morningOf(tomorrow(now, zone), zone)
  const monday = nextMonday(now, zone)
  const mondayMorning = morningOf(monday.day, zone)
  return (
    <ArrowsMoveRows.Provider value={true}>
      <MenuButton
        label={t('term_snooze')}
        kind="quiet"
        small
        describedBy={describedBy}
        items={[
          { id: 'seen', label: t('attention_snooze_seen'), onSelect: () => onSnooze(null) },
          {
            id: 'tomorrow',
            label: t('attention_snooze_tomorrow', { time: clockText(morning, frame) }),
            onSelect: () => onSnooze(morning),
          },
          // On a Sunday it is tomorrow, which the line above says.
          ...(monday.daysAway === 1
            ? []
            : [
                {
                  id: 'monday',
                  label: t(monday.daysAway === 7 ? 'attention_snooze_next_monday' : 'attention_snooze_monday', {
                    time: clockText(mondayMorning, frame),
                  }),
                  onSelect: () => onSnooze(mondayMorning),
                },
              ]),
          { id: 'date', label: t('attention_snooze_date'), onSelect: onPickDate },
        ]}
      />
    </ArrowsMoveRows.Provider>
  )
}
