import './Strip.css'
import type { ComponentChildren, JSX } from 'preact'
import { Button } from './Button.tsx'
import { useT } from './I18n.tsx'
import { Icon, type IconName } from './Icon.tsx'

/** `info` something to press or to know, `plain` a remark, `warn` may go wrong, `bad` went wrong, `blind` cannot see. */
export type StripTone = 'info' | 'plain' | 'warn' | 'bad' | 'blind'

/**
 * One line across a page or a card: words at the left, what to press at the right.
 * @param live read out when it appears or changes (outcomes, not standing remarks)
 */
export function Strip(props: {
  readonly tone?: StripTone | undefined
  readonly icon?: IconName | undefined
  readonly live?: boolean | undefined
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}): JSX.Element {
  const { tone = 'plain', icon, live, actions, children } = props
  return (
    <div class={`pb-strip pb-strip-${tone}`} role={live ? 'status' : undefined}>
      {icon && <Icon name={icon} />}
      <div class="pb-strip-words">{children}</div>
      {actions && <div class="pb-strip-actions">{actions}</div>}
    </div>
  )
}

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
export function ProgressBar(props: Pick<ProgressProps, 'text' | 'done' | 'total'>): JSX.Element {
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
