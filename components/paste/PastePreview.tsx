import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { isDiskFull } from '../../storage/diskFull.ts'
import { mappingOf, NO_MAPPING, saveMapping } from '../../storage/mappings.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { GOOD_STATES } from '../../storage/model/issues/claims.ts'
import { recognise } from '../../storage/model/recognise/recognise.ts'
import type { Mapping } from '../../storage/model/recognise/recognised.ts'
import { readPage } from '../../storage/readPage.ts'
import { readProblem } from '../attention/readProblem.ts'
import { refusalText } from '../home/refusals.ts'
import { MappingForm } from '../mapping/MappingForm.tsx'
import { sameMapping } from '../mapping/mappingAnswers.ts'
import { ReadPreview } from '../mapping/ReadPreview.tsx'
import { send } from '../send.ts'
import { CopyDiagnostics } from '../settings/CopyDiagnostics.tsx'
import { deviceId } from '../shell/device.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useLive } from '../useLive.ts'
import { accountProblem, PasteAccount } from './PasteAccount.tsx'
import { PasteTime } from './PasteTime.tsx'
import { type Pasted, pasteView } from './pasteView.ts'

/** What was read of a paste and how surely, which account and moment it is of, and only then: Store. */
export function PastePreview(props: {
  readonly pasted: Pasted
  /** Epoch ms of the paste. */
  readonly at: number
  readonly onDiscard: () => void
}): JSX.Element {
  const { pasted, at, onDiscard } = props
  const { t, zone } = useFrame()
  const { go, route, overviews } = useScreen()
  const toast = useToast()
  const [asOf, setAsOf] = useState(at)
  const [picked, setPicked] = useState<string>(route.params.get('account')?.replace(/^hubspot:/, '') ?? '')
  const [draft, setDraft] = useState<Mapping>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const view = useMemo(() => pasteView(pasted, asOf, zone), [pasted, asOf, zone])
  const portal = useMemo(() => recognise(view, { now: asOf, mapping: null }).portal, [view, asOf])
  const account: AccountId | null = portal
    ? `hubspot:${portal}`
    : accountProblem(picked) === null
      ? `hubspot:${picked.trim()}`
      : null
  const saved = useLive(async () => (account ? mappingOf(account) : NO_MAPPING), [account]) ?? NO_MAPPING
  const mapping = draft ?? saved
  const recognised = useMemo(() => recognise(view, { now: asOf, mapping }), [view, asOf, mapping])
  const good = GOOD_STATES.includes(recognised.state)
  const known = overviews.state === 'ready' ? overviews.value : []

  const store = async () => {
    if (!account) return setProblem(t('paste_pick_account'))
    setBusy(true)
    setProblem(undefined)
    try {
      if (draft && !sameMapping(draft, saved)) await saveMapping(account, draft)
      const now = Date.now()
      const read = { id: crypto.randomUUID(), way: 'paste' as const, device: await deviceId(), now, account }
      const result = await readPage(view, read)
      await send({ type: 'judge' }) // badge and popup follow
      if (result.account === null) return setProblem(t('paste_refused'))
      toast({ text: t('paste_stored') })
      go({ view: 'home', of: null, params: new URLSearchParams(known.length > 0 ? { account: result.account } : {}) })
    } catch (error) {
      console.error('Patchbay: a paste could not be stored', error)
      setProblem(refusalText(isDiskFull(error) ? 'disk-full' : 'failed', t))
    } finally {
      setBusy(false)
    }
  }
  const words = readProblem(recognised.state, t)
  return (
    <Card title={t('paste_read')} id="paste-read">
      <div class="pb-paste" ref={heading} tabIndex={-1}>
        {good ? (
          <ReadPreview recognised={recognised} mapping={mapping} />
        ) : (
          <Strip tone="blind" icon="cannotSee" live actions={<CopyDiagnostics view={view} small />}>
            <strong>{words.title}</strong> {t('paste_not_understood')}
          </Strip>
        )}
        {(recognised.state === 'partly' || !good) && (
          <Disclosure summary={t('paste_correct')} startOpen={!good && view.grids.length > 0}>
            <MappingForm pages={[{ key: 'paste', view }]} apps={[]} mapping={mapping} onChange={setDraft} hideEffect />
          </Disclosure>
        )}
        <PasteAccount portal={portal} known={known} value={picked} onChange={setPicked} />
        <PasteTime at={at} value={asOf} onChange={setAsOf} />
        {problem && (
          <Strip tone="bad" live>
            {problem}
          </Strip>
        )}
        <div class="pb-mapping-actions">
          <Button
            kind="primary"
            busy={busy}
            disabledReason={good ? (account ? undefined : t('paste_pick_account')) : t('paste_nothing_to_store')}
            onClick={() => void store()}
          >
            {t('paste_store')}
          </Button>
          <Button kind="quiet" onClick={onDiscard}>
            {t('paste_discard')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
