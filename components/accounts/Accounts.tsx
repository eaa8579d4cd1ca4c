import './accounts.css'
import type { JSX } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { allAccounts } from '../../storage/accounts.ts'
import type { Account } from '../../storage/model/facts/rows.ts'
import { newestReads } from '../../storage/reads.ts'
import { CheckOutcome, useCheckNow } from '../home/CheckNow.tsx'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { refusalText } from '../home/refusals.ts'
import { useHubSpotAccess } from '../permissions.ts'
import { send } from '../send.ts'
import { accountIn, withAccount } from '../shell/route.ts'
import { chosenOf, useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useLive } from '../useLive.ts'
import { Agreement } from '../welcome/Agreement.tsx'
import { SampleProgress } from '../welcome/SampleProgress.tsx'
import { useSample } from '../welcome/useSample.ts'
import { Ways } from '../welcome/Ways.tsx'
import { type AccountRow, AccountsTable } from './AccountsTable.tsx'
import { HowRead } from './HowRead.tsx'
import { PeopleCards } from './PeopleCards.tsx'
import { RemoveAccount } from './RemoveAccount.tsx'
import { levelOf } from './readLevel.ts'
import { WatchTable } from './WatchTable.tsx'

/** The accounts: how each is read, what can be watched there, and adding or removing one. */
export default function Accounts(): JSX.Element {
  const t = useT()
  const toast = useToast()
  const { route, go, overviews: answer } = useScreen()
  const access = useHubSpotAccess()
  const check = useCheckNow()
  const overviews = answer.state === 'ready' ? answer.value : []
  const rows = useAccountRows(access)
  const id = accountIn(route)
  const chosen = rows?.find(row => row.account.id === id) ?? rows?.find(row => !row.overview.sample) ?? rows?.[0]

  const [adding, setAdding] = useState(false)
  const isAdding = adding || (answer.state === 'ready' && overviews.length === 0)
  const hasSample = overviews.some(overview => overview.sample)
  const sample = useSample(
    t.lang,
    useCallback(() => setAdding(false), []),
  )

  const [removing, setRemoving] = useState<Account>()
  const removed = overviews.find(overview => overview.id === removing?.id)
  const choose = useCallback((account: Account) => go(withAccount(route, account.id), 'replace'), [go, route])
  const remove = async () => {
    if (!removed) return
    setRemoving(undefined)
    const result = await send({ type: 'remove-account', account: removed.id })
    toast({
      text: result.ok ? t('accounts_removed', { name: removed.label }) : refusalText(result.reason, t),
    })
    if (result.ok && id === removed.id) go(withAccount(route, null), 'replace')
  }

  return (
    <>
      <header class="pb-page-head">
        <h1>{t('term_accounts')}</h1>
        <div class="pb-page-actions">
          {!hasSample && !isAdding && (
            <Button onClick={sample.start} busy={sample.state.kind === 'running'}>
              {t('term_try_sample')}
            </Button>
          )}
          {overviews.length > 0 && (
            <Button
              kind="primary"
              icon={adding ? 'close' : 'plus'}
              aria-expanded={adding}
              onClick={() => setAdding(!adding)}
            >
              {t('accounts_add')}
            </Button>
          )}
        </div>
      </header>
      <div class="pb-stack">
        {answer.state === 'failed' && <DatabaseFailed />}
        <CheckOutcome state={check} overviews={overviews} />
        {!isAdding && <SampleProgress sample={sample} />}
        {isAdding && (
          <Card title={t('accounts_add')} body="flush" id="add">
            <SampleProgress sample={sample} />
            <Ways sample={sample} hasSample={hasSample} />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <AccountsTable
            rows={rows}
            chosen={chosen?.account.id}
            check={check}
            onChoose={choose}
            onRemove={setRemoving}
          />
        )}
        {overviews.length > 0 && (
          <WatchTable
            overviews={chosenOf(overviews, id)}
            note={overviews.find(overview => overview.id === id)?.label ?? t('nav_all_accounts')}
          />
        )}
        <div class="pb-pair">
          {chosen && !chosen.overview.sample && (
            <HowRead
              key={chosen.account.id}
              account={chosen.account}
              overview={chosen.overview}
              automatic={rows?.map(row => row.account).filter(account => account.automatic) ?? []}
              access={access}
              newestWay={chosen.way}
            />
          )}
          <Agreement />
        </div>
        {chosen && <PeopleCards key={chosen.account.id} account={chosen.account} />}
      </div>
      {removed && (
        <RemoveAccount overview={removed} onConfirm={() => void remove()} onCancel={() => setRemoving(undefined)} />
      )}
    </>
  )
}

/** Accounts with their overviews and how each was last read; undefined until the database has answered. */
const useAccountRows = (access: ReturnType<typeof useHubSpotAccess>): AccountRow[] | undefined => {
  const { overviews } = useScreen()
  const known = useLive(
    async () =>
      Promise.all(
        (await allAccounts()).map(async account => ({ account, way: (await newestReads(account.id, 1))[0]?.way })),
      ),
    [],
  )
  return useMemo(() => {
    if (!known || overviews.state !== 'ready') return undefined
    return known.flatMap(({ account, way }) => {
      const overview = overviews.value.find(({ id }) => id === account.id)
      return overview ? { account, overview, way, level: levelOf(account.automatic, access, way) } : []
    })
  }, [known, overviews, access])
}
