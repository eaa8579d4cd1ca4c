import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Mapping, WORD_MEANINGS, type WordMeaning } from '../../storage/model/recognise/recognised.ts'
import { SelectField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import type { UnknownWord } from './editableGrids.ts'
import { withWord, wordAnswer } from './mappingAnswers.ts'

const NOT_SAID = ''

/** Status words and sentences that Patchbay does not know, each with "This word means …". */
export function MappingWords(props: {
  readonly words: readonly UnknownWord[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
  /** The word that brought the person here; its field takes the focus. */
  readonly wanted?: string | null | undefined
}): JSX.Element | null {
  const { words, mapping, onChange, wanted } = props
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (wanted) list.current?.querySelector<HTMLElement>('[data-wanted] select')?.focus()
  }, [wanted])
  if (words.length === 0) return null
  return (
    <ul class="pb-mapping-words" ref={list}>
      {words.map(({ word, from }) => (
        <li key={word} data-wanted={word === wanted ? '' : undefined}>
          <p>{from === 'status' ? t('state_unknown_word_text', { word }) : t('mapping_sentence', { text: word })}</p>
          <SelectField
            label={t(from === 'status' ? 'mapping_word_means' : 'mapping_sentence_means', { word })}
            hideLabel
            value={wordAnswer(mapping, word) ?? NOT_SAID}
            onChange={value => onChange(withWord(mapping, word, value === NOT_SAID ? null : (value as WordMeaning)))}
            options={[
              { value: NOT_SAID as string, label: t('mapping_not_said') },
              ...WORD_MEANINGS.filter(meaning => from === 'status' || TROUBLES.includes(meaning)).map(meaning => ({
                value: meaning as string,
                label: t(meaning === 'not-reported' ? 'status_notReported' : `status_${meaning}`),
              })),
            ]}
          />
        </li>
      ))}
    </ul>
  )
}

/** What a sentence of Needs your attention can tell of. */
const TROUBLES: readonly WordMeaning[] = ['expired', 'disconnected', 'error']
