import * as v from 'valibot'
import type { Runtime } from 'webextension-polyfill'
import { getAccount } from '../../../../storage/accounts.ts'
import { isDiskFull } from '../../../../storage/diskFull.ts'
import { createTranslator, loadMessages, resolveLang } from '../../../../storage/i18n.ts'
import type {
  AnswerTo,
  FromPage,
  PageAnswer,
  PageHelloAnswer,
  PageViewMessage,
} from '../../../../storage/model/messages.ts'
import { placeOf } from '../../../../storage/model/recognise/location.ts'
import { unsureHeaders } from '../../../../storage/model/recognise/unsure.ts'
import { browser } from '../../../../storage/nativeBrowser.ts'
import { overviewOfAccount } from '../../../../storage/overviews.ts'
import { type PageReadResult, readPage } from '../../../../storage/readPage.ts'
import { getSettings, setSettings } from '../../../../storage/settings.ts'
import { log } from '../../diagnostics.ts'
import { repaint } from '../../repaint.ts'
import { attentionLines } from './attentionLines.ts'
import { isGranted } from './grants.ts'
import { overlayLook } from './look.ts'
import { endRead, noteProgress } from './readTab.ts'
import { PageMessageSchema } from './schema.ts'

/**
 * Answers the page reader. What it sends is untrusted: parsed by schema, and a view whose address names another portal
 * than the tab it came from is dropped.
 */
export const answerPage = async (raw: unknown, sender: Runtime.MessageSender): Promise<AnswerTo[FromPage['type']]> => {
  const parsed = v.safeParse(PageMessageSchema, raw)
  if (!parsed.success) {
    await log('page message', parsed.issues[0])
    return null
  }
  const message = parsed.output as FromPage
  switch (message.type) {
    case 'page.hello':
      return hello(sender)
    case 'page.view':
      return view(message, sender)
    case 'page.progress':
      if (message.phase === 'cancelled') endRead(message.readId, 'cancelled')
      else await noteProgress(message.readId, message.rows, message.stated, Date.now())
      return null
    case 'page.collapsed':
      await setSettings({ overlayCollapsed: message.collapsed })
      return null
    case 'page.open':
      await openOptions(message.what === 'mapping' ? mappingRoute(addressOf(sender)) : '#/home')
      return null
  }
}

/** Where the tab is now: `sender.url` stays at the address at which the script began, also when HubSpot moves on without a reload. */
const addressOf = ({ tab, url }: Runtime.MessageSender): string => tab?.url ?? url ?? ''

const hello = async (sender: Runtime.MessageSender): Promise<PageHelloAnswer> => {
  const [{ agreedAt }, look] = await Promise.all([getSettings(), overlayLook()])
  const read = agreedAt !== null && (await mayReadBySelf(addressOf(sender))) ? 'automatic' : 'no'
  return { read, disclosure: agreedAt !== null, look }
}

/** Level 2: a grant for the host, and the account (if it is watched already) is set to automatic. */
const mayReadBySelf = async (url: string): Promise<boolean> => {
  if (!(await isGranted(url))) return false
  const { portal } = placeOf(url)
  const account = portal ? await getAccount(`hubspot:${portal}`) : null
  return account?.automatic ?? true
}

const view = async (message: PageViewMessage, sender: Runtime.MessageSender): Promise<PageAnswer> => {
  const look = await overlayLook()
  const refuse = (
    refused: NonNullable<PageAnswer['refused']>,
    state: PageAnswer['state'] = 'other-page',
  ): PageAnswer => ({
    outcome: 'refused',
    refused,
    state,
    account: null,
    sections: [],
    attention: [],
    attentionCount: 0,
    look,
  })
  const answer = await store(message, sender).catch(async error => {
    await log('page view', error)
    return isDiskFull(error) ? ('disk-full' as const) : ('failed' as const)
  })
  if (typeof answer === 'string') {
    const refusal = refuse(answer)
    if (message.final) endRead(message.readId, refusal)
    return refusal
  }
  const { account, recognised } = answer
  const { language } = await getSettings()
  const lang = resolveLang(language)
  const t = createTranslator(await loadMessages(lang), lang)
  const overview = account ? await overviewOfAccount(account) : null
  const items = (overview?.items ?? []).filter(item => item.state === 'counted')
  const stored: PageAnswer = {
    outcome: account ? 'stored' : 'refused',
    ...(account ? {} : { refused: 'account-unwatched' as const }),
    state: recognised.state,
    account: overview?.label ?? null,
    sections: recognised.sections.map(section => ({
      kind: section.kind,
      heading: section.heading,
      seen: section.seen,
      stated: section.stated,
      complete: section.complete,
      proof: section.proof,
      unsure: unsureHeaders(section),
      grid: section.grid,
    })),
    attention: attentionLines(items, t),
    attentionCount: items.length,
    look,
  }
  if (message.final) endRead(message.readId, message.cut === 'cancelled' ? 'cancelled' : stored)
  return stored
}

/** Stores a view, or says why not. */
const store = async (
  message: PageViewMessage,
  sender: Runtime.MessageSender,
): Promise<PageReadResult | NonNullable<PageAnswer['refused']>> => {
  const { agreedAt, device } = await getSettings()
  const url = addressOf(sender)
  if (agreedAt === null) return 'disclosure'
  if (placeOf(message.view.url).portal !== placeOf(url).portal) return 'failed' // the account was switched meanwhile
  if (message.level !== 1 && !(await mayReadBySelf(url))) return 'not-granted'
  const now = Date.now()
  const result = await readPage(message.view, {
    id: message.readId,
    way: message.level === 1 ? 'click' : 'automatic',
    device,
    now,
    mayAdd: message.final, // a first read counts when it is done
    automatic: message.level !== 1,
  })
  await repaint(now)
  return result
}

const mappingRoute = (url: string): string => {
  const { portal } = placeOf(url)
  return portal ? `#/accounts/${encodeURIComponent(`hubspot:${portal}`)}/mapping` : '#/accounts'
}

const openOptions = (hash: string) =>
  browser.tabs.create({ url: browser.runtime.getURL(`/options.html${hash}` as '/options.html') })
