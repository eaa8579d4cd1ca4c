import type { JSX } from 'preact'
import { useT } from '../ui/I18n.tsx'
import { ProgressStrip } from '../ui/ProgressStrip.tsx'
import { Strip } from '../ui/Strip.tsx'
import type { Sample } from './useSample.ts'

/** How far the sample account is, with Cancel; or why it could not be made. */
export function SampleProgress(props: { readonly sample: Sample }): JSX.Element | null {
  const { state, cancel } = props.sample
  const t = useT()
  if (state.kind === 'running') {
    return <ProgressStrip text={t('welcome_sample_making')} done={state.done} total={state.of} onCancel={cancel} />
  }
  if (state.kind === 'failed') {
    return (
      <Strip tone="bad" icon="error" live>
        {t(state.diskFull ? 'home_refused_disk_full' : 'home_refused_failed')}
      </Strip>
    )
  }
  return null
}
