import './attention.css'
import type { HTMLAttributes, JSX, Ref } from 'preact'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { AccountAge } from './issueWords.ts'
import type { PlacedRow } from './placeRows.ts'

/** Rows that a button shows and hides. */
export type HiddenState = Exclude<AttentionItem['state'], 'counted'>

/** Puts a list into its section; the popup and the home page each have their own. */
export type ListLayout = (
  /** What belongs at the right end of the section's heading: "2 changes · Show", "1 snoozed", "1 marked fixed". */
  tools: JSX.Element,
  /** The rows; null when there are none to show. */
  list: JSX.Element | null,
) => JSX.Element

export interface ListLookProps {
  readonly items: readonly AttentionItem[]
  /** Rows in each state where `items` may be fewer: at the first paint. */
  readonly counts?: Readonly<Record<AttentionItem['state'], number>> | undefined
  readonly accounts: readonly AccountAge[]
  readonly rows: readonly PlacedRow[]
  readonly open: readonly HiddenState[]
  readonly renderRow: (row: PlacedRow, account: AccountAge | undefined) => JSX.Element
  readonly layout: ListLayout
  /** What makes the list answer. Without it, it is only painted. */
  readonly live?:
    | {
        readonly box: Ref<HTMLDivElement>
        readonly hold: Omit<HTMLAttributes<HTMLDivElement>, 'ref'>
        /** Changes that wait until the list may move. */
        readonly waiting: number
        readonly onShow: () => void
        readonly onToggle: (which: HiddenState) => void
      }
    | undefined
}

/** How the rows of Needs your attention lie: the counted ones, then the snoozed and the fixed where they are shown. */
export function ListLook(props: ListLookProps): JSX.Element {
  const { items, counts, accounts, rows, open, renderRow, layout, live } = props
  const t = useT()
  const placed = (place: AttentionItem['state']) => rows.filter(row => row.place === place)
  const lists = (['counted', ...open] as const)
    .map(place => ({ place, listed: placed(place) }))
    .filter(({ listed }) => listed.length > 0)
  const names = {
    counted: t('term_needs_attention'),
    snoozed: t('attention_snoozed_list'),
    fixed: t('attention_fixed_list'),
  }
  const toggle = (which: HiddenState) => {
    const count = counts?.[which] ?? items.filter(item => item.state === which).length
    const isOpen = open.includes(which)
    return (
      count > 0 && (
        <button type="button" class="attn-tool" aria-expanded={isOpen} onClick={() => live?.onToggle(which)}>
          {t(which === 'snoozed' ? 'attention_snoozed' : 'attention_fixed', { count })}
          <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={14} />
        </button>
      )
    )
  }
  return layout(
    <div class="attn-tools">
      {live && live.waiting > 0 ? (
        <button type="button" class="attn-tool" onClick={live.onShow}>
          {t('ui_show_changes', { count: live.waiting })}
        </button>
      ) : (
        <>
          {toggle('snoozed')}
          {toggle('fixed')}
        </>
      )}
    </div>,
    lists.length === 0 ? null : (
      <div class="attn-lists" data-attention ref={live?.box ?? null} {...live?.hold}>
        {lists.map(({ place, listed }) => (
          <ul key={place} aria-label={names[place]}>
            {listed.map(row =>
              renderRow(
                row,
                accounts.find(({ id }) => id === row.item.account),
              ),
            )}
          </ul>
        ))}
      </div>
    ),
  )
}
