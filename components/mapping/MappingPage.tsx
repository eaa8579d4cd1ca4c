import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { appsOf } from '../../storage/apps.ts'
import { mappingOf, NO_MAPPING, viewsOf } from '../../storage/mappings.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Mapping } from '../../storage/model/recognise/recognised.ts'
import { mendUrl } from '../attention/readProblem.ts'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { routeHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useAnswer } from '../useLive.ts'
import { unknownWords } from './editableGrids.ts'
import { MappingForm } from './MappingForm.tsx'
import { sameMapping } from './mappingAnswers.ts'

/** `#/accounts/<id>/mapping`: what columns and words of the account's pages mean, applied at once to what was read. */
export default function MappingPage(): JSX.Element {
  const t = useT()
  const { route, overviews } = useScreen()
  const account = route.of
  const overview = overviews.state === 'ready' ? overviews.value.find(({ id }) => id === account) : undefined
  const gone = overviews.state === 'ready' && !overview
  const accounts = routeHref({ view: 'accounts', of: null, params: new URLSearchParams() })
  return (
    <>
      <header class="pb-page-head">
        <div>
          <nav class="pb-crumbs" aria-label={t('mapping_crumbs')}>
            <a href={accounts}>{t('term_accounts')}</a>
            {overview && <span class="pb-muted"> / {overview.label}</span>}
          </nav>
          <h1>{t('mapping_title')}</h1>
        </div>
      </header>
      <div class="pb-stack">
        {overviews.state === 'failed' && <DatabaseFailed />}
        {gone && (
          <div class="pb-card">
            <EmptyState
              kind="nothing"
              title={t('mapping_no_account')}
              actions={<LinkButton href={accounts}>{t('term_accounts')}</LinkButton>}
            />
          </div>
        )}
        {account && overview && (
          <AccountMapping key={account} account={account} url={overview.url} wanted={route.params.get('word')} />
        )}
      </div>
    </>
  )
}

function AccountMapping(props: {
  readonly account: AccountId
  readonly url: string | null
  readonly wanted: string | null
}): JSX.Element | null {
  const { account, url, wanted } = props
  const t = useT()
  const toast = useToast()
  const answer = useAnswer(
    async () => ({ mapping: await mappingOf(account), views: await viewsOf(account), apps: await appsOf(account) }),
    [account],
  )
  const [draft, setDraft] = useState<Mapping>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const views = answer.state === 'ready' ? answer.value.views : NO_VIEWS
  const pages = useMemo(() => views.map(({ page, view }) => ({ key: page, view })), [views])
  if (answer.state === 'failed') return <DatabaseFailed />
  if (answer.state === 'loading') return null
  const { mapping: saved, apps } = answer.value
  const mapping = draft ?? saved
  const changed = !sameMapping(mapping, saved)

  const save = async (next: Mapping, text: string) => {
    setBusy(true)
    setProblem(undefined)
    const result = await send({ type: 'mapping', account, mapping: next })
    setBusy(false)
    if (!result.ok) return setProblem(refusalText(result.reason, t))
    setDraft(undefined)
    toast({ text, undo: () => void save(saved, t('mapping_taken_back')) })
  }

  if (pages.length === 0 && unknownWords(apps, []).length === 0) {
    return (
      <div class="pb-card">
        <EmptyState
          kind={url ? 'notRead' : 'nothing'}
          title={t(url ? 'mapping_no_page' : 'mapping_sample')}
          text={t(url ? 'mapping_no_page_text' : 'mapping_sample_text')}
          actions={
            url && (
              <LinkButton href={mendUrl(url)} external>
                {t('state_cannot_see_open')}
              </LinkButton>
            )
          }
        />
      </div>
    )
  }
  return (
    <Card title={t('mapping_heading')} id="mapping">
      <p class="pb-mapping-lead">{t('mapping_lead')}</p>
      <MappingForm pages={pages} apps={apps} mapping={mapping} onChange={setDraft} wanted={wanted} />
      <div class="pb-mapping-actions">
        <Button
          kind="primary"
          busy={busy}
          disabledReason={changed ? undefined : t('mapping_unchanged')}
          onClick={() => void save(mapping, t('mapping_saved'))}
        >
          {t('mapping_save')}
        </Button>
        <Button
          kind="quiet"
          disabledReason={sameMapping(mapping, NO_MAPPING) ? t('mapping_nothing_said') : undefined}
          onClick={() => setDraft(NO_MAPPING)}
        >
          {t('mapping_reset')}
        </Button>
        {changed && (
          <Button kind="quiet" onClick={() => setDraft(undefined)}>
            {t('ui_cancel')}
          </Button>
        )}
      </div>
      {problem && (
        <Strip tone="bad" live>
          {problem}
        </Strip>
      )}
    </Card>
  )
}

const NO_VIEWS: { page: string; view: Parameters<typeof MappingForm>[0]['pages'][number]['view'] }[] = []
