import './attention.css'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { AttentionRow } from './AttentionRow.tsx'
import type { AccountAge } from './issueWords.ts'
import { type PlacedRow, rowKey } from './mergeStill.ts'
import { useDeeds } from './useDeeds.ts'
import { focusFirstRow } from './useRowKeys.ts'
import { useStillRows } from './useStillRows.ts'

export interface AttentionListProps {
  /** Worst first, in every state; the list sorts out which are counted, snoozed and fixed. */
  readonly items: readonly AttentionItem[]
  /** The accounts of the items, for what "not checked since" is measured by. */
  readonly accounts: readonly AccountAge[]
  readonly variant: 'popup' | 'home'
  /** Names the account on each row: with several accounts. */
  readonly showAccount: boolean
  /** Whether R, S and F act (`settings.letterKeys`). */
  readonly letterKeys: boolean
  /** Opens the snoozed ones at once: where nothing else is open. */
  readonly startOpen?: 'snoozed' | undefined
  /**
   * Puts the list into its section.
   * @param tools what belongs at the right end of the section's heading: "2 changes · Show", "1 snoozed", "1 marked fixed"
   * @param list the rows; null when there are none to show
   */
  readonly layout: (tools: JSX.Element, list: JSX.Element | null) => JSX.Element
}

type Hidden = 'snoozed' | 'fixed'

/**
 * The rows of Needs your attention, still while the pointer or the focus is in them. Snoozed rows and those said to be
 * fixed are behind a button each. Wants `<ToastHost>` and `<I18n>` around it.
 */
export function AttentionList(props: AttentionListProps): JSX.Element {
  const { items, accounts, variant, showAccount, letterKeys, startOpen, layout } = props
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<readonly Hidden[]>(startOpen ? [startOpen] : [])
  const { rows, waiting, showWaiting, claim, hold } = useStillRows(items)
  const deeds = useDeeds(claim)

  const inState = (state: AttentionItem['state']) => items.filter(item => item.state === state).length
  const placed = (place: AttentionItem['state']) => rows.filter(row => row.place === place)
  const lists = [placed('counted'), ...open.map(placed)].filter(list => list.length > 0)
  const toggle = (which: Hidden) =>
    setOpen(open.includes(which) ? open.filter(other => other !== which) : [...open, which])
  const show = () => {
    showWaiting()
    // The button goes away; without this the focus would fall back to the top of the page.
    requestAnimationFrame(() => focusFirstRow(box.current))
  }
  const renderRow = (row: PlacedRow) => (
    <AttentionRow
      key={rowKey(row.item)}
      row={row}
      account={accounts.find(account => account.id === row.item.account)}
      variant={variant}
      showAccount={showAccount}
      letterKeys={letterKeys}
      deeds={deeds}
    />
  )

  const tools = (
    <div class="attn-tools">
      {waiting > 0 ? (
        <button type="button" class="attn-tool" onClick={show}>
          {t('ui_show_changes', { count: waiting })}
        </button>
      ) : (
        <>
          <HiddenToggle which="snoozed" count={inState('snoozed')} open={open} onToggle={toggle} />
          <HiddenToggle which="fixed" count={inState('fixed')} open={open} onToggle={toggle} />
        </>
      )}
    </div>
  )
  const list = (
    <div class="attn-lists" data-attention ref={box} {...hold}>
      {lists.map(listed => (
        <ul key={listed[0]?.place} aria-label={listed[0] && listName(listed[0].place)}>
          {listed.map(renderRow)}
        </ul>
      ))}
    </div>
  )
  function listName(place: AttentionItem['state']): string {
    if (place === 'counted') return t('term_needs_attention')
    return t(place === 'snoozed' ? 'attention_snoozed_list' : 'attention_fixed_list')
  }
  return layout(tools, lists.length > 0 ? list : null)
}

/** "1 snoozed": shows and hides those rows. */
function HiddenToggle(props: {
  readonly which: Hidden
  readonly count: number
  readonly open: readonly Hidden[]
  readonly onToggle: (which: Hidden) => void
}): JSX.Element | null {
  const { which, count, open, onToggle } = props
  const t = useT()
  if (count === 0) return null
  const isOpen = open.includes(which)
  return (
    <button type="button" class="attn-tool" aria-expanded={isOpen} onClick={() => onToggle(which)}>
      {t(which === 'snoozed' ? 'attention_snoozed' : 'attention_fixed', { count })}
      <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={14} />
    </button>
  )
}
