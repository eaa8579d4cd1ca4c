import './Strip.css'
import type { ComponentChildren, JSX } from 'preact'
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
