import type { JSX } from 'preact'
import { useT } from '../ui/I18n.tsx'

/** What is read, where it is kept and who receives it. */
export function WhatIsRead(): JSX.Element {
  const t = useT()
  return (
    <dl>
      <dt>{t('popup_before_what')}</dt>
      <dd>{t('popup_before_what_text')}</dd>
      <dt>{t('popup_before_where')}</dt>
      <dd>{t('popup_before_where_text')}</dd>
      <dt>{t('popup_before_who')}</dt>
      <dd>{t('popup_before_who_text')}</dd>
    </dl>
  )
}
