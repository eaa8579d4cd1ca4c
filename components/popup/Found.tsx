import type { JSX } from 'preact'
import { AttentionList } from '../attention/AttentionList.tsx'
import { useLater } from '../attention/useLater.ts'
import { useFrame } from '../ui/I18n.tsx'
import { matchesText } from '../ui/matchText.ts'
import type { ContentProps } from './PopupContent.tsx'
import { PopupHeading } from './PopupHeading.tsx'

const loadResults = () => import('./AppResults.tsx')

/** What a search finds: attention rows at once, and every app once the database is there. */
export function Found(
  props: Pick<ContentProps, 'view' | 'chosen' | 'letterKeys'> & { readonly search: string },
): JSX.Element {
  const { view, chosen, letterKeys, search } = props
  const { t } = useFrame()
  const Results = useLater(loadResults)?.default
  const several = view.accounts.length > 1
  const items = view.items.filter(({ name, accountLabel, installer }) =>
    matchesText(`${name} ${accountLabel} ${installer ?? ''}`, search),
  )
  const counted = items.filter(item => item.state === 'counted')
  return (
    <>
      <AttentionList
        items={items}
        accounts={view.accounts}
        variant="popup"
        showAccount={several}
        letterKeys={letterKeys}
        layout={(tools, list) => (
          <>
            <PopupHeading
              words={t('term_needs_attention')}
              count={counted.length}
              tone={counted[0]?.severity}
              tools={tools}
            />
            {list}
          </>
        )}
      />
      {Results && <Results search={search} chosen={chosen} showAccount={several} />}
    </>
  )
}
