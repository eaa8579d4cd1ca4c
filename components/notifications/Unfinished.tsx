import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { forgetDraft, type KeptDraft, keptDrafts, watchDrafts } from './form/keptDrafts.ts'
import { STEPS } from './form/ruleForm.ts'
import { COPY_PARAM, FOR_PARAM, notificationsHref, STEP_PARAM } from './hrefs.ts'
import { TYPE_NAMES } from './ruleWords.ts'
import type { AccountRules } from './useRules.ts'

const COPY = 'copy '

/** Forms that were left before Apply: each can be gone on with, or given up. */
export function Unfinished(props: {
  readonly accounts: readonly AccountId[]
  readonly known: readonly AccountRules[]
}): JSX.Element | null {
  const { accounts, known } = props
  const { route } = useScreen()
  const t = useT()
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([])
  useEffect(() => {
    const look = () => void keptDrafts().then(setDrafts)
    look()
    return watchDrafts(look)
  }, [])
  const open = drafts.filter(draft => accounts.includes(draft.account) && isThere(draft, known))
  if (open.length === 0) return null
  return (
    <div class="pb-states">
      {open.map(draft => {
        const { account, of, form } = draft
        const step = { [STEP_PARAM]: STEPS[Math.min(form.reached, STEPS.length - 1)] ?? STEPS[0], [FOR_PARAM]: account }
        const href =
          of === 'new'
            ? notificationsHref(route, 'new', step)
            : of.startsWith(COPY)
              ? notificationsHref(route, 'new', { ...step, [COPY_PARAM]: of.slice(COPY.length) })
              : notificationsHref(route, of)
        return (
          <Strip
            key={`${account} ${of}`}
            tone="info"
            icon="info"
            actions={
              <>
                <LinkButton small href={href}>
                  {t('rules_go_on')}
                </LinkButton>
                <Button small kind="quiet" onClick={() => void forgetDraft(draft)}>
                  {t('rules_discard')}
                </Button>
              </>
            }
          >
            {t('rules_unfinished_named', { name: form.name?.trim() || t(TYPE_NAMES[form.type]) })}
          </Strip>
        )
      })}
    </div>
  )
}

/** A change of a rule that was deleted meanwhile leads nowhere. */
const isThere = ({ account, of }: KeptDraft, known: readonly AccountRules[]): boolean =>
  of === 'new' ||
  of.startsWith(COPY) ||
  known.some(each => each.account === account && each.rules.some(rule => rule.id === of))
