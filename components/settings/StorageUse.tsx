import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useT } from '../ui/I18n.tsx'

/** How much of this browser's disk Patchbay uses, and how much it may. */
export function StorageUse(): JSX.Element {
  const t = useT()
  const [estimate, setEstimate] = useState<StorageEstimate>()
  useEffect(() => {
    let wanted = true
    navigator.storage.estimate().then(
      found => wanted && setEstimate(found),
      () => undefined, // a browser that keeps it to itself: said below as not known
    )
    return () => {
      wanted = false
    }
  }, [])
  const { usage, quota } = estimate ?? {}
  if (usage === undefined || quota === undefined) return <p class="pb-setting-text">{t('settings_storage_unknown')}</p>
  return (
    <p class="pb-setting-text">
      {t('settings_storage_used', { used: sizeText(usage, t.lang), free: sizeText(quota, t.lang) })}
    </p>
  )
}

/** Bytes as "3.4 MB"; below a hundredth of a megabyte in kB. */
export const sizeText = (bytes: number, lang: string): string => {
  const [value, unit] = bytes < 100_000 ? [bytes / 1000, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}
