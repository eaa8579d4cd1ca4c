import type { JSX } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Overview } from '../../storage/model/overview.ts'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { viewHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { DeleteRule } from './DeleteRule.tsx'
import { EditNotes } from './EditNotes.tsx'
import { notificationsHref } from './hrefs.ts'
import { LatestDeliveries } from './LatestDeliveries.tsx'
import { NotificationsHead } from './NotificationsHead.tsx'
import { RulesTable } from './RulesTable.tsx'
import { type RuleRow, ruleRow } from './ruleRow.ts'
import { Unfinished } from './Unfinished.tsx'
import { useRuleDeeds } from './useRuleDeeds.ts'
import { noEditText, useRules } from './useRules.ts'

/** The list of rules: who may edit them and why, each rule with what can be done, and what they told lately. */
export function Rules(props: { readonly overviews: readonly Overview[] }): JSX.Element {
  const { overviews } = props
  const { route } = useScreen()
  const t = useT()
  const ids = overviews.map(overview => overview.id)
  const answer = useRules(ids)
  const deeds = useRuleDeeds()
  const [deleting, setDeleting] = useState<RuleRow>()
  const known = answer.state === 'ready' ? answer.value : undefined
  const rows = useMemo(
    () =>
      known?.flatMap(of => {
        const overview = overviews.find(each => each.id === of.account)
        return overview ? of.rules.map(rule => ruleRow(rule, of, overview)) : []
      }),
    [known, overviews],
  )
  useLastGone(rows?.length)
  // Where one account lets nobody edit, another may: the form asks which one it is for.
  const barred = known && known.length > 0 && known.every(({ may }) => !may.ok) ? known[0] : undefined
  const why = barred && noEditText(barred, t)
  const create = t('rules_create')
  return (
    <>
      <NotificationsHead
        current="rules"
        actions={
          why ? (
            <Button kind="primary" disabledReason={why}>
              {create}
            </Button>
          ) : overviews.length > 0 ? (
            <LinkButton kind="primary" icon="plus" href={notificationsHref(route, 'new')}>
              {create}
            </LinkButton>
          ) : null
        }
      />
      <div class="pb-stack">
        {answer.state === 'failed' && <DatabaseFailed />}
        {overviews.length === 0 && (
          <div class="pb-card">
            <EmptyState
              kind="notRead"
              title={t('state_not_set_up_title')}
              text={t('rules_no_account')}
              actions={<LinkButton href={viewHref('accounts', route)}>{t('term_accounts')}</LinkButton>}
            />
          </div>
        )}
        {known && overviews.length > 0 && (
          <>
            <EditNotes known={known} overviews={overviews} />
            <Unfinished accounts={ids} known={known} />
          </>
        )}
        {overviews.length > 0 && answer.state !== 'failed' && (
          <RulesTable
            rows={rows}
            several={overviews.length > 1}
            deeds={deeds}
            onDelete={setDeleting}
            createHref={why ? undefined : notificationsHref(route, 'new')}
          />
        )}
        {rows && rows.length > 0 && <LatestDeliveries accounts={ids} />}
      </div>
      {deleting && (
        <DeleteRule
          row={deleting}
          onConfirm={() => {
            setDeleting(undefined)
            deeds.remove(deleting)
          }}
          onCancel={() => setDeleting(undefined)}
        />
      )}
    </>
  )
}

/** When the last row leaves with the focus in it, the focus goes to the page, not to nowhere. */
const useLastGone = (count: number | undefined): void => {
  const before = useRef(count)
  useLayoutEffect(() => {
    if (count === 0 && before.current && document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
    before.current = count
  }, [count])
}
