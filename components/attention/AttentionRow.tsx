import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { useFrame } from '../ui/I18n.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { checkedAt, isUnchecked, sourceOf } from './issueWords.ts'
import { headingId } from './placeRows.ts'
import { RowLook, type RowLookProps } from './RowLook.tsx'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import type { Deeds } from './useDeeds.ts'
import { useLater } from './useLater.ts'
import { useRowKeys } from './useRowKeys.ts'

export interface AttentionRowProps extends Omit<RowLookProps, 'live'> {
  readonly letterKeys: boolean
  readonly deeds: Deeds
}

const loadDetails = () => import('./AttentionDetails.tsx')
const loadDate = () => import('./SnoozeDate.tsx')

/** One row of Needs your attention, with all that can be done to it. */
export function AttentionRow(props: AttentionRowProps): JSX.Element {
  const { row, account, variant, letterKeys, deeds } = props
  const { now } = useFrame()
  const { item } = row
  const id = useId()
  const [expanded, setExpanded] = useState(false)
  const [picking, setPicking] = useState(false)
  const Details = useLater(loadDetails, expanded)?.default
  const DateForm = useLater(loadDate, picking)?.default
  const element = useRef<HTMLLIElement>(null)
  const keys = useRowKeys(element, letterKeys, `${item.state} ${item.reconnecting} ${picking}`)

  const snooze = (until: number | null) => {
    setPicking(false)
    deeds.snooze(item, until)
  }
  return (
    <RowLook
      {...props}
      live={{
        element: { ref: element, ...keys },
        deeds,
        snooze: <SnoozeMenu describedBy={headingId(item)} onSnooze={snooze} onPickDate={() => setPicking(true)} />,
        detailsId: id,
        expanded,
        onDetails: () => setExpanded(!expanded),
        Tip: Tooltip,
        age: (
          <SourceAge
            source={sourceOf(item)}
            observedAt={checkedAt(item, account)}
            stale={isUnchecked(item, account, now)}
            words={variant === 'home' ? 'full' : 'time'}
          />
        ),
        below: (
          <>
            {picking && DateForm && !row.left && (
              <DateForm name={item.name} onSnooze={snooze} onCancel={() => setPicking(false)} />
            )}
            {expanded && Details && <Details id={id} item={item} account={account} />}
          </>
        ),
      }}
    />
  )
}
