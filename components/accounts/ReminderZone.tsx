import type { JSX } from 'preact'
import type { Account } from '../../storage/model/facts/rows.ts'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { ZoneField } from '../settings/ZoneField.tsx'
import { browserZone } from '../settings/zones.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'

/** By whose clock an account's reminders come: the browser's, until one is chosen. */
export function ReminderZone(props: { readonly account: Account }): JSX.Element {
  const { account } = props
  const t = useT()
  const toast = useToast()
  const own = browserZone()
  const put = async (zone: string | null) => {
    const answer = await send({ type: 'zone', account: account.id, zone })
    if (!answer.ok) return toast({ text: refusalText(answer.reason, t) })
    toast({
      text: t('people_zone_set', { zone: zone ?? own }),
      undo: () => void send({ type: 'zone', account: account.id, zone: account.zone }),
    })
  }
  return (
    <Card title={t('people_zone')} note={account.label} id="zone">
      <ZoneField
        label={t('settings_zone')}
        value={account.zone ?? own}
        onChange={zone => void put(zone)}
        hint={account.zone === null ? t('people_zone_browser', { zone: own }) : t('people_zone_hint')}
        action={
          account.zone !== null && (
            <Button kind="quiet" onClick={() => void put(null)}>
              {t('lang_auto')}
            </Button>
          )
        }
      />
    </Card>
  )
}
