import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Account, ReadWay } from '../../storage/model/facts/rows.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { mendUrl } from '../attention/readProblem.ts'
import { refusalText } from '../home/refusals.ts'
import { requestHubSpotAccess, takeBackHubSpotAccess, type useHubSpotAccess } from '../permissions.ts'
import { send } from '../send.ts'
import { routeHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Strip } from '../ui/Strip.tsx'
import { levelOf, type ReadLevelName } from './readLevel.ts'

/** How the chosen account's page is read: each level with what it takes, and the way to take it back. */
export function HowRead(props: {
  readonly account: Account
  readonly overview: Overview
  /** Every account with the choice, which lose it together with the access. */
  readonly automatic: readonly Account[]
  readonly access: ReturnType<typeof useHubSpotAccess>
  readonly newestWay: ReadWay | undefined
}): JSX.Element {
  const { account, overview, automatic, access, newestWay } = props
  const t = useT()
  const { settings } = useScreen()
  const [picked, setPicked] = useState<Exclude<ReadLevelName, 'automatic'>>()
  const [problem, setProblem] = useState<string>()
  const derived = levelOf(account.automatic, access, newestWay)
  const level = derived === 'automatic' ? derived : (picked ?? derived)
  const agreed = settings.agreedAt !== null

  const tell = async (on: boolean) => {
    const answer = await send({ type: 'automatic', account: account.id, on })
    setProblem(answer.ok ? undefined : refusalText(answer.reason, t))
  }
  const choose = (next: ReadLevelName) => {
    setProblem(undefined)
    if (next === 'automatic') {
      // The request comes first and inside the click: after an await the browser would not show it.
      requestHubSpotAccess().then(
        granted => (granted ? tell(true) : setProblem(t('accounts_denied'))),
        () => setProblem(t('accounts_denied')),
      )
      return
    }
    setPicked(next)
    if (account.automatic) void tell(false)
  }
  const takeBack = async () => {
    await takeBackHubSpotAccess()
    for (const { id } of automatic) await send({ type: 'automatic', account: id, on: false })
  }

  return (
    <Card title={t('accounts_how')} note={account.label} id="how">
      <RadioCards<ReadLevelName>
        legend={t('accounts_how')}
        hideLegend
        value={level}
        onChange={choose}
        cards={[
          {
            value: 'paste',
            label: t('term_paste'),
            text: t('accounts_level_paste'),
            action: level === 'paste' && (
              <a class="pb-link" href={pasteHref(account)}>
                {t('accounts_paste_now')}
              </a>
            ),
          },
          {
            value: 'click',
            label: t('term_read_this_page'),
            text: t('accounts_level_click'),
            action: level === 'click' && (
              <ExternalLink href={mendUrl(overview.url)}>{t('state_cannot_see_open')}</ExternalLink>
            ),
          },
          {
            value: 'automatic',
            label: t('accounts_automatic'),
            text: t('accounts_level_automatic'),
            disabledReason: agreed || level === 'automatic' ? undefined : t('accounts_agree_first'),
            action: access !== undefined && access !== 'none' && (
              <button type="button" class="pb-link-button" onClick={() => void takeBack()}>
                {t('accounts_take_back')}
              </button>
            ),
          },
        ]}
      />
      {access === 'some' && account.automatic && (
        <Strip tone="warn" icon="half">
          {t('accounts_access_some')}
        </Strip>
      )}
      {account.automatic && access === 'none' && (
        <Strip tone="blind" icon="cannotSee" live>
          {t('accounts_access_gone')}
        </Strip>
      )}
      {problem && (
        <Strip tone="warn" live>
          {problem}
        </Strip>
      )}
    </Card>
  )
}

const pasteHref = (account: Account): string =>
  routeHref({ view: 'paste', of: null, params: new URLSearchParams({ account: account.id }) })
