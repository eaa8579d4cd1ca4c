import type { JSX } from 'preact'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { SOURCE_KIND } from '../attention/issueWords.ts'
import { sentences } from '../attention/readProblem.ts'
import { StackedBar } from '../ui/bars.tsx'
import { useT } from '../ui/I18n.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import { StatusGlyph } from '../ui/StatusPill.tsx'
import { optionsHref } from './optionsHref.ts'
import { oldestRead, type PopupView, sumOf } from './popupView.ts'

/** The calm state. Never "all good": an app without a status is not known to work, and is drawn hatched. */
export function AllWell(props: { readonly view: PopupView; readonly chosen: AccountId | null }): JSX.Element {
  const { view, chosen } = props
  const { accounts } = view
  const t = useT()
  const connected = sumOf(accounts, 'connected')
  const unreported = sumOf(accounts, 'notReported')
  return (
    <div class="popup-calm">
      <h2>{t('state_all_well_title')}</h2>
      <p>
        {sentences(
          t,
          connected > 0 || unreported === 0
            ? t('state_all_well_connected', { count: connected })
            : t('popup_none_connected'),
          unreported > 0 ? t('state_all_well_unreported', { count: unreported }) : '',
        )}
      </p>
      <StackedBar
        parts={[
          { tone: 'ok', count: connected, name: t('status_inline_connected') },
          { tone: 'unknown', count: unreported, name: t('status_inline_notReported') },
        ]}
      />
      <div class="popup-legend">
        {connected > 0 && (
          <span>
            <StatusGlyph status="connected" />
            {t('popup_legend', { count: connected, status: t('status_inline_connected') })}
          </span>
        )}
        {unreported > 0 && (
          <span>
            <StatusGlyph status="notReported" />
            <a href={optionsHref('home', { status: 'not-reported' }, chosen)} target="_blank" rel="noopener">
              {t('popup_legend', { count: unreported, status: t('status_inline_notReported') })}
            </a>
          </span>
        )}
        <span class="popup-gap" />
        <Age view={view} />
      </div>
    </div>
  )
}

/** HubSpot's own word that there is nothing. */
export function NoApps(props: { readonly view: PopupView }): JSX.Element {
  const t = useT()
  return (
    <div class="popup-calm">
      <h2>{t('popup_no_apps_title')}</h2>
      <p>{t('popup_no_apps_text')}</p>
      <div class="popup-legend">
        <Age view={props.view} />
      </div>
    </div>
  )
}

function Age(props: { readonly view: PopupView }): JSX.Element {
  const [first] = props.view.accounts
  const source = first?.sample ? 'sample' : SOURCE_KIND[first?.source ?? 'page']
  return <SourceAge source={source} observedAt={oldestRead(props.view.accounts) ?? undefined} words="time" />
}
