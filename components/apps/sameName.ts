import { type TimeFrame, tableDayText } from '../../storage/formatTime.ts'
import { refValue, spaceOf } from '../../storage/model/facts/refs.ts'
import type { AppRow } from './appRow.ts'

/**
 * What tells apps of one name and account apart, by row key: the installer if they differ in it, else the install date,
 * else HubSpot's number. Rows whose name is their own have no entry.
 */
export const sameNameHints = (rows: readonly AppRow[], frame: TimeFrame): ReadonlyMap<string, string> => {
  const groups = Map.groupBy(
    rows.filter(row => row.app.sameName),
    row => `${row.account.id} ${row.app.name}`,
  )
  const hints = new Map<string, string>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const tells = [installer, installDate].find(hint => {
      const texts = group.map(row => hint(row, frame))
      return texts.every(text => text !== null) && new Set(texts).size === group.length
    })
    for (const row of group) hints.set(row.key, tells?.(row, frame) ?? number(row, frame))
  }
  return hints
}

const installer = ({ app }: AppRow, { t }: TimeFrame): string | null =>
  app.installedBy && t('apps_hint_installer', { name: app.installedBy.value.name })

const installDate = ({ app }: AppRow, frame: TimeFrame): string | null =>
  app.installed && frame.t('apps_hint_installed', { day: tableDayText(app.installed.value, frame) })

const number = ({ app }: AppRow, { t }: TimeFrame): string => {
  const ref = app.refs.find(candidate => spaceOf(candidate) !== 'name')
  return ref ? t('apps_hint_number', { number: refValue(ref) }) : t('apps_hint_none')
}
