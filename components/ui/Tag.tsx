import './Tag.css'
import type { ComponentChildren, JSX } from 'preact'

/** A quiet remark in a box: "experimental", "Sample", "Seen between two reads". Not a status and not a button. */
export function Tag(props: { readonly children: ComponentChildren }): JSX.Element {
  return <span class="pb-tag">{props.children}</span>
}
