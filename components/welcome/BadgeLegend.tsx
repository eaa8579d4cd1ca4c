import './welcome.css'
import type { JSX } from 'preact'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { Mark } from '../ui/Mark.tsx'

/** What the toolbar button says, so that its silence is not taken for "all is well". */
export function BadgeLegend(): JSX.Element {
  const t = useT()
  return (
    <Card title={t('welcome_badge_title')}>
      <ul class="pb-badges">
        <Line badge="3" tone="bad" text={t('welcome_badge_bad')} />
        <Line badge="2" tone="warn" text={t('welcome_badge_warn')} />
        <Line badge="!" tone="blind" text={t('welcome_badge_blind')} />
        <Line text={t('welcome_badge_none')} />
      </ul>
    </Card>
  )
}

function Line(props: {
  readonly badge?: string
  readonly tone?: 'bad' | 'warn' | 'blind'
  readonly text: string
}): JSX.Element {
  const { badge, tone, text } = props
  return (
    <li>
      <span class="pb-toolbar" aria-hidden="true">
        <Mark size={24} />
        {badge && <span class={`pb-toolbar-badge pb-toolbar-${tone}`}>{badge}</span>}
      </span>
      <span>{text}</span>
    </li>
  )
}
