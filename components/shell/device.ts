import { getSettings } from '../../storage/settings.ts'
import { send } from '../send.ts'

/** This browser's random id, which every fact carries. The worker makes it when it first wakes; asking it wakes it. */
export const deviceId = async (): Promise<string> => {
  const { device } = await getSettings()
  if (device !== '') return device
  await send({ type: 'judge' })
  return (await getSettings()).device
}
