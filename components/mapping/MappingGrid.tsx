import '../ui/DataTable.css'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Translator } from '../../storage/i18n.ts'
import type {
  Column,
  ColumnHow,
  ColumnMeaning,
  Mapping,
  SectionKind,
} from '../../storage/model/recognise/recognised.ts'
import { SelectField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { EditableGrid } from './editableGrids.ts'
import { columnAnswer, withColumn } from './mappingAnswers.ts'

/** "As found": no answer of the user's own. */
const AS_FOUND = ''

/** One list as it was read, with "This column is …" over each of its columns. */
export function MappingGrid(props: {
  readonly grid: EditableGrid
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}): JSX.Element {
  const { grid, mapping, onChange } = props
  const t = useT()
  const id = useId()
  const name = grid.kind ? sectionName(grid.kind, t) : t('mapping_unplaced')
  return (
    <section class="pb-mapping-grid" aria-labelledby={id}>
      <h3 id={id}>
        {grid.heading ?? name} {grid.heading !== null && grid.heading !== name && <span class="pb-muted">{name}</span>}{' '}
        {grid.kind === null && <Tag>{t('mapping_not_understood')}</Tag>}
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a scroll box with a name, not a group of fields */}
      <div
        class="pb-table-box"
        role="group"
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: only this scrolls, so it must be reachable by keyboard
        tabIndex={0}
      >
        <table class="pb-table pb-mapping-table" aria-labelledby={id}>
          <thead>
            <tr>
              {grid.columns.map(column => (
                <th key={column.index} scope="col">
                  <span class="pb-mapping-header">
                    {column.header || t('mapping_no_header', { number: column.index + 1 })}
                  </span>
                  <SelectField
                    label={t('mapping_column_is', {
                      header: column.header || t('mapping_no_header', { number: column.index + 1 }),
                    })}
                    hideLabel
                    small
                    hint={t(HOW_NAMES[column.how])}
                    value={columnAnswer(mapping, grid, column.index) ?? AS_FOUND}
                    onChange={value =>
                      onChange(
                        withColumn(mapping, grid, column.index, value === AS_FOUND ? null : (value as ColumnMeaning)),
                      )
                    }
                    options={[
                      { value: AS_FOUND as string, label: foundText(column, t) },
                      ...grid.meanings.map(meaning => ({ value: meaning as string, label: t(MEANING_NAMES[meaning]) })),
                    ]}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, at) => (
              // The rows of a page just read have no name of their own; their place is all they have.
              <tr key={String(at)}>
                {row.map((text, index) => (
                  <td key={String(index)} title={text}>
                    <bdi>{text}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {grid.total > grid.rows.length && (
        <p class="pb-meta">{t('mapping_rows_shown', { shown: grid.rows.length, total: grid.total })}</p>
      )}
    </section>
  )
}

/** What Patchbay makes of a column by itself: what the empty choice stands for. */
const foundText = ({ meaning, how }: Column, t: Translator): string => {
  if (how === 'mapping') return t('mapping_as_found')
  return meaning === null ? t('mapping_found_nothing') : t(MEANING_NAMES[meaning])
}

/** By what a column's meaning was found. */
const HOW_NAMES = {
  words: 'mapping_how_words',
  content: 'mapping_how_content',
  mapping: 'mapping_how_said',
  nothing: 'mapping_how_nothing',
} as const satisfies Record<ColumnHow, string>

export const MEANING_NAMES = {
  app: 'term_app',
  status: 'term_status',
  installed: 'term_installed',
  installedBy: 'term_installed_by',
  lastActivity: 'term_last_activity',
  connections: 'apps_connections',
  person: 'mapping_person',
  email: 'mapping_email',
  team: 'mapping_team',
  event: 'mapping_event',
  time: 'mapping_time',
  reason: 'mapping_reason',
  permission: 'mapping_permission',
  ignore: 'mapping_ignore',
} as const satisfies Record<ColumnMeaning, string>

const SECTION_NAMES = {
  attention: 'term_needs_attention',
  'my-apps': 'term_my_apps',
  'other-apps': 'term_other_apps',
  users: 'apps_users_of',
  'app-log': 'term_app_log',
  app: 'term_app_status',
  permissions: 'term_app_access',
  recommendations: 'term_recommendations',
} as const satisfies Record<SectionKind, string>

/** What Patchbay calls a section, whatever the page calls it. */
export const sectionName = (kind: SectionKind, t: Translator): string => t(SECTION_NAMES[kind])
