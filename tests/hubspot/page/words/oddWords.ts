import type { StatusKind } from '../../truth.ts'
import type { ColumnRole, Language } from './wordTypes.ts'

type Pair = { en: string; ja: string }

/**
 * Status words outside any dictionary, and what a person would say they mean. `unknown`: none of the four, so the word
 * stays unknown. Some begin with or hold a known word, which must not be taken for it.
 */
export const ODD_STATUS: readonly (Pair & { means: StatusKind | 'unknown' })[] = [
  { en: 'Paused', ja: '一時停止中', means: 'unknown' },
  { en: 'Token lapsed', ja: 'トークン失効', means: 'expired' },
  { en: 'Not connected', ja: '未接続', means: 'disconnected' },
  { en: 'Humming along', ja: '快調', means: 'connected' },
  { en: 'Misbehaving', ja: '不調', means: 'error' },
  { en: 'Pending setup', ja: '設定待ち', means: 'unknown' },
  { en: 'Connected with limits', ja: '接続済み（制限あり）', means: 'unknown' },
  { en: 'Never connected', ja: '接続履歴なし', means: 'disconnected' },
  { en: 'Expiring soon', ja: 'まもなく期限切れ', means: 'unknown' },
]

/** Headers outside any dictionary, for columns that are worth reading. */
export const ODD_HEADERS: Partial<Record<ColumnRole, readonly Pair[]>> = {
  name: [{ en: 'Product', ja: '製品' }],
  status: [
    { en: 'Health', ja: '健康状態' },
    { en: 'How it is doing', ja: '調子' },
  ],
  installed: [
    { en: 'Aboard since', ja: '導入' },
    { en: 'Joined', ja: '利用開始' },
  ],
  installer: [
    { en: 'Brought in by', ja: '導入した人' },
    { en: 'Set up by', ja: '設定した人' },
  ],
  lastActivity: [
    { en: 'Last heard from', ja: '最後の動き' },
    { en: 'Most recent sync', ja: '直近の同期' },
  ],
}

export const EXTRA_KINDS = ['category', 'plan', 'number', 'date', 'person', 'version', 'maker', 'switch'] as const
export type ExtraKind = (typeof EXTRA_KINDS)[number]

/** Columns that are none of ours. Several look like one of ours to whoever goes by content or by part of a word. */
export const EXTRA_HEADERS: Record<ExtraKind, readonly Pair[]> = {
  category: [{ en: 'Category', ja: 'カテゴリー' }],
  plan: [{ en: 'Plan', ja: 'プラン' }],
  number: [
    { en: 'Records (30 days)', ja: 'レコード数（30日間）' },
    { en: 'API calls', ja: 'APIコール' },
  ],
  date: [
    { en: 'Renewal date', ja: '契約更新日' },
    { en: 'Data kept until', ja: 'データ保持期限' },
  ],
  person: [
    { en: 'Account owner', ja: '担当者' },
    { en: 'Approved by', ja: '承認者' },
  ],
  version: [{ en: 'Version', ja: 'バージョン' }],
  maker: [{ en: 'Built by', ja: '開発元' }],
  switch: [{ en: 'Sync status', ja: '同期のステータス' }],
}

/** The English or Japanese side of a pair; the other languages have only English. */
export function side(pair: Pair, language: Language): string {
  return language === 'ja' ? pair.ja : pair.en
}
