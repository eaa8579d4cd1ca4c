import type { Desk } from './desk.ts'
import type { ColumnDraft } from './draft.ts'
import type { SectionKind } from './expect.ts'
import { EXTRA_HEADERS, type ExtraKind, ODD_HEADERS, side } from './words/oddWords.ts'
import type { ColumnRole } from './words/wordTypes.ts'

export type PlannedColumn = ColumnDraft & { extra: ExtraKind | undefined }

/** Roles whose header words are nobody's guess; the head of a table of reasons is not documented anywhere. */
const NEVER_KNOWN: readonly ColumnRole[] = ['reason']

/** The columns of one list in the order they are shown, and the mapping form's answers for those nobody knows. */
export function planColumns(
  desk: Desk,
  section: SectionKind,
  roles: readonly ColumnRole[],
  options: { odd?: boolean; extras?: boolean; actions?: boolean } = {},
): PlannedColumn[] {
  const { style } = desk
  const draw = desk.draw.fork(`columns ${section}`)
  const kept = options.odd ? roles.filter(role => role === 'name' || !style.columns.missing.includes(role)) : roles
  const middle: PlannedColumn[] = kept.map(role => plainColumn(desk, section, role, options.odd ?? false))
  if (options.extras) {
    for (const extra of style.columns.extra) {
      const header = side(draw.pick(EXTRA_HEADERS[extra]), style.language)
      const at = draw.int(1, middle.length)
      middle.splice(at, 0, { role: 'extra', header, headerKey: `ext.${extra}`, known: false, extra })
    }
  }
  const ordered = style.columns.shuffled ? draw.shuffled(middle) : middle
  const columns: PlannedColumn[] = []
  const bare = { headerKey: '', known: true, extra: undefined }
  if (style.columns.checkbox && options.actions) columns.push({ ...bare, role: 'check', header: '' })
  columns.push(...ordered)
  if (style.columns.hidden && options.extras) {
    columns.splice(draw.int(1, columns.length), 0, { ...bare, role: 'hidden', header: 'Internal ID' })
  }
  if (options.actions) {
    columns.push({ ...bare, role: 'actions', header: draw.chance(0.5) ? desk.label('actions') : '' })
  }
  recordMapping(desk, section, columns)
  return columns
}

function plainColumn(desk: Desk, section: SectionKind, role: ColumnRole, mayBeOdd: boolean): PlannedColumn {
  const headerKey = `connected-apps.${section}.${role}`
  const { style, words } = desk
  const odd = mayBeOdd && style.columns.odd.includes(role) ? ODD_HEADERS[role] : undefined
  if (odd) {
    const header = side(desk.variant(`odd ${role}`, odd), style.language)
    return { role, header, headerKey, known: false, extra: undefined }
  }
  if (role === 'name' && mayBeOdd && style.columns.blankName) {
    return { role, header: '', headerKey, known: false, extra: undefined }
  }
  let header = desk.variant(`column ${section} ${role}`, words.columns[role])
  if (style.noise.upperHeads) header = header.toUpperCase()
  if (style.noise.halfWidth) header = halfWidth(header)
  return { role, header, headerKey, known: !NEVER_KNOWN.includes(role), extra: undefined }
}

function recordMapping(desk: Desk, section: SectionKind, columns: readonly PlannedColumn[]): void {
  const shown = columns.filter(column => column.role !== 'hidden')
  for (const [column, { role, header, known }] of shown.entries()) {
    if (known || role === 'check' || role === 'actions' || role === 'hidden') continue
    desk.mapping.headers.push({ section, header, column, meaning: role === 'extra' ? 'ignore' : role })
  }
}

/** Katakana as half-width forms, as some Japanese screens write them. NFKC undoes it. */
function halfWidth(text: string): string {
  const full =
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォッャュョー'
  const half = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｯｬｭｮｰ'
  return [...text.normalize('NFD')]
    .map(sign => {
      if (sign === '\u3099') return 'ﾞ'
      if (sign === '\u309a') return 'ﾟ'
      const at = full.indexOf(sign)
      return at < 0 ? sign : half.charAt(at)
    })
    .join('')
}
