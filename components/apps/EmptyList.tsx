import type { JSX } from 'preact'
import type { Overview } from '../../storage/model/overview.ts'
import { SourceAges } from '../shell/Sources.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import type { ListReads } from './listReads.ts'
import { useListReads } from './useListReads.ts'

/** Why a list has no rows: HubSpot says there are none, or it was not read to its end yet. Never mixed up. */
export function EmptyList(props: {
  readonly list: 'my-apps' | 'other-apps'
  readonly overviews: readonly Overview[]
}): JSX.Element | null {
  const { list, overviews } = props
  const t = useT()
  const reads = useListReads(overviews.map(overview => overview.id))
  if (!reads) return null
  const unread = overviews.find(overview => !isKnownEmpty(reads.get(overview.id), list))
  if (!unread) {
    return (
      <EmptyState
        kind="nothing"
        title={t(list === 'my-apps' ? 'apps_none_mine' : 'apps_none_others')}
        age={<SourceAges accounts={overviews} />}
      />
    )
  }
  return (
    <EmptyState
      kind="notRead"
      title={t(list === 'my-apps' ? 'apps_unread_mine' : 'apps_unread_others')}
      text={t('apps_unread_text')}
      actions={
        unread.url && (
          <LinkButton href={unread.url} external>
            {t('state_cannot_see_open')}
          </LinkButton>
        )
      }
    />
  )
}

/** Only a list read to its end, or HubSpot's own sentence, says that there is nothing. */
const isKnownEmpty = (reads: ListReads | undefined, list: 'my-apps' | 'other-apps'): boolean =>
  reads !== undefined && (reads.emptyAt !== null || (reads.sections.get(list)?.complete ?? false))
