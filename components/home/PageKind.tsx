import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { LIST_NAMES, type ListReads, listsWithoutTotal } from '../apps/listReads.ts'
import { useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'

/** HubSpot's own article on the page, with the way for super admins to switch to the new one. */
const OPT_IN_HELP = 'https://knowledge.hubspot.com/integrations/manage-connected-apps'

type Page = 'new' | 'classic' | 'unknown'

const WORDS = {
  new: 'home_page_new',
  classic: 'home_page_classic',
  unknown: 'home_page_unknown',
} as const satisfies Record<Page, string>

/** H8: which page the accounts have, what that page gives, where a super admin switches; and what nobody can know of their lists. */
export function PageKind(props: {
  readonly overviews: readonly Overview[]
  readonly reads: ReadonlyMap<string, ListReads> | undefined
}): JSX.Element | null {
  const { overviews, reads } = props
  const t = useT()
  const real = overviews.filter(overview => !overview.sample)
  if (real.length === 0 || !reads) return null
  const pages = Map.groupBy(real, (overview): Page => reads.get(overview.id)?.home?.page ?? 'unknown')
  const several = real.length > 1
  const withoutTotal = Map.groupBy(real, account =>
    listsWithoutTotal(reads.get(account.id) ?? NOTHING_READ)
      .map(({ kind }) => t(LIST_NAMES[kind]))
      .join(t.lang === 'ja' ? '、' : ', '),
  )
  return (
    <div class="pb-home-foot">
      {[...pages].map(([page, accounts]) => (
        <p key={page}>
          {several && <strong>{namesOf(accounts, t)} </strong>}
          {t(WORDS[page])} {page !== 'new' && <ExternalLink href={OPT_IN_HELP}>{t('home_page_help')}</ExternalLink>}
        </p>
      ))}
      {[...withoutTotal].map(
        ([lists, accounts]) =>
          lists !== '' && (
            <p key={lists}>
              {several && <strong>{namesOf(accounts, t)} </strong>}
              {t('home_no_total', { lists })}
            </p>
          ),
      )}
    </div>
  )
}

const namesOf = (accounts: readonly Overview[], t: Translator): string =>
  accounts.map(account => account.label).join(t.lang === 'ja' ? '、' : ', ')

const NOTHING_READ: ListReads = { sections: new Map(), home: null, emptyAt: null }
