import { useEffect } from 'preact/hooks'
import { answerLooking } from '../storage/looking.ts'
import type { AccountId } from '../storage/model/facts/refs.ts'

/** Answers the worker, as long as this page is looked at, that it shows this account (null: each of them). */
export const useLooking = (account: AccountId | null): void =>
  useEffect(() => answerLooking(shown => account === null || account === shown), [account])
