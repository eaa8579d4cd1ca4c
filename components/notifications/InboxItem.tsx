import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { hubspotUrl } from '../../storage/model/hubspotHost.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import type { MessageItem } from '../../storage/model/notices/message.ts'
import type { Overview } from '../../storage/model/overview.ts'
import AttentionDetails from '../attention/AttentionDetails.tsx'
import { canReconnect } from '../attention/issueWords.ts'
import SnoozeDate from '../attention/SnoozeDate.tsx'
import { SnoozeMenu } from '../attention/SnoozeMenu.tsx'
import { takeTellingDeed } from '../attention/telling.ts'
import { untilText } from '../attention/untilText.ts'
import { useDeeds } from '../attention/useDeeds.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { useToast } from '../ui/Toast.tsx'
import type { OpenItem } from './InboxOpen.ts'

/** One thing that a notice says, in the words it was sent with, and what can be done while its problem is open. */
export function InboxItem(props: {
  readonly words: MessageItem
  /** The problem as it stands now; null when it is over, or was none. */
  readonly open: OpenItem | null
  readonly account: Overview | undefined
}): JSX.Element {
  const { words, open, account } = props
  const id = useId()
  const [first, ...rest] = words.lines
  return (
    <li class="inbox-item">
      <p id={id} class="inbox-title">
        {words.title}
      </p>
      {first && <p class="inbox-line">{first}</p>}
      {rest.length > 0 && (
        <p class="inbox-rest">
          {rest.map(line => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      {open && <Deeds open={open} account={account} describedBy={id} />}
    </li>
  )
}

const NOTHING_MOVES = () => undefined

function Deeds(props: {
  readonly open: OpenItem
  readonly account: Overview | undefined
  readonly describedBy: string
}): JSX.Element {
  const { open, account, describedBy } = props
  const { item, acknowledged } = open
  const frame = useFrame()
  const { t } = frame
  const toast = useToast()
  const deeds = useDeeds(NOTHING_MOVES)
  const detailsId = useId()
  const [expanded, setExpanded] = useState(false)
  const [picking, setPicking] = useState(false)
  const tell = (deed: 'acknowledge' | 'unacknowledge') => void takeTellingDeed(item, deed, { frame, toast })
  const snooze = (until: number | null) => {
    setPicking(false)
    deeds.snooze(item, until)
  }
  const standing = standingText(item, frame)
  return (
    <>
      <div class="inbox-deeds">
        {standing ? (
          <>
            <span class="inbox-standing">{standing}</span>
            <Button small aria-describedby={describedBy} onClick={() => deeds.undo(item)}>
              {t('ui_undo')}
            </Button>
          </>
        ) : (
          <First item={item} describedBy={describedBy} onReconnect={() => deeds.reconnect(item)} />
        )}
        <Button
          small
          kind="quiet"
          aria-describedby={describedBy}
          aria-expanded={expanded}
          aria-controls={expanded ? detailsId : undefined}
          onClick={() => setExpanded(!expanded)}
        >
          {t('term_details')}
        </Button>
        {!standing && <SnoozeMenu describedBy={describedBy} onSnooze={snooze} onPickDate={() => setPicking(true)} />}
        {acknowledged ? (
          <span class="inbox-standing">
            {t('telling_acknowledged_state')}
            <Button small kind="link" aria-describedby={describedBy} onClick={() => tell('unacknowledge')}>
              {t('ui_undo')}
            </Button>
          </span>
        ) : item.muted ? null : (
          <Button
            small
            kind="quiet"
            title={t('telling_acknowledge_text')}
            aria-describedby={describedBy}
            onClick={() => tell('acknowledge')}
          >
            {t('telling_acknowledge')}
          </Button>
        )}
      </div>
      {picking && <SnoozeDate name={item.name} onSnooze={snooze} onCancel={() => setPicking(false)} />}
      {expanded && <AttentionDetails id={detailsId} item={item} account={account} />}
    </>
  )
}

/** What the person did about it, in the place of the buttons; undefined while nothing was done. */
const standingText = (item: AttentionItem, frame: ReturnType<typeof useFrame>): string | undefined => {
  const { t } = frame
  if (item.muted) return t('attention_muted')
  if (item.state === 'snoozed')
    return item.snoozedUntil === null
      ? t('attention_snoozed_seen')
      : t('attention_snoozed_until', { time: untilText(item.snoozedUntil, frame) })
  if (item.state === 'fixed') return t('state_fixed_text')
  return item.reconnecting ? t('attention_waiting') : undefined
}

/** Reconnect, or the way to the page where it is mended; nothing where nothing outside mends it. */
function First(props: {
  readonly item: AttentionItem
  readonly describedBy: string
  readonly onReconnect: () => void
}): JSX.Element | null {
  const { item, describedBy, onReconnect } = props
  const { t } = useFrame()
  const url = item.url && hubspotUrl(item.url) // what a page told is not trusted
  const mends = canReconnect(item)
  const common = { small: true, 'aria-describedby': describedBy }
  if (url)
    return (
      <LinkButton {...common} href={url} external onClick={mends ? onReconnect : undefined}>
        {t(mends ? 'term_reconnect' : 'state_cannot_see_open')}
      </LinkButton>
    )
  return item.sample && mends ? (
    <Button {...common} onClick={onReconnect}>
      {t('term_reconnect')}
    </Button>
  ) : null
}
