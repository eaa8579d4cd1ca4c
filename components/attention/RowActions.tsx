import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { hubspotUrl } from '../../storage/model/links.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { canReconnect, isAboutAccount } from './issueWords.ts'
import { readProblem } from './readProblem.ts'
import type { Deeds } from './useDeeds.ts'
import { useLater } from './useLater.ts'

export interface RowActionsProps {
  readonly item: AttentionItem
  readonly variant: 'popup' | 'home'
  readonly deeds: Deeds
  /** Id of the row's heading: the buttons keep their visible names, the heading says of what. */
  readonly headingId: string
  readonly detailsId: string
  readonly expanded: boolean
  readonly onDetails: () => void
  readonly onPickDate: () => void
}

/** What can be done with a row. `data-deed` is how the row's keys find their control. */
export function RowActions(props: RowActionsProps): JSX.Element {
  const { item, variant, deeds, headingId, onPickDate } = props
  const t = useT()
  if (item.state !== 'counted') {
    return (
      <Button small aria-describedby={headingId} onClick={() => deeds.undo(item)}>
        {t('ui_undo')}
      </Button>
    )
  }
  const first = firstAction(props)
  return (
    <>
      {first ?? <DetailsButton {...props} kind="default" />}
      {first && variant === 'home' && <DetailsButton {...props} kind="quiet" />}
      {item.reconnecting ? (
        <Button small kind="quiet" aria-describedby={headingId} onClick={() => deeds.undo(item)}>
          {t('ui_undo')}
        </Button>
      ) : (
        <Snooze describedBy={headingId} onSnooze={until => deeds.snooze(item, until)} onPickDate={onPickDate} />
      )}
      {!isAboutAccount(item) && (
        <span data-deed="fixed">
          <Button small kind="quiet" aria-describedby={headingId} onClick={() => deeds.fixed(item)}>
            {t('term_fixed')}
          </Button>
        </span>
      )}
    </>
  )
}

const loadMenu = () => import('./SnoozeMenu.tsx')

/** The menu comes after the popup's first paint; until then its button stands in its place, and a press is remembered. */
function Snooze(props: {
  readonly describedBy: string
  readonly onSnooze: (until: number | null) => void
  readonly onPickDate: () => void
}): JSX.Element {
  const t = useT()
  const Menu = useLater(loadMenu)?.default
  const [pressed, setPressed] = useState(false)
  return (
    <span data-deed="snooze">
      {Menu ? (
        <Menu {...props} startOpen={pressed} />
      ) : (
        <Button
          small
          kind="quiet"
          iconAfter="chevronDown"
          aria-haspopup="menu"
          aria-expanded={false}
          aria-describedby={props.describedBy}
          onClick={() => setPressed(true)}
        >
          {t('term_snooze')}
        </Button>
      )}
    </span>
  )
}

/** The bordered one, or undefined where nothing can be mended outside and Details takes its place. */
function firstAction(props: RowActionsProps): JSX.Element | undefined {
  const { item, deeds, headingId } = props
  const url = item.url && hubspotUrl(item.url) // what a page told is not trusted
  if (isAboutAccount(item)) return url ? <OpenPage item={item} url={url} headingId={headingId} /> : undefined
  if (!canReconnect(item)) return undefined
  if (item.reconnecting) return <Waiting url={url} headingId={headingId} />
  if (url || item.sample) return <Reconnect item={item} url={url} deeds={deeds} headingId={headingId} />
  return undefined
}

/** Opens the app's own page; says before it is pressed that disconnecting first would lose the connection's settings. */
function Reconnect(props: {
  readonly item: AttentionItem
  readonly url: string | null
  readonly deeds: Deeds
  readonly headingId: string
}): JSX.Element {
  const { item, url, deeds, headingId } = props
  const t = useT()
  return (
    <span data-deed="reconnect">
      <Tooltip text={t('attention_reauthorise')}>
        {id => {
          const common = { small: true, 'aria-describedby': `${headingId} ${id}`, onClick: () => deeds.reconnect(item) }
          return url ? (
            <LinkButton {...common} href={url} external>
              {t('term_reconnect')}
            </LinkButton>
          ) : (
            <Button {...common}>{t('term_reconnect')}</Button>
          )
        }}
      </Tooltip>
    </span>
  )
}

/** Reconnect was pressed. Its page can be opened again. */
function Waiting(props: { readonly url: string | null; readonly headingId: string }): JSX.Element {
  const { url, headingId } = props
  const t = useT()
  const words = t('attention_waiting')
  return (
    <span data-deed="reconnect" class="attn-waiting">
      <Icon name="reconnecting" size={14} />
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer" aria-describedby={headingId}>
          {words}
          <span class="pb-hidden"> ({t('ui_opens_in_new_tab')})</span>
        </a>
      ) : (
        <span>{words}</span>
      )}
    </span>
  )
}

function OpenPage(props: {
  readonly item: AttentionItem
  readonly url: string
  readonly headingId: string
}): JSX.Element {
  const { item, url, headingId } = props
  const t = useT()
  return (
    <span data-deed="reconnect">
      <LinkButton small href={url} external aria-describedby={headingId}>
        {item.kind === 'stale' ? t('state_cannot_see_open') : readProblem(item.evidence.text, t).action}
      </LinkButton>
    </span>
  )
}

function DetailsButton(props: RowActionsProps & { readonly kind: 'default' | 'quiet' }): JSX.Element {
  const { headingId, detailsId, expanded, onDetails, kind } = props
  const t = useT()
  return (
    <span data-deed="details">
      <Button
        small
        kind={kind}
        aria-describedby={headingId}
        aria-expanded={expanded}
        aria-controls={expanded ? detailsId : undefined}
        onClick={onDetails}
      >
        {t('term_details')}
      </Button>
    </span>
  )
}
