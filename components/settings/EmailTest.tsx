import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { clockText } from '../../storage/formatTime.ts'
import { hereOf } from '../../storage/here.ts'
import type { CommandAnswer } from '../../storage/model/commands.ts'
import { peopleOf } from '../../storage/people.ts'
import { sentences } from '../../storage/problemWords.ts'
import { isAddress } from '../accounts/isAddress.ts'
import { refusalText } from '../home/refusals.ts'
import { reasonWords } from '../notifications/DeliveryWords.ts'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { type Frame, useFrame } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'

/** "Send a test mail to me": through the real way, with what the provider said to it. */
export function EmailTest(props: {
  readonly provider: string
  /** Why nothing can be sent now. */
  readonly disabledReason: string | undefined
}): JSX.Element {
  const { provider, disabledReason } = props
  const frame = useFrame()
  const { t } = frame
  const mine = useMyAddress()
  const [typed, setTyped] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [outcome, setOutcome] = useState<{ good: boolean; text: string }>()
  const to = typed ?? mine ?? ''
  const test = async (event: Event) => {
    event.preventDefault()
    if (busy || disabledReason) return
    const isRight = isAddress(to)
    setError(isRight ? undefined : t('people_address_wrong'))
    if (!isRight) return
    setBusy(true)
    setOutcome(undefined)
    const answer = await send({ type: 'test-email', to: to.trim() })
    setBusy(false)
    setOutcome(outcomeOf(answer, provider, { ...frame, now: Date.now() }))
  }
  return (
    <form class="pb-setting-form" onSubmit={event => void test(event)} aria-label={t('email_test')} noValidate>
      <TextField
        label={t('email_test_to')}
        type="email"
        value={to}
        onInput={setTyped}
        error={error}
        hint={t('email_test_hint')}
        action={
          <Button type="submit" busy={busy} disabledReason={disabledReason}>
            {t('email_test')}
          </Button>
        }
      />
      {outcome && (
        <Strip tone={outcome.good ? 'plain' : 'bad'} icon={outcome.good ? 'tick' : 'error'} live>
          {outcome.text}
        </Strip>
      )}
    </form>
  )
}

const outcomeOf = (answer: CommandAnswer, provider: string, frame: Frame): { good: boolean; text: string } => {
  const { t, now } = frame
  if (!answer.ok) return { good: false, text: refusalText(answer.reason, t) }
  const { reason = null, detail = null } = answer.sent ?? {}
  if (reason === null) {
    const text = t('email_test_accepted', { name: provider, time: clockText(now, frame) })
    return { good: true, text }
  }
  return { good: false, text: sentences(t, t('email_test_refused'), reasonWords(reason, 'email', detail, t)) }
}

/** The address of whom the user said to be, in the first account where they did; null: none is known. */
const useMyAddress = (): string | null => {
  const { overviews } = useScreen()
  const [address, setAddress] = useState<string | null>(null)
  const ids = overviews.state === 'ready' ? overviews.value.filter(({ sample }) => !sample).map(({ id }) => id) : []
  const key = ids.join(' ')
  useEffect(() => {
    let wanted = true
    const look = async () => {
      for (const id of ids) {
        const { me } = await hereOf(id)
        const person = me && (await peopleOf(id)).find(({ ref }) => ref === me)
        if (person?.address) return wanted && setAddress(person.address)
      }
    }
    void look()
    return () => {
      wanted = false
    }
  }, [key])
  return address
}
