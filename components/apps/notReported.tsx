import type { Translator } from '../../storage/i18n.ts'
import { appUrl } from '../../storage/model/links.ts'
import type { CapabilityNoteProps } from '../ui/CapabilityNote.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import type { AppRow } from './appRow.ts'

/** Fields of an app that a source may leave untold. */
export type MissingField = 'status' | 'installed' | 'installedBy' | 'lastActivity' | 'permissions' | 'users'

/**
 * What is not reported, why, and what would supply it. A blank cell (HubSpot has the column and says nothing for this app)
 * and a column that was never read are two reasons, told apart.
 */
export const missingNote = (field: MissingField, row: AppRow, t: Translator): CapabilityNoteProps => {
  const { app, account } = row
  const onlyOthers = app.inMyApps === null && app.inOtherApps !== null
  const remedy = account.url && (
    <ExternalLink href={appUrl(account, app) ?? account.url}>{t('apps_missing_open')}</ExternalLink>
  )
  switch (field) {
    case 'status':
      return {
        what: t('apps_missing_status'),
        why: app.status ? t('apps_missing_status_blank') : t('apps_missing_column'),
      }
    case 'lastActivity':
      return {
        what: t('apps_missing_activity'),
        why: app.lastActivity
          ? t('apps_missing_activity_blank')
          : onlyOthers
            ? t('apps_missing_others')
            : t('apps_missing_column'),
      }
    case 'installed':
      return {
        what: t('apps_missing_installed'),
        why: onlyOthers ? t('apps_missing_others') : t('apps_missing_column'),
      }
    case 'installedBy':
      return { what: t('apps_missing_by'), why: onlyOthers ? t('apps_missing_others') : t('apps_missing_column') }
    case 'permissions':
      return { what: t('apps_missing_permissions'), why: t('apps_missing_permissions_why'), remedy }
    case 'users':
      return { what: t('apps_missing_users'), why: t('apps_missing_users_why'), remedy }
  }
}
