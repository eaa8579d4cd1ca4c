import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { allAccounts } from '../../storage/accounts.ts'
import { emailChannel } from '../../storage/channels.ts'
import { mailOrigin } from '../../storage/model/notices/mailHosts.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { setSettings } from '../../storage/settings.ts'
import { refusalText } from '../home/refusals.ts'
import { NOTIFICATIONS, takeBackHubSpotAccess, takeBackPower } from '../permissions.ts'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { AlertDialog } from '../ui/AlertDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'

/** Removes every account, the settings, the mail key, the worker's log and every access that was given; then Patchbay is as on its first day. */
export function DeleteEverything(): JSX.Element {
  const t = useT()
  const { go, overviews } = useScreen()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const count = overviews.state === 'ready' ? overviews.value.length : 0
  const remove = async () => {
    setAsking(false)
    setProblem(undefined)
    for (const { id } of await allAccounts()) {
      const answer = await send({ type: 'remove-account', account: id })
      if (!answer.ok) return setProblem(refusalText(answer.reason, t))
    }
    const provider = (await emailChannel())?.provider
    const forgotten = await send({ type: 'forget-email' })
    if (!forgotten.ok) return setProblem(refusalText(forgotten.reason, t))
    const given = [NOTIFICATIONS, ...(provider ? [{ origins: [mailOrigin(provider)] }] : [])]
    // Nothing was given: nothing to take back.
    for (const back of [takeBackHubSpotAccess, ...given.map(power => () => takeBackPower(power))])
      await back().catch(() => false)
    await browser.storage.local.remove('diagnostics')
    await setSettings({
      language: 'auto',
      theme: 'auto',
      agreedAt: null,
      device: crypto.randomUUID(),
      overlayCollapsed: null,
      letterKeys: true,
      quietHours: null,
      retentionDays: 90,
    })
    go({ view: 'welcome', of: null, params: new URLSearchParams() })
  }
  return (
    <>
      <p class="pb-setting-text">{t('settings_delete_text')}</p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('settings_delete')}
      </Button>
      {problem && (
        <Strip tone="bad" live>
          {problem}
        </Strip>
      )}
      {asking && (
        <AlertDialog
          title={t('settings_delete_title')}
          confirm={t('settings_delete')}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('settings_delete_ask', { count })}</p>
        </AlertDialog>
      )}
    </>
  )
}
