import type { JSX } from 'preact'
import { Button } from './Button.tsx'
import { useT } from './I18n.tsx'
import { Strip } from './Strip.tsx'

export interface ProgressProps {
  /** What is going on, read out: "Reading 2 of 3". */
  readonly text: string
  readonly done: number
  /** Undefined while nobody knows how much it will be; the bar then stands hatched. */
  readonly total: number | undefined
  /** Leave out only for what cannot be stopped. */
  readonly onCancel?: (() => void) | undefined
}

/** Long work: what, how far, and Cancel. */
export function ProgressStrip(props: ProgressProps): JSX.Element {
  const { text, onCancel } = props
  const t = useT()
  return (
    <Strip
      tone="info"
      actions={
        onCancel && (
          <Button small onClick={onCancel}>
            {t('ui_cancel')}
          </Button>
        )
      }
    >
      <div class="pb-progress-line">
        <span role="status">{text}</span>
        <ProgressBar {...props} />
      </div>
    </Strip>
  )
}

/** The bar alone, named by the text. */
function ProgressBar(props: Pick<ProgressProps, 'text' | 'done' | 'total'>): JSX.Element {
  const { text, done, total } = props
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total)
  return (
    <div
      class={share === undefined ? 'pb-progress pb-hatch' : 'pb-progress'}
      role="progressbar"
      aria-label={text}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={share === undefined ? undefined : done}
    >
      {share !== undefined && <div class="pb-progress-done" style={{ width: `${share * 100}%` }} />}
    </div>
  )
}
