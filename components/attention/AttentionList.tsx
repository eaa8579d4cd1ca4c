import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { AttentionRow } from './AttentionRow.tsx'
import type { AccountAge } from './issueWords.ts'
import { type HiddenState, type ListLayout, ListLook } from './ListLook.tsx'
import { rowKey } from './placeRows.ts'
import { useDeeds } from './useDeeds.ts'
import { focusFirstRow } from './useRowKeys.ts'
import { useStillRows } from './useStillRows.ts'

export interface AttentionListProps {
  /** Worst first, in every state; the list sorts out which are counted, snoozed and fixed. */
  readonly items: readonly AttentionItem[]
  /** How many there are in each state, where `items` may be fewer. */
  readonly counts?: Readonly<Record<AttentionItem['state'], number>>
  /** The accounts of the items, for what "not checked since" is measured by. */
  readonly accounts: readonly AccountAge[]
  readonly variant: 'popup' | 'home'
  /** Names the account on each row: with several accounts. */
  readonly showAccount: boolean
  /** Whether R, S and F act (`settings.letterKeys`). */
  readonly letterKeys: boolean
  /** Opens the snoozed ones at once: where nothing else is open. */
  readonly startOpen?: 'snoozed' | undefined
  readonly layout: ListLayout
}

/**
 * The rows of Needs your attention, still while the pointer or the focus is in them. Snoozed rows and those said to be
 * fixed are behind a button each. Wants `<ToastHost>` and `<I18n>` around it.
 */
export function AttentionList(props: AttentionListProps): JSX.Element {
  const { items, variant, showAccount, letterKeys, startOpen } = props
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<readonly HiddenState[]>(startOpen ? [startOpen] : [])
  const { rows, waiting, showWaiting, claim, hold } = useStillRows(items)
  const deeds = useDeeds(claim)
  const show = () => {
    showWaiting()
    // The button goes away; without this the focus would fall back to the top of the page.
    requestAnimationFrame(() => focusFirstRow(box.current))
  }
  const toggle = (which: HiddenState) =>
    setOpen(open.includes(which) ? open.filter(other => other !== which) : [...open, which])
  return (
    <ListLook
      {...props}
      rows={rows}
      open={open}
      live={{ box, hold, waiting, onShow: show, onToggle: toggle }}
      renderRow={(row, account) => (
        <AttentionRow
          key={rowKey(row.item)}
          row={row}
          account={account}
          variant={variant}
          showAccount={showAccount}
          letterKeys={letterKeys}
          deeds={deeds}
        />
      )}
    />
  )
}
