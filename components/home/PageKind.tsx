import type { JSX } from 'preact'
import type { Overview } from '../../storage/model/overview.ts'
import type { ListReads } from '../apps/listReads.ts'
import { useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'

/** HubSpot's own article on the page, with the way for super admins to switch to the new one. */
const OPT_IN_HELP = 'https://knowledge.hubspot.com/integrations/manage-connected-apps'

/** H8: which page each account has, what that page gives, and where a super admin switches. */
export function PageKind(props: {
  readonly overviews: readonly Overview[]
  readonly reads: ReadonlyMap<string, ListReads> | undefined
}): JSX.Element | null {
  const { overviews, reads } = props
  const t = useT()
  const real = overviews.filter(overview => !overview.sample)
  if (real.length === 0 || !reads) return null
  return (
    <div class="pb-home-foot">
      {real.map(overview => {
        const page = reads.get(overview.id)?.home?.page
        const key = page === 'new' ? 'home_page_new' : page === 'classic' ? 'home_page_classic' : 'home_page_unknown'
        return (
          <p key={overview.id}>
            {real.length > 1 && <strong>{overview.label} </strong>}
            {t(key)} {page !== 'new' && <ExternalLink href={OPT_IN_HELP}>{t('home_page_help')}</ExternalLink>}
          </p>
        )
      })}
    </div>
  )
}
