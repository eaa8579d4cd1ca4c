import type { EventType, SectionKind } from '../recognise/recognised.ts'
import type { SampleTrouble } from './world.ts'

/** What HubSpot's page would say, in the two languages the sample can be in. Lists are parted by `|`. */
interface PageWords {
  status: Record<'connected' | 'error' | 'expired' | 'disconnected' | 'paused', string>
  /** Sentences of Needs your attention; `@` is the app's name. */
  reasons: Record<SampleTrouble, string>
  reconnect: string
  review: string
  several: string
  events: Record<EventType, string>
  headings: Record<Exclude<SectionKind, 'app' | 'recommendations'>, string>
  permissions: string
}

export const SAMPLE_LANGUAGES = ['en', 'ja'] as const
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number]

export const PAGE_WORDS: Readonly<Record<SampleLanguage, PageWords>> = {
  en: {
    status: {
      connected: 'Connected',
      error: 'Error',
      expired: 'Expired',
      disconnected: 'Disconnected',
      paused: 'Paused',
    },
    reasons: {
      error:
        'Connection error: token refresh failed|The last three syncs of @ failed|Connection error: @ refused the account',
      expired: 'The connection expired. Reconnect to go on syncing|Your sign-in to @ has expired',
      disconnected: '@ was disconnected. Nothing is synced|The connection was lost after a password change',
      asks: '@ asks you to confirm its new phone number|Some fields of @ are not mapped any more|@ was disconnected by its owner. Calls are not logged|Choose a plan for @ before the end of the month',
    },
    reconnect: 'Reconnect',
    review: 'Review',
    several: 'This app has 7 connections. The first install date is shown.',
    events: {
      connected: 'Connected',
      disconnected: 'Disconnected',
      reconnected: 'Reconnected',
      installed: 'Installed',
      reinstalled: 'Reinstalled',
      uninstalled: 'Uninstalled',
      'sync-on': 'Data sync turned on',
      'sync-off': 'Data sync turned off',
      'permissions-changed': 'Permissions changed',
      other: 'Field mapping edited',
    },
    headings: {
      attention: 'Needs your attention',
      'my-apps': 'My apps',
      'other-apps': 'Other apps installed by users in my organization',
      users: 'Users',
      'app-log': 'App log',
      permissions: 'App access and permissions',
    },
    permissions:
      'View contacts|Create and edit contacts|View and edit companies|View deals|Sync invoices with HubSpot|Create and edit deals|Create workflows|View forms|View line items|Send timeline events|Read custom objects|View and edit tickets|Send email on your behalf|View users and teams|View and edit files|Log calls',
  },
  ja: {
    status: {
      connected: '接続済み',
      error: 'エラー',
      expired: '期限切れ',
      disconnected: '接続解除',
      paused: '一時停止中',
    },
    reasons: {
      error:
        '接続エラー：トークンの更新に失敗しました|直近3回の@との同期に失敗しました|接続エラー：@がアカウントを拒否しました',
      expired: '接続の有効期限が切れました。同期を続けるには再接続してください|@へのサインインの有効期限が切れています',
      disconnected: '@の接続が解除されました。同期は行われていません|パスワードの変更後、接続が失われました',
      asks: '@の新しい電話番号を確認してください|@の一部の項目が対応付けられていません|所有者により@の接続が解除されました。通話は記録されていません|月末までに@のプランを選択してください',
    },
    reconnect: '再接続',
    review: '確認',
    several: 'このアプリには複数の接続が7件あります。最初のインストール日を表示しています。',
    events: {
      connected: '接続',
      disconnected: '接続解除',
      reconnected: '再接続',
      installed: 'インストール',
      reinstalled: '再インストール',
      uninstalled: 'アンインストール',
      'sync-on': 'データ同期をオンにしました',
      'sync-off': 'データ同期をオフにしました',
      'permissions-changed': '権限の変更',
      other: '項目の対応付けを編集',
    },
    headings: {
      attention: '要注目',
      'my-apps': '自分のアプリ',
      'other-apps': '組織内のユーザーがインストールした他のアプリ',
      users: 'ユーザー',
      'app-log': 'アプリログ',
      permissions: 'アプリのアクセスと権限',
    },
    permissions:
      'コンタクトの表示|コンタクトの作成と編集|会社の表示と編集|取引の表示|請求書をHubSpotと同期|取引の作成と編集|ワークフローの作成|フォームの表示|商品項目の表示|タイムラインイベントの送信|カスタムオブジェクトの読み取り|チケットの表示と編集|代理でのEメール送信|ユーザーとチームの表示|ファイルの表示と編集|通話の記録',
  },
}
