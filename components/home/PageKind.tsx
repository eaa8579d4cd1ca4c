import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { LIST_NAMES, type ListReads, UNPROVABLE, unprovenLists } from '../apps/listReads.ts'
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
  const unproven = UNPROVABLE.flatMap(why =>
    [...Map.groupBy(real, account => listNames(reads.get(account.id), why, t))].flatMap(([lists, accounts]) =>
      lists === '' ? [] : [{ why, lists, accounts }],
    ),
  )
  return (
    <div class="pb-home-foot">
      {[...pages].map(([page, accounts]) => (
        <p key={page}>
          {several && <strong>{namesOf(accounts, t)} </strong>}
          {t(WORDS[page])} {page !== 'new' && <ExternalLink href={OPT_IN_HELP}>{t('home_page_help')}</ExternalLink>}
        </p>
      ))}
      {unproven.map(({ why, lists, accounts }) => (
        <p key={`${why} ${lists}`}>
          {several && <strong>{namesOf(accounts, t)} </strong>}
          {t(WHY[why], { lists })}
        </p>
      ))}
    </div>
  )
}

const namesOf = (accounts: readonly Overview[], t: Translator): string =>
  accounts.map(account => account.label).join(t.lang === 'ja' ? '、' : ', ')

const listNames = (reads: ListReads | undefined, why: (typeof UNPROVABLE)[number], t: Translator): string =>
  (reads ? unprovenLists(reads, why) : []).map(({ kind }) => t(LIST_NAMES[kind])).join(t.lang === 'ja' ? '、' : ', ')

const WHY = {
  'nothing-stated': 'home_no_total',
  copied: 'home_copied',
} as const satisfies Record<(typeof UNPROVABLE)[number], string>
