import './AppDetails.css'
import type { ComponentChildren, JSX } from 'preact'
import type { Known } from '../../storage/model/facts/assemble.ts'
import { appUrl } from '../../storage/model/links.ts'
import { SOURCE_KIND } from '../attention/issueWords.ts'
import { QuietControl } from '../attention/QuietControl.tsx'
import { TellingDeeds } from '../attention/TellingDeeds.tsx'
import { isStale } from '../shell/Sources.tsx'
import { CapabilityNote, NotReported } from '../ui/CapabilityNote.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import { SourceAge } from '../ui/SourceAge.tsx'
import type { AppRow } from './appRow.ts'
import { DayCell, InstalledByCell, InstalledCell, LastActivityCell } from './cells.tsx'
import { IssueHistory } from './IssueHistory.tsx'
import { wordHref } from './links.ts'
import { missingNote } from './notReported.tsx'
import { Permissions } from './Permissions.tsx'
import { usersRead } from './usersRead.ts'

/** All that is known of an app, field by field, each with where it comes from and as of when. */
export function AppDetails(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const { app, account, item } = row
  const t = useT()
  const own = appUrl(account, app)
  const word = app.status?.value
  return (
    <section class="pb-details" aria-label={t('apps_details_of', { name: app.name })}>
      <div class="pb-details-columns">
        <dl class="pb-fields">
          <Field name={t('apps_as_written')} known={app.status}>
            {word?.word ? t('ui_quoted', { text: word.word }) : <NotReported note={missingNote('status', row, t)} />}
            {word?.status === 'unknown' && word.word && (
              <>
                {' '}
                <a class="pb-link" href={wordHref(account.id, word.word)}>
                  {t('state_unknown_word_action')}
                </a>
              </>
            )}
          </Field>
          {app.attention.map(item => (
            <Field key={item.value.reason} name={t('term_needs_attention')} known={item}>
              {t('ui_quoted', { text: item.value.reason })}
            </Field>
          ))}
          <Field name={t('term_installed')} known={app.installed}>
            <InstalledCell row={row} />
          </Field>
          {app.severalConnections && (
            <Field name={t('apps_several')} known={app.severalConnections}>
              {t('ui_quoted', { text: app.severalConnections.value })}
            </Field>
          )}
          <Field name={t('term_installed_by')} known={app.installedBy}>
            <InstalledByCell row={row} />
          </Field>
          <Field name={t('term_last_activity')} known={app.lastActivity}>
            <LastActivityCell row={row} />
            <QuietControl account={account.id} subject={app.key} />
          </Field>
          {app.connections && (
            <Field name={t('apps_connections')} known={app.connections}>
              {t.number(app.connections.value)}
            </Field>
          )}
          <Field name={t('apps_listed_in')} known={app.inMyApps ?? app.inOtherApps}>
            {[app.inMyApps && t('term_my_apps'), app.inOtherApps && t('term_other_apps')].filter(Boolean).join(' · ') ||
              t('apps_no_list')}
          </Field>
        </dl>
        <div class="pb-details-side">
          <h3>{t('apps_users_of')}</h3>
          <UserList row={row} />
          <h3>{t('term_app_access')}</h3>
          <Permissions row={row} />
          <h3>{t('apps_history')}</h3>
          <IssueHistory row={row} />
        </div>
      </div>
      <div class="pb-details-foot">
        {own && <ExternalLink href={own}>{t('apps_settings_in_hubspot')}</ExternalLink>}
        <TellingDeeds
          of={{ account: account.id, subject: app.key, name: app.name }}
          open={item && { kinds: [item.kind, ...item.also], firstSeen: item.firstSeen }}
        />
      </div>
    </section>
  )
}

function Field(props: {
  readonly name: string
  readonly known: Known<unknown> | null
  readonly children: ComponentChildren
}): JSX.Element {
  const { name, known, children } = props
  const { now } = useFrame()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {known && (
        <dd class="pb-field-age">
          <SourceAge
            source={SOURCE_KIND[known.source]}
            observedAt={known.at}
            stale={isStale(known.at, now)}
            words="time"
          />
        </dd>
      )}
    </div>
  )
}

/** Who has a connection, where that list was read, and whether that is all of them. */
function UserList(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const { users } = row.app
  const read = usersRead(row.app)
  const frame = useFrame()
  const { t } = frame
  if (!users) return <CapabilityNote {...missingNote('users', row, t)} />
  return (
    <>
      <ul class="pb-people">
        {users.value.people.map((user, index) => (
          <li key={index}>
            <bdi class="pb-name">{user.person.name}</bdi>
            {user.team && <span class="pb-muted">{user.team}</span>}
            {user.installed && (
              <span class="pb-muted">
                <DayCell time={user.installed} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {read && (
        <p class="pb-muted">
          {read.kind === 'part'
            ? t('apps_users_part', { seen: read.seen, total: read.total })
            : t('apps_users_unproven')}
        </p>
      )}
      <SourceAge source={SOURCE_KIND[users.source]} observedAt={users.at} stale={isStale(users.at, frame.now)} />
    </>
  )
}
