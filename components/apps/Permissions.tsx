import type { JSX } from 'preact'
import { PERMISSION_GROUPS, type PermissionGroup } from '../../storage/model/facts/facts.ts'
import { SOURCE_KIND } from '../attention/issueWords.ts'
import { isStale } from '../shell/Sources.tsx'
import { CapabilityNote } from '../ui/CapabilityNote.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import type { AppRow } from './appRow.ts'
import { missingNote } from './notReported.tsx'

const GROUP_NAMES = {
  granted: 'apps_permissions_granted',
  'after-reauthorization': 'term_available_after_reauthorization',
  'needs-upgrade': 'apps_permissions_upgrade',
} as const satisfies Record<PermissionGroup, string>

/** What the app may do, in HubSpot's words and language, as its own page groups it. */
export function Permissions(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const { permissions } = row.app
  const { t, now } = useFrame()
  if (!permissions) return <CapabilityNote {...missingNote('permissions', row, t)} />
  const { language, phrases } = permissions.value
  return (
    <>
      {PERMISSION_GROUPS.map(group => {
        const texts = phrases.filter(phrase => phrase.group === group).map(phrase => phrase.text)
        return (
          texts.length > 0 && (
            <div key={group} class="pb-phrases">
              <h4>
                {t(GROUP_NAMES[group])} <span class="pb-muted">{t.number(texts.length)}</span>
              </h4>
              <ul lang={/^[a-z]{2,3}$/.test(language) ? language : undefined}>
                {texts.map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          )
        )
      })}
      {phrases.length === 0 && <p class="pb-muted">{t('apps_permissions_none')}</p>}
      <SourceAge
        source={SOURCE_KIND[permissions.source]}
        observedAt={permissions.at}
        stale={isStale(permissions.at, now)}
      />
    </>
  )
}
