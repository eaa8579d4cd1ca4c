import { createTranslator, loadMessages, resolveLang } from '../../../../storage/i18n.ts'
import type { OverlayLook } from '../../../../storage/model/messages.ts'
import { PROOFS, type Proof, SECTION_KINDS, type SectionKind } from '../../../../storage/model/recognise/recognised.ts'
import { getSettings } from '../../../../storage/settings.ts'

/** The overlay's words and colours: it cannot read the extension's files or settings itself. Placeholders stay for it to fill. */
export const overlayLook = async (): Promise<OverlayLook> => {
  const { language: chosen, theme, overlayCollapsed } = await getSettings()
  const language = resolveLang(chosen)
  const messages = await loadMessages(language)
  const t = createTranslator(messages, language)
  /** A message with its placeholders still in it. */
  const raw = (key: string) => messages(key) ?? key
  return {
    language,
    theme,
    ...(overlayCollapsed === null ? {} : { collapsed: overlayCollapsed }),
    strings: {
      title: t('ext_name'),
      readJustNow: t('overlay_read_just_now'),
      readAt: raw('overlay_read_at'),
      attentionHeading: t('term_needs_attention'),
      attentionNone: t('state_all_well_title'),
      attentionMore: raw('overlay_more'),
      readHeading: t('overlay_what_was_read'),
      seenOfStated: raw('overlay_seen_of_stated'),
      seenOnly: raw('overlay_seen'),
      complete: t('overlay_complete'),
      partial: t('overlay_partial'),
      unsure: t('overlay_unsure'),
      correct: t('overlay_correct'),
      open: t('overlay_open'),
      unchanged: t('overlay_unchanged'),
      collapse: t('overlay_collapse'),
      close: t('ui_close'),
      expand: raw('overlay_expand'),
      reading: raw('overlay_reading'),
      readingSome: raw('overlay_reading_some'),
      cancel: t('ui_cancel'),
      sections: Object.fromEntries(SECTION_KINDS.map(kind => [kind, t(SECTION_KEYS[kind])])) as Record<
        SectionKind,
        string
      >,
      proofs: Object.fromEntries(PROOFS.map(proof => [proof, t(PROOF_KEYS[proof])])) as Record<Proof, string>,
      states: {
        partly: t('overlay_state_partly'),
        'empty-account': t('overlay_state_empty_account'),
        'signed-out': t('overlay_state_signed_out'),
        'second-factor': t('overlay_state_second_factor'),
        'no-account': t('overlay_state_no_account'),
        'no-permission': t('overlay_state_no_permission'),
        moved: t('overlay_state_moved'),
        challenge: t('overlay_state_challenge'),
        'not-recognised': t('overlay_state_not_recognised'),
        'other-page': t('overlay_state_other_page'),
      },
      refusals: { failed: t('reason_failed'), 'disk-full': t('reason_disk_full') },
    },
  }
}

const SECTION_KEYS = {
  attention: 'term_needs_attention',
  'my-apps': 'term_my_apps',
  'other-apps': 'popup_other_apps',
  users: 'section_users',
  'app-log': 'term_app_log',
  app: 'term_app_status',
  permissions: 'term_app_access',
  recommendations: 'term_recommendations',
} as const satisfies Record<SectionKind, string>

const PROOF_KEYS = {
  'rows-equal-stated': 'proof_rows_equal_stated',
  'rows-equal-row-count': 'proof_rows_equal_row_count',
  'empty-sentence': 'proof_empty_sentence',
  'drawn-whole': 'proof_drawn_whole',
  'fewer-than-stated': 'proof_fewer_than_stated',
  'next-page': 'proof_next_page',
  filtered: 'proof_filtered',
  busy: 'proof_busy',
  'end-not-seen': 'proof_end_not_seen',
  'nothing-stated': 'proof_nothing_stated',
  'rows-skipped': 'proof_rows_skipped',
  'section-error': 'proof_section_error',
  copied: 'proof_copied',
} as const satisfies Record<Proof, string>
