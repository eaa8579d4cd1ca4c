import { getAccount } from '../../../storage/accounts.ts'
import type { PatchbayDb } from '../../../storage/db.ts'
import { hereOf } from '../../../storage/here.ts'
import { createTranslator, loadMessages, resolveLang } from '../../../storage/i18n.ts'
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import { DAY } from '../../../storage/model/facts/time.ts'
import type { Message } from '../../../storage/model/notices/message.ts'
import type { Notice } from '../../../storage/model/notices/rows.ts'
import { noticeInShort, noticeMessage, type Sender } from '../../../storage/noticeText.ts'
import { peopleOf } from '../../../storage/people.ts'
import { getSettings } from '../../../storage/settings.ts'
import { zoneOf } from '../../../storage/telling.ts'
import { type Deed, deedsOf, type Shown } from './channels/inApp.ts'

/** Turns notices into words for one run of the outbox: what does not change meanwhile is read once. */
export interface Words {
  message: (notice: Notice) => Promise<Message>
  shown: (notice: Notice) => Promise<Shown>
  together: (count: number) => Shown
  /** The mail that "Send test" sends. */
  testMail: (now: number) => Message
}

/**
 * A mail is read on any later day, so every time in it stands with its day: none is "today" from here. Always the same for
 * one notice: what is sent again is the same to the letter, as providers that know a mail again want it.
 */
const LATER = 2 * DAY

const BUTTONS = { reconnect: 'term_reconnect', snooze: 'notice_snooze_tomorrow' } as const satisfies Record<
  Deed,
  string
>

export const wordsNow = async (on: PatchbayDb): Promise<Words> => {
  const { language } = await getSettings()
  const lang = resolveLang(language)
  const t = createTranslator(await loadMessages(lang), lang)
  const senders = new Map<AccountId, Promise<SenderAt>>()
  const senderOf = (account: AccountId) => {
    const known = senders.get(account) ?? findSender(account, on)
    senders.set(account, known)
    return known
  }
  return {
    message: async notice => {
      const sender = await senderOf(notice.account)
      return noticeMessage(notice, sender, { t, now: notice.at + LATER, zone: sender.zone })
    },
    shown: async notice => {
      const sender = await senderOf(notice.account)
      const short = noticeInShort(notice, sender, { t, now: notice.at, zone: sender.zone })
      return { ...short, buttons: deedsOf(notice).map(deed => t(BUTTONS[deed])) }
    },
    together: count => ({ title: t('notice_together', { count }), body: t('notice_together_text') }),
    testMail: now => ({
      lang,
      subject: t('mail_test_subject'),
      lead: [t('mail_test_text')],
      items: [],
      more: null,
      footer: [t('mail_test_footer', { time: new Date(now).toISOString() })],
    }),
  }
}

interface SenderAt extends Sender {
  zone: string
}

const findSender = async (id: AccountId, on: PatchbayDb): Promise<SenderAt> => {
  const [account, { me }] = await Promise.all([getAccount(id, on), hereOf(id, on)])
  const who = me === null ? null : ((await peopleOf(id, on)).find(({ ref }) => ref === me)?.name ?? null)
  return { account: account?.label ?? '', who, zone: zoneOf(account ?? { zone: null }) }
}
