import type { JSX } from 'preact'
import { sentences } from '../attention/readProblem.ts'
import { useT } from '../ui/I18n.tsx'
import type { HomeCounts } from './homeCounts.ts'

/** The calm state. Never "all good": an app without a status is not known to work, and a snoozed problem is known. */
export function AllWell(props: { readonly counts: HomeCounts }): JSX.Element {
  const { counts } = props
  const t = useT()
  if (counts.snoozed > 0) {
    return (
      <div class="pb-calm">
        <h3>{t('popup_all_snoozed')}</h3>
      </div>
    )
  }
  return (
    <div class="pb-calm">
      <h3>{t('state_all_well_title')}</h3>
      <p>
        {sentences(
          t,
          t('state_all_well_connected', { count: counts.connected }),
          counts.notReported > 0 ? t('state_all_well_unreported', { count: counts.notReported }) : '',
        )}
      </p>
    </div>
  )
}
