import './EmptyState.css'
import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './Icon.tsx'
import { StatusGlyph } from './StatusPill.tsx'

/**
 * Why nothing is shown; four reasons that are never mixed up:
 * `nothing` the source says there is nothing · `noMatch` the filters hide it · `notRead` not looked yet (hatched) ·
 * `notAllowed` a scope or a role is missing (lock).
 */
export type EmptyKind = 'nothing' | 'noMatch' | 'notRead' | 'notAllowed'

/** Stands where a list would: heading, one sentence, at most two buttons; no picture. Fits inside a table's frame. */
export function EmptyState(props: {
  readonly kind: EmptyKind
  readonly title: string
  /** nothing: what the source says · noMatch: how many are hidden · notRead: what reading gives · notAllowed: who can give it. */
  readonly text?: ComponentChildren
  /** At most two buttons. */
  readonly actions?: ComponentChildren
  /** SourceAge of the statement, for `nothing`. */
  readonly age?: ComponentChildren
}): JSX.Element {
  const { kind, title, text, actions, age } = props
  return (
    <div class={`pb-empty pb-empty-${kind}`}>
      {kind === 'notRead' && <div class="pb-hatch pb-empty-edge" />}
      <h3 class="pb-empty-title">
        {kind === 'notRead' && <StatusGlyph status="notReported" />}
        {kind === 'notAllowed' && <Icon name="lock" />}
        {title}
      </h3>
      {text && <p class="pb-empty-text">{text}</p>}
      {age}
      {actions && <div class="pb-empty-actions">{actions}</div>}
    </div>
  )
}
