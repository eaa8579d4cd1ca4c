import type { JSX } from 'preact'
import type { ShortcutGroup } from '../ui/KeyboardHelp.tsx'

/** The shortcuts that "?" lists, where they are switched. */
export function ShortcutList(props: { readonly groups: readonly ShortcutGroup[] }): JSX.Element {
  return (
    <div class="pb-shortcuts">
      {props.groups.map(group => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
