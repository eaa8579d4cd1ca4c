import type { JSX } from 'preact'
import { appsOf } from '../../storage/apps.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { type AppRow, appRows } from '../apps/appRow.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { useT } from '../ui/I18n.tsx'
import { matchesText } from '../ui/matchText.ts'
import { StatusPill } from '../ui/StatusPill.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useLive } from '../useLive.ts'
import { optionsHref } from './optionsHref.ts'

/** How many apps a search lists here; the rest is on Connections home. */
const SHOWN = 30

/** Every app whose name, installer or shown account holds the words searched for, by name, each a link to its details. */
export default function AppResults(props: {
  readonly search: string
  readonly chosen: AccountId | null
  readonly showAccount: boolean
}): JSX.Element | null {
  const { search, chosen, showAccount } = props
  const t = useT()
  const rows = useLive(async () => {
    const [apps, overviews] = await Promise.all([appsOf(chosen), allOverviews()])
    return appRows(apps, overviews)
  }, [chosen])
  if (!rows) return null
  const found = rows
    .filter(({ app, account }) =>
      matchesText([app.name, showAccount ? account.label : '', app.installedBy?.value.name ?? ''].join(' '), search),
    )
    .sort((one, other) => one.app.name.localeCompare(other.app.name, t.lang))
  return (
    <section class="popup-section" aria-labelledby="apps-found">
      <h2 id="apps-found">{t('popup_apps_found')}</h2>
      <p role="status" class="pb-muted">
        {found.length === 0 ? t('popup_no_match') : t('popup_found', { count: found.length, total: rows.length })}
      </p>
      <ul class="popup-found">
        {found.slice(0, SHOWN).map(row => (
          <Result key={row.key} row={row} showAccount={showAccount} />
        ))}
      </ul>
      {found.length > SHOWN && (
        <p class="popup-more">
          <a href={optionsHref('home', { q: search }, chosen)} target="_blank" rel="noopener">
            {t('popup_found_more', { count: found.length - SHOWN })}
          </a>
        </p>
      )}
    </section>
  )
}

function Result(props: { readonly row: AppRow; readonly showAccount: boolean }): JSX.Element {
  const { row, showAccount } = props
  const { app, account } = row
  return (
    <li>
      <a
        class="popup-one-line"
        href={optionsHref('home', { q: app.name, open: row.key }, account.id)}
        target="_blank"
        rel="noopener"
      >
        {app.name}
      </a>
      {showAccount && <span class="popup-one-line pb-muted">{account.label}</span>}
      {account.sample && <SampleTag />}
      <span class="popup-gap" />
      <Standing row={row} />
    </li>
  )
}

function SampleTag(): JSX.Element {
  const t = useT()
  return <Tag>{t('source_sample')}</Tag>
}

/** How the app stands. Of an account that cannot be seen nothing is known of today. */
function Standing({ row: { app, item, standing, blind } }: { readonly row: AppRow }): JSX.Element {
  if (standing === 'attention' && item) return <StatusPill status={STATUS_OF_KIND[item.kind]} plain />
  if (standing === 'connected') return <StatusPill status="connected" plain />
  const status = app.status?.value
  if (!blind && status?.status === 'unknown' && status.word)
    return <StatusPill status="unknownWord" word={status.word} plain />
  return <StatusPill status="notReported" plain />
}
