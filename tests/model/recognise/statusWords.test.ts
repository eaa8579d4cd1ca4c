import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../../storage/model/recognise/recognised.ts'
import { attentionKind, statusOf } from '../../../storage/model/recognise/statusWords.ts'

const status = (word: string | null, mapping: Mapping | null = null) => statusOf(word, mapping).status
const mapped = (words: Mapping['words']): Mapping => ({ columns: [], words })

describe('a status word', () => {
  test.each([
    ['Connected', 'connected'],
    ['CONNECTED', 'connected'],
    ['接続済み', 'connected'],
    ['ｾﾂｿﾞｸ済み', 'unknown'],
    ['Disconnected', 'disconnected'],
    ['Not connected', 'disconnected'],
    ['接続解除', 'disconnected'],
    ['接続解除済み', 'disconnected'],
    ['nicht verbunden', 'disconnected'],
    ['déconnectée', 'disconnected'],
    ['Expired connection', 'expired'],
    ['期限切れ', 'expired'],
    ['有効期限が切れた接続', 'expired'],
    ['Connection errors', 'error'],
    ['接続エラー', 'error'],
    ['连接过期', 'expired'],
    ['Wygasłe połączenia', 'expired'],
    ['Conn\u200bected', 'connected'],
    ['● Connected', 'connected'],
  ])('%s is %s', (word, meaning) => {
    expect(status(word)).toBe(meaning)
  })

  test.each([
    'Connected with limits',
    'Expiring soon',
    'Reconnecting',
    'Paused',
    '接続済み（制限あり）',
    'まもなく期限切れ',
    'Disconnected Cables',
    'OK',
    '✓',
    '42',
  ])('%s stays unknown, and is kept as written', word => {
    expect(statusOf(word, null)).toEqual({ status: 'unknown', word })
  })

  test.each([null, '', '--', '–', '—', ' - '])('nothing (%s) is not reported', word => {
    expect(status(word)).toBe('not-reported')
  })

  test('means what the user said, before anything else', () => {
    expect(status('Paused', mapped({ paused: 'disconnected' }))).toBe('disconnected')
    expect(status('Connected', mapped({ connected: 'error' }))).toBe('error')
    expect(status('constructor', mapped({}))).toBe('unknown')
  })
})

describe('the kind of an attention item', () => {
  test.each([
    ['Your connection to Quillbox has expired.', 'expired'],
    ['This app has been disconnected.', 'disconnected'],
    ['There are connection errors with this app.', 'error'],
    ['Quillboxの接続の有効期限が切れました。', 'expired'],
    ['このアプリは接続が解除されています。', 'disconnected'],
    ['接続エラー', 'error'],
    ['Expirado', 'expired'],
    ['A new version of Quillbox is available.', 'unknown'],
    ['Reconnect to keep your data up to date.', 'unknown'],
    ['Your token is about to expire.', 'unknown'],
    ['Unexpired', 'unknown'],
    ['The connection expired after an error.', 'unknown'],
    ['', 'unknown'],
  ])('%s: %s', (reason, kind) => {
    expect(attentionKind(reason, null)).toBe(kind)
  })

  test('is not told by the name of the app', () => {
    expect(attentionKind('A new version of Disconnected Cables is available.', null, 'Disconnected Cables')).toBe(
      'unknown',
    )
    expect(attentionKind('Error Tracker has expired.', null, 'Error Tracker')).toBe('expired')
    expect(attentionKind('エラー監視くんは接続解除されています。', null, 'エラー監視くん')).toBe('disconnected')
  })

  test('knows the words that the user explained', () => {
    expect(attentionKind('The token lapsed.', mapped({ lapsed: 'expired' }))).toBe('expired')
    expect(attentionKind('The token elapsed.', mapped({ lapsed: 'expired' }))).toBe('unknown')
  })
})
