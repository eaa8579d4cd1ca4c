import { useEffect, useState } from 'preact/hooks'
import { emailChannel, emailSecret } from '../../storage/channels.ts'
import { mailOrigin, type SecretName } from '../../storage/model/notices/mailHosts.ts'
import type { ChannelRow } from '../../storage/model/notices/rows.ts'
import { type SecretStatus, secretStatus, watchSecret } from '../../storage/vault.ts'
import { type Power, usePower } from '../permissions.ts'
import { useLive } from '../useLive.ts'
import { type EmailState, emailState } from './emailState.ts'

/** How this browser sends e-mail, where its key stands, and what may be said of the two together. */
export interface Email {
  /** Null: not set up. */
  readonly row: ChannelRow | null
  /** Null: no key is kept. */
  readonly secret: SecretStatus | null
  readonly state: EmailState
}

/** Follows the channel, its key and the browser's grant; undefined until all three are known. */
export const useEmail = (): Email | undefined => {
  const row = useLive(() => emailChannel(), [])
  const provider = row?.provider ?? null
  const secret = useSecret(provider && emailSecret(provider))
  const granted = usePower(provider ? { origins: [mailOrigin(provider)] } : NONE)
  if (row === undefined) return undefined
  if (row === null) return { row, secret: null, state: emailState(row, null, false) }
  if (secret === undefined || granted === undefined) return undefined
  return { row, secret, state: emailState(row, secret, granted) }
}

const NONE: Power = {}

/** Where a key stands, also when it locks by itself; undefined until known. Never the key. */
const useSecret = (name: SecretName | null): SecretStatus | null | undefined => {
  const [found, setFound] = useState<{ name: SecretName; status: SecretStatus | null }>()
  useEffect(() => {
    if (name === null) return
    let wanted = true
    const look = async () => {
      const status = await secretStatus(name)
      if (wanted) setFound({ name, status })
    }
    void look()
    const stop = watchSecret(name, () => void look())
    return () => {
      wanted = false
      stop()
    }
  }, [name])
  return found?.name === name ? found?.status : undefined
}
