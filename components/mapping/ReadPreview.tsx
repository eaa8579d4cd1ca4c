import '../ui/DataTable.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Translator } from '../../storage/i18n.ts'
import type { AppRow, Mapping, Recognised, Section } from '../../storage/model/recognise/recognised.ts'
import { attentionKind, statusOf } from '../../storage/model/recognise/statusWords.ts'
import { DayCell } from '../apps/cells.tsx'
import { NotReported } from '../ui/CapabilityNote.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph, StatusPill } from '../ui/StatusPill.tsx'
import { sectionName } from './MappingGrid.tsx'

/** How many rows of each section are shown. */
const SHOWN = 3

/** What would be stored of a page: each section with how surely it was read, and its first rows as they are understood. */
export function ReadPreview(props: { readonly recognised: Recognised; readonly mapping: Mapping | null }): JSX.Element {
  const { recognised, mapping } = props
  const t = useT()
  const sections = recognised.sections.filter(section => section.kind !== 'recommendations')
  if (sections.length === 0) return <p class="pb-muted">{t('mapping_nothing_read')}</p>
  return (
    <ul class="pb-read-sections">
      {sections.map((section, index) => (
        <SectionPreview key={`${section.kind} ${index}`} section={section} mapping={mapping} />
      ))}
    </ul>
  )
}

function SectionPreview(props: { readonly section: Section; readonly mapping: Mapping | null }): JSX.Element {
  const { section, mapping } = props
  const t = useT()
  const id = useId()
  const { columns, rows } = tableOf(section, mapping, t)
  const more = section.rows.length - rows.length
  return (
    <li>
      <h3 id={id}>
        {sectionName(section.kind, t)}{' '}
        <span class="pb-muted">
          {section.stated === null
            ? t('mapping_seen', { count: section.seen })
            : t('ui_of', { part: section.seen, whole: section.stated })}
        </span>
      </h3>
      <p class="pb-read-proof">
        <Icon name={section.complete ? 'tick' : 'half'} size={14} />
        {t(`proof_${section.proof.replaceAll('-', '_') as 'busy'}`)}
        {section.skipped.length > 0 && ` ${t('mapping_skipped', { count: section.skipped.length })}`}
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a scroll box with a name, not a group of fields
        <div
          class="pb-table-box"
          role="group"
          aria-labelledby={id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: only this scrolls, so it must be reachable by keyboard
          tabIndex={0}
        >
          <table class="pb-table pb-preview-table" aria-labelledby={id}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={String(at)}>
                  {row.map((cell, index) => (
                    <td key={String(index)}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && <p class="pb-meta">{t('mapping_more_rows', { count: more })}</p>}
    </li>
  )
}

/** The first rows of a section as they are understood; a field the page does not have has no column. */
const tableOf = (
  section: Section,
  mapping: Mapping | null,
  t: Translator,
): { columns: string[]; rows: ComponentChildren[][] } => {
  switch (section.kind) {
    case 'my-apps':
    case 'other-apps':
    case 'app':
      return appTable(section.rows, mapping, t)
    case 'attention':
      return {
        columns: [t('term_app'), t('mapping_reason'), t('term_status')],
        rows: section.rows.slice(0, SHOWN).map(row => {
          const kind = attentionKind(row.reason, mapping, row.app.name)
          return [
            nameOf(row.app),
            row.reason,
            <StatusPill key="kind" status={kind === 'unknown' ? 'attention' : kind} plain />,
          ]
        }),
      }
    case 'users':
      return {
        columns: [t('mapping_person'), t('mapping_team'), t('term_installed')],
        rows: section.rows
          .slice(0, SHOWN)
          .map(row => [
            <bdi key="name">{row.person.name}</bdi>,
            row.team ?? '',
            row.installed && <DayCell key="day" time={row.installed} />,
          ]),
      }
    case 'app-log':
      return {
        columns: [t('mapping_time'), t('mapping_event'), t('term_app'), t('mapping_person')],
        rows: section.rows
          .slice(0, SHOWN)
          .map(row => [
            <DayCell key="day" time={row.time} />,
            row.raw,
            row.app && nameOf(row.app),
            row.person && <bdi key="person">{row.person.name}</bdi>,
          ]),
      }
    case 'permissions':
      return { columns: [t('mapping_permission')], rows: section.rows.slice(0, SHOWN).map(row => [row.text]) }
    case 'recommendations':
      return { columns: [], rows: [] }
  }
}

const appTable = (all: readonly AppRow[], mapping: Mapping | null, t: Translator) => {
  const shown = all.slice(0, SHOWN)
  const fields: { name: string; has: (row: AppRow) => boolean; cell: (row: AppRow) => ComponentChildren }[] = [
    { name: t('term_app'), has: () => true, cell: row => nameOf(row.app) },
    {
      name: t('term_status'),
      has: row => row.status !== undefined,
      cell: row => <Status word={row.status} mapping={mapping} />,
    },
    {
      name: t('term_installed'),
      has: row => row.installed !== undefined,
      cell: row => row.installed && <DayCell time={row.installed} />,
    },
    {
      name: t('term_installed_by'),
      has: row => row.installedBy !== undefined,
      cell: row => row.installedBy && <bdi>{row.installedBy.name}</bdi>,
    },
    {
      name: t('term_last_activity'),
      has: row => row.lastActivity !== undefined,
      cell: row => (row.lastActivity ? <DayCell time={row.lastActivity} /> : <NotReported />),
    },
    { name: t('apps_connections'), has: row => row.connections !== undefined, cell: row => row.connections },
  ]
  const used = fields.filter(field => all.some(field.has))
  return { columns: used.map(field => field.name), rows: shown.map(row => used.map(field => field.cell(row))) }
}

function Status(props: { readonly word: string | null | undefined; readonly mapping: Mapping | null }): JSX.Element {
  const { status, word } = statusOf(props.word ?? null, props.mapping)
  if (status === 'unknown') return <StatusPill status="unknownWord" word={word ?? ''} />
  return status === 'not-reported' ? <NotReported /> : <StatusPill status={status} plain />
}

const nameOf = (app: { name: string | null; refs: readonly string[] }): JSX.Element =>
  app.name === null ? <StatusGlyph status="notReported" /> : <bdi class="pb-name">{app.name}</bdi>
