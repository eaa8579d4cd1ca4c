import type { Translator } from '../../storage/i18n.ts'
import type { Settings } from '../../storage/settings.ts'

/** How long notices and deliveries are kept, in words: "90 days", "1 year", "Until the account is removed". */
export const keptText = (days: Settings['retentionDays'], t: Translator): string =>
  days === null
    ? t('settings_kept_forever')
    : days === 365
      ? t('settings_kept_year')
      : t('duration_days', { count: days })
