import type { JSX } from 'preact'
import { hubspotUrl } from '../../storage/model/hubspotHost.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import type { Tooltip } from '../ui/Tooltip.tsx'
import { canReconnect, isAboutAccount } from './issueWords.ts'
import { headingId } from './placeRows.ts'
import { readProblem } from './readProblem.ts'
import type { Deeds } from './useDeeds.ts'

export interface RowActionsProps {
  readonly item: AttentionItem
  readonly variant: 'popup' | 'home'
  /** What presses do. Without it the controls are only painted. */
  readonly live?: LiveActions | undefined
}

export interface LiveActions {
  readonly deeds: Deeds
  /** The Snooze menu, in the place of its painted button. */
  readonly snooze: JSX.Element
  readonly Tip: typeof Tooltip
  readonly detailsId: string
  readonly expanded: boolean
  readonly onDetails: () => void
}

/**
 * What can be done with a row. The buttons keep their visible names; the row's heading says of what. `data-deed` is how the
 * row's keys find their control.
 */
export function RowActions(props: RowActionsProps): JSX.Element {
  const { item, variant, live } = props
  const t = useT()
  const undo = (
    <Button small aria-describedby={headingId(item)} onClick={() => live?.deeds.undo(item)}>
      {t('ui_undo')}
    </Button>
  )
  if (item.state !== 'counted') return undo
  const first = item.reconnecting ? undo : firstAction(props)
  return (
    <>
      {first ?? <DetailsButton {...props} kind="default" />}
      {first && variant === 'home' && <DetailsButton {...props} kind="quiet" />}
      {!item.reconnecting && (
        <span data-deed="snooze">
          {live?.snooze ?? (
            <Button small kind="quiet" iconAfter="chevronDown" aria-haspopup="menu" aria-describedby={headingId(item)}>
              {t('term_snooze')}
            </Button>
          )}
        </span>
      )}
      {!isAboutAccount(item) && (
        <span data-deed="fixed">
          <Button small kind="quiet" aria-describedby={headingId(item)} onClick={() => live?.deeds.fixed(item)}>
            {t('term_fixed')}
          </Button>
        </span>
      )}
    </>
  )
}

/** The bordered one, or undefined where nothing can be mended outside and Details takes its place. */
function firstAction(props: RowActionsProps): JSX.Element | undefined {
  const { item } = props
  const url = item.url && hubspotUrl(item.url) // what a page told is not trusted
  if (isAboutAccount(item)) return url ? <OpenPage {...props} url={url} /> : undefined
  if (!canReconnect(item)) return undefined
  return url || item.sample ? <Reconnect {...props} url={url} /> : undefined
}

type WithUrl = RowActionsProps & { readonly url: string | null }

/** Opens the app's own page; says before it is pressed that disconnecting first would lose the connection's settings. */
function Reconnect({ item, url, live }: WithUrl): JSX.Element {
  const t = useT()
  const button = (tipId: string) => {
    const common = {
      small: true,
      'aria-describedby': `${headingId(item)} ${tipId}`,
      onClick: () => live?.deeds.reconnect(item),
    }
    return url ? (
      <LinkButton {...common} href={url} external>
        {t('term_reconnect')}
      </LinkButton>
    ) : (
      <Button {...common}>{t('term_reconnect')}</Button>
    )
  }
  return (
    <span data-deed="reconnect">
      {live ? <live.Tip text={t('attention_reauthorise')}>{button}</live.Tip> : button('')}
    </span>
  )
}

function OpenPage({ item, url }: RowActionsProps & { readonly url: string }): JSX.Element {
  const t = useT()
  return (
    <span data-deed="reconnect">
      <LinkButton small href={url} external aria-describedby={headingId(item)}>
        {item.kind === 'stale' ? t('state_cannot_see_open') : readProblem(item.evidence.text, t).action}
      </LinkButton>
    </span>
  )
}

function DetailsButton({ item, live, kind }: RowActionsProps & { readonly kind: 'default' | 'quiet' }): JSX.Element {
  const t = useT()
  return (
    <span data-deed="details">
      <Button
        small
        kind={kind}
        aria-describedby={headingId(item)}
        aria-expanded={live?.expanded ?? false}
        aria-controls={live?.expanded ? live.detailsId : undefined}
        onClick={live?.onDetails}
      >
        {t('term_details')}
      </Button>
    </span>
  )
}
