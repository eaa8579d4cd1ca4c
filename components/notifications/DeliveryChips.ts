import type { PlainKey, Translator } from '../../storage/i18n.ts'
import { CHANNELS, type Channel } from '../../storage/model/notices/rows.ts'
import type { FilterChip } from '../ui/FilterChip.tsx'
import { type DeliveryQuery, STATE_FILTERS, type StateFilter } from './DeliveryRows.ts'
import { CHANNEL_NAMES } from './ruleWords.ts'

/** What the State filter calls each. */
const STATE_NAMES = {
  planned: 'delivery_state_planned',
  claimed: 'delivery_state_claimed',
  accepted: 'delivery_state_accepted',
  failed: 'delivery_state_failed',
  dead: 'delivery_dead',
  skipped: 'delivery_skipped',
  nobody: 'delivery_nobody',
} as const satisfies Record<StateFilter, PlainKey>

/** The filters above the list. */
export const deliveryChips = (
  { states, channels }: DeliveryQuery,
  change: (next: (old: DeliveryQuery) => DeliveryQuery) => void,
  t: Translator,
): FilterChip[] => [
  {
    id: 'state',
    name: t('delivery_state'),
    options: STATE_FILTERS.map(value => ({ value, label: t(STATE_NAMES[value]) })),
    chosen: states,
    onChange: chosen => change(old => ({ ...old, states: chosen as StateFilter[] })),
  },
  {
    id: 'channel',
    name: t('delivery_channel'),
    options: CHANNELS.map(value => ({ value, label: t(CHANNEL_NAMES[value]) })),
    chosen: channels,
    onChange: chosen => change(old => ({ ...old, channels: chosen as Channel[] })),
  },
]
