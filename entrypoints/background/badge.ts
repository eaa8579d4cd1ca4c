import { dayText, type TimeFrame } from '../../storage/formatTime.ts'
import { createTranslator, loadMessages, resolveLang } from '../../storage/i18n.ts'
import type { Glance } from '../../storage/model/glance.ts'
import type { BadgeState } from '../../storage/model/issues/badge.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { statusWord } from '../../storage/problemWords.ts'
import { getSettings } from '../../storage/settings.ts'

/** Ground and text of the badge by the worst row: UI.md section 3. */
const COLOURS = {
  bad: { ground: '#b3261e', text: '#ffffff' },
  warn: { ground: '#f0b429', text: '#1f1400' },
  blind: { ground: '#596273', text: '#ffffff' },
} as const

const SIZES = [16, 32, 48, 128]
const icon = (name: 'patchbay' | 'not-set-up') =>
  Object.fromEntries(SIZES.map(size => [size, `/icons/${name}-${size}.png`]))

/** Paints what the glance says; the only place that touches the toolbar button. */
export const paintBadge = async ({ badge, at }: Glance): Promise<void> => {
  const { language } = await getSettings()
  const lang = resolveLang(language)
  const t = createTranslator(await loadMessages(lang), lang)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const colours = COLOURS[badge.kind === 'attention' ? badge.severity : 'blind']
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: colours.ground }),
    browser.action.setBadgeTextColor?.({ color: colours.text }),
    browser.action.setTitle({ title: badgeTitle(badge, { t, now: at, zone }) }),
    browser.action.setIcon({ path: icon(badge.kind === 'not-set-up' ? 'not-set-up' : 'patchbay') }),
  ])
}

/** At most four characters. */
export const badgeText = (badge: BadgeState): string => {
  if (badge.kind === 'first-read') return '…'
  if (badge.kind === 'cannot-see') return '!'
  return badge.kind === 'attention' ? (badge.count > 999 ? '999+' : String(badge.count)) : ''
}

/** The sentence a person hears or sees on the toolbar button. */
export const badgeTitle = (badge: BadgeState, frame: TimeFrame): string => {
  const { t } = frame
  switch (badge.kind) {
    case 'not-set-up':
      return t('badge_title_not_set_up')
    case 'first-read':
      return t('badge_title_first_read')
    case 'all-well':
      return t('badge_title_all_well', { connected: badge.connected, unreported: badge.notReported })
    case 'all-snoozed':
      return t('badge_title_all_snoozed', { snoozed: badge.snoozed })
    case 'cannot-see':
      return t('badge_title_cannot_see', { day: dayText(badge.since, frame) })
    case 'attention': {
      const { count, worst, unseen, snoozed } = badge
      const title =
        unseen.length > 0
          ? t('badge_title_unseen', { count, account: new Intl.ListFormat(t.lang).format(unseen) })
          : t('badge_title_attention', { count, name: worst.name, status: statusWord(worst.kind, t) })
      return snoozed > 0 ? t('badge_title_with_snoozed', { title, snoozed }) : title
    }
  }
}
