import { useEffect, useRef } from 'preact/hooks'
import { forgetDraft, type KeptDraft, keepDraft } from './keptDrafts.ts'
import { isChanged, type RuleForm } from './ruleForm.ts'

/**
 * Keeps the form as long as something in it was changed since `first`; returns the way to forget it for good, which
 * resolves when it is forgotten.
 */
export const useKept = ({
  account,
  of,
  form,
  first,
}: KeptDraft & { readonly first: RuleForm }): (() => Promise<void>) => {
  const done = useRef(false)
  const queue = useRef<NewestOnly>(undefined)
  queue.current ??= newestOnly()
  const { write } = queue.current
  useEffect(() => {
    if (done.current) return
    void write(() => (isChanged(form, first) ? keepDraft({ account, of, form }) : forgetDraft({ account, of })))
  }, [write, account, of, form, first])
  return () => {
    done.current = true
    return write(() => forgetDraft({ account, of }))
  }
}

interface NewestOnly {
  /** Resolves when this, or what came after it, is written. */
  write(work: () => Promise<void>): Promise<void>
}

/** One write at a time; of what comes meanwhile only the newest is written. Typing is faster than the store. */
const newestOnly = (): NewestOnly => {
  let wanted: (() => Promise<void>) | null = null
  let writing: Promise<void> | null = null
  const run = async () => {
    for (;;) {
      const work = wanted
      if (!work) return
      wanted = null
      await work()
    }
  }
  return {
    write(work) {
      wanted = work
      writing ??= run().finally(() => {
        writing = null
      })
      return writing
    },
  }
}
