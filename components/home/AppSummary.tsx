import './home.css'
import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import type { StatusFilter } from '../apps/appRow.ts'
import type { QueryState } from '../apps/useAppQuery.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { StackedBar } from '../ui/bars.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph, type StatusName } from '../ui/StatusPill.tsx'
import type { HomeCounts } from './homeCounts.ts'

/** H7: four counts, each a filter, over one bar that adds up to all apps. "Not reported" is never added to connected. */
export function AppSummary(props: { readonly counts: HomeCounts; readonly state: QueryState }): JSX.Element {
  const { counts, state } = props
  const t = useT()
  const worst: StatusName = counts.kinds[0] ? STATUS_OF_KIND[counts.kinds[0].kind] : 'error'
  const filter = state.query.status.length === 1 ? state.query.status[0] : undefined
  const press = (value: StatusFilter) => () =>
    state.change(old => ({ ...old, status: filter === value ? [] : [value] }))
  const tile = (value: StatusFilter) => ({ pressed: filter === value, onPress: press(value) })
  return (
    <section class="pb-card pb-summary" aria-labelledby="app-summary">
      <h2 id="app-summary" class="pb-hidden">
        {t('term_app_summary')}
      </h2>
      <div class="pb-tiles">
        <Tile
          {...tile('connected')}
          glyph={<StatusGlyph status="connected" />}
          name={t('status_connected')}
          value={counts.connected}
          note={counts.connected > 0 ? t('home_connected_note') : t('home_connected_none')}
        />
        <Tile
          {...tile('attention')}
          glyph={counts.counted > 0 ? <StatusGlyph status={worst} /> : <Icon name="error" class="pb-tile-calm" />}
          name={t('home_attention')}
          value={counts.counted}
          note={attentionNote(counts, t)}
        />
        <Tile
          {...tile('not-reported')}
          glyph={<StatusGlyph status="notReported" />}
          name={t('status_notReported')}
          value={counts.notReported}
          note={
            counts.blind > 0
              ? t('home_blind_note', { count: counts.blind })
              : counts.quiet > 0
                ? t('home_quiet_note', { count: counts.quiet })
                : counts.notReported > 0
                  ? t('home_unreported_note')
                  : t('home_unreported_none')
          }
        />
        <Tile
          {...tile('waiting')}
          glyph={<Icon name={counts.permissionsRead > 0 ? 'lock' : 'notReported'} class="pb-tile-calm" />}
          name={t('home_permissions')}
          value={counts.permissionsRead > 0 ? counts.permissionsWaiting : null}
          note={t('home_permissions_note', { read: counts.permissionsRead, apps: counts.apps })}
        />
      </div>
      {counts.apps > 0 && (
        <StackedBar
          parts={[
            { tone: 'ok', count: counts.connected, name: t('status_inline_connected') },
            { tone: 'bad', count: counts.bad, name: t('home_bar_bad') },
            { tone: 'warn', count: counts.warn, name: t('home_bar_warn') },
            { tone: 'unknown', count: counts.notReported, name: t('status_inline_notReported') },
          ]}
        />
      )}
    </section>
  )
}

function Tile(props: {
  readonly glyph: JSX.Element
  readonly name: string
  /** Null: nothing was read that would tell. */
  readonly value: number | null
  readonly note: string
  readonly pressed: boolean
  readonly onPress: () => void
}): JSX.Element {
  const { glyph, name, value, note, pressed, onPress } = props
  const t = useT()
  return (
    <button type="button" class="pb-tile" aria-pressed={pressed} onClick={onPress}>
      <span class="pb-tile-name">
        {glyph}
        {name}
      </span>
      <span class="pb-tile-value">{value === null ? t('home_not_read') : t.number(value)}</span>
      <span class="pb-tile-note">{note}</span>
    </button>
  )
}

/** "1 error, 1 expired" and, apart from it, what is snoozed. */
const attentionNote = (counts: HomeCounts, t: Translator): string => {
  const parts = counts.kinds.map(({ kind, count }) =>
    t('ui_bar_part', { count, name: t(`status_inline_${STATUS_OF_KIND[kind]}`) }),
  )
  if (counts.snoozed > 0) parts.push(t('home_snoozed_part', { count: counts.snoozed }))
  return parts.length > 0 ? parts.join(t.lang === 'ja' ? '・' : ', ') : t('home_attention_none')
}
