// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import type { AttentionItem } from '../../../storage/model/issues/attention.ts'
import { clear, show } from '../ui/screen.tsx'
import { item, overview } from './rows.ts'

vi.mock('../../../components/attention/AttentionHistory.tsx', () => ({ default: () => null }))
const { default: AttentionDetails } = await import('../../../components/attention/AttentionDetails.tsx')

const EXPIRED = 'The connection has expired'
const ASKS = 'Review the permissions it asks for'

/** Name and words of each field. */
const fields = async (row: AttentionItem) => {
  const shown = await show(<AttentionDetails id="details" item={row} account={overview()} />)
  return Object.fromEntries(
    [...shown.querySelectorAll('dl > div')].map(field => [
      field.querySelector('dt')?.textContent,
      [...field.querySelectorAll('q')].map(quote => quote.textContent),
    ]),
  )
}
const from = (place: 'status' | 'attention', text: string) => ({ ...item('expired').evidence, from: place, text })

afterEach(clear)

it('quotes every sentence of Needs your attention', async () => {
  const row = item('expired', { also: ['attention'], evidence: from('attention', EXPIRED), written: [EXPIRED, ASKS] })
  const shown = await fields(row)
  expect(shown['HubSpot wrote']).toEqual([`“${EXPIRED}”`, `“${ASKS}”`])
  expect(shown).not.toHaveProperty('Status in HubSpot')
})

it('quotes the status beside them where that is the newest evidence', async () => {
  const shown = await fields(item('expired', { evidence: from('status', 'Expired'), written: [ASKS] }))
  expect(shown['Status in HubSpot']).toEqual(['“Expired”'])
  expect(shown['HubSpot wrote']).toEqual([`“${ASKS}”`])
})

it('quotes what was last written while nothing is listed any more', async () => {
  const shown = await fields(item('expired', { evidence: from('attention', EXPIRED), written: [] }))
  expect(shown['HubSpot wrote']).toEqual([`“${EXPIRED}”`])
})

it('quotes nothing where HubSpot wrote nothing', async () => {
  const shown = await fields(item('vanished'))
  expect(Object.values(shown).flat()).toEqual([])
})
