import { useEffect, useRef } from 'preact/hooks'
import { forgetDraft, type KeptDraft, keepDraft } from './keptDrafts.ts'
import { isChanged, type RuleForm } from './ruleForm.ts'

/** Keeps the form as long as something in it was changed since `first`; returns the way to forget it for good. */
export const useKept = ({ account, of, form, first }: KeptDraft & { readonly first: RuleForm }): (() => void) => {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    void (isChanged(form, first) ? keepDraft({ account, of, form }) : forgetDraft({ account, of }))
  }, [account, of, form, first])
  return () => {
    done.current = true
    void forgetDraft({ account, of })
  }
}
