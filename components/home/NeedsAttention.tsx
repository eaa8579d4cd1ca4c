import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { compareItems } from '../../storage/model/issues/worstFirst.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { AttentionList } from '../attention/AttentionList.tsx'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { AllWell } from './AllWell.tsx'
import type { HomeCounts } from './homeCounts.ts'

/** H1: every open problem of the chosen accounts, worst first; snoozed ones and those said to be fixed behind a button. */
export function NeedsAttention(props: {
  readonly overviews: readonly Overview[]
  readonly counts: HomeCounts
}): JSX.Element {
  const { overviews, counts } = props
  const t = useT()
  const { settings } = useScreen()
  const items = useMemo(() => overviews.flatMap(overview => overview.items).sort(compareItems), [overviews])
  const worst = items.find(item => item.state === 'counted')
  return (
    <AttentionList
      items={items}
      accounts={overviews}
      variant="home"
      showAccount={overviews.length > 1}
      letterKeys={settings.letterKeys}
      layout={(tools, list) => (
        <Card
          title={t('term_needs_attention')}
          count={counts.counted}
          countTone={worst?.severity}
          actions={tools}
          body="flush"
          id="attention"
        >
          {counts.counted === 0 && <AllWell counts={counts} />}
          {list}
        </Card>
      )}
    />
  )
}
