import { useMemo } from 'preact/hooks'
import type { Command } from '../../storage/model/commands.ts'
import { draftOf } from '../../storage/model/notices/draft.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import type { RuleRow } from './ruleRow.ts'

/** What can be done with a rule from its row; each says what it did, and pause and delete can be taken back. */
export interface RuleDeeds {
  readonly setOn: (row: RuleRow, on: boolean) => void
  readonly test: (row: RuleRow) => void
  readonly remove: (row: RuleRow) => void
}

export const useRuleDeeds = (): RuleDeeds => {
  const t = useT()
  const toast = useToast()
  const { settings } = useScreen()
  const { device } = settings
  return useMemo(() => {
    const doIt = async (commands: readonly Command[], done: () => Parameters<typeof toast>[0]) => {
      for (const command of commands) {
        const answer = await send(command)
        if (!answer.ok) return toast({ text: refusalText(answer.reason, t) })
      }
      toast(done())
    }
    const setOn = (row: RuleRow, on: boolean) => {
      const { account, id, name } = row.rule
      void doIt([{ type: 'rule-on', account, id, on }], () => ({
        text: t(on ? 'rules_resumed' : 'rules_paused', { name }),
        undo: () => setOn(row, !on),
      }))
    }
    const putBack = ({ rule }: RuleRow): Command[] => {
      const { account, id } = rule
      const put: Command = { type: 'put-rule', account, draft: draftOf(rule, device) }
      return rule.on ? [put] : [put, { type: 'rule-on', account, id, on: false }]
    }
    return {
      setOn,
      test: ({ rule: { account, id, name } }) =>
        void doIt([{ type: 'test-rule', account, id }], () => ({ text: t('rules_tested', { name }) })),
      remove: row => {
        const { account, id, name } = row.rule
        void doIt([{ type: 'delete-rule', account, id }], () => ({
          text: t('rules_deleted', { name }),
          undo: () => void doIt(putBack(row), () => ({ text: t('rules_put_back', { name }) })),
        }))
      },
    }
  }, [t, toast, device])
}
