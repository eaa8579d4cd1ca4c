import '../ui/moreGlyphs.ts'
import type { JSX } from 'preact'
import type { PlainKey, Translator } from '../../storage/i18n.ts'
import { lastReadText, mendUrl, readProblem, sentences } from '../attention/readProblem.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import type { PopupAccount, PopupView } from './popupView.ts'
import type { ThisTab } from './thisTab.ts'

interface NotesProps {
  readonly view: PopupView
  readonly tab: ThisTab | null
  /** Reads the tab under the popup. */
  readonly onRead: () => void
}

/** The newest look did not understand the page: what is on screen is from the look before it. Once it is a row, that tells it. */
export function FailedLooks({ view }: NotesProps): JSX.Element {
  const frame = useFrame()
  const { t } = frame
  const isRow = (account: PopupAccount) =>
    view.items.some(item => item.account === account.id && item.kind === 'unreadable' && item.state === 'counted')
  return (
    <>
      {view.accounts.map(account => {
        if (!account.failed || isRow(account)) return null
        const { title, text, action } = readProblem(account.failed.state, t)
        return (
          <Strip
            key={account.id}
            tone="blind"
            icon="cannotSee"
            actions={
              <LinkButton small external href={mendUrl(account.url)}>
                {action}
              </LinkButton>
            }
          >
            <strong>{title}</strong> <AccountName view={view} account={account} />
            <br />
            {sentences(t, text, lastReadText(account.readAt, frame))}
          </Strip>
        )
      })}
    </>
  )
}

const LISTS: Readonly<Record<string, PlainKey>> = {
  attention: 'term_needs_attention',
  'my-apps': 'term_my_apps',
  'other-apps': 'popup_other_apps',
}

/** The newest read did not reach the end of a list. */
export function PartialReads({ view, tab, onRead }: NotesProps): JSX.Element {
  const { t } = useFrame()
  return (
    <>
      {view.accounts.map(account => {
        if (account.partial.length === 0 || account.failed) return null
        const words = t('state_partial_action')
        return (
          <Strip
            key={account.id}
            icon="half"
            actions={
              tab?.account === account.id ? (
                <Button small onClick={onRead}>
                  {words}
                </Button>
              ) : (
                <LinkButton small external href={mendUrl(account.url)}>
                  {words}
                </LinkButton>
              )
            }
          >
            <strong>{t('state_partial_title')}</strong> <AccountName view={view} account={account} />
            <br />
            {sentences(t, listsSeen(account, t), t('state_partial_note'))}
          </Strip>
        )
      })}
    </>
  )
}

const listsSeen = ({ partial }: PopupAccount, t: Translator): string => {
  // Under a filter the page's numbers are those of what it lets through.
  if (partial.every(({ proof }) => proof === 'filtered')) return t('proof_filtered')
  const lists = partial.map(({ kind, seen, stated }) => {
    const list = t(LISTS[kind] ?? 'term_my_apps')
    return stated === null ? t('popup_list_seen', { list, seen }) : t('popup_list_seen_of', { list, seen, stated })
  })
  return t('reason_titled', { title: lists.join(t.lang === 'ja' ? '、' : ', ') })
}

/** Which account, where there are several. */
function AccountName(props: { readonly view: PopupView; readonly account: PopupAccount }): JSX.Element | null {
  return props.view.accounts.length > 1 ? <span class="pb-muted">{props.account.label}</span> : null
}
