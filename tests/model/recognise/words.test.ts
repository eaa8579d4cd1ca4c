import { describe, expect, test } from 'vitest'
import { fold, foldWord, isBlank } from '../../../storage/model/words/fold.ts'
import {
  appsInTitle,
  columnNamed,
  connectionsIn,
  eventNamed,
  groupNamed,
  sectionNamed,
  statusNamed,
  TABLES,
} from '../../../storage/model/words/lookup.ts'
import { phrases } from '../../../storage/model/words/shape.ts'

describe('folding', () => {
  test('hides what nobody sees', () => {
    expect(fold('  Last\u00a0acti\u200bvity\u3000date ')).toBe('last activity date')
    expect(fold('ｱﾌﾟﾘ')).toBe('アプリ')
    expect(fold('マイ アプリ')).toBe('マイアプリ')
    expect(fold('Vue d’ensemble')).toBe("vue d'ensemble")
  })
  test('keeps what is a difference', () => {
    expect(foldWord('déconnecté')).not.toBe(foldWord('deconnecte'))
    expect(foldWord('Connected.')).toBe('connected')
    expect(foldWord('✓')).toBe('✓')
  })
  test('knows a blank cell', () => {
    expect(['', ' ', '--', '–', '—', '\u200b'].every(isBlank)).toBe(true)
    expect(['0', 'No', '-10'].some(isBlank)).toBe(false)
  })
})

test('parts in brackets may be missing', () => {
  expect(phrases('a[b]c|d')).toEqual(['ac', 'abc', 'd'])
  expect(phrases('[x[y] ]z')).toEqual(['z', 'x z', 'z', 'xy z'])
})

describe('no phrase means two things in its place', () => {
  test.each(['sections', 'statuses', 'events', 'groups', 'labels'] as const)('%s', table => {
    const double = [...TABLES[table]()].filter(([, { meanings }]) => meanings.length > 1)
    expect(double.map(([phrase, { meanings }]) => `${phrase}: ${meanings.join(', ')}`)).toEqual([])
  })
  test('columns, within one kind of list', () => {
    const APPS = ['app', 'status', 'installed', 'installedBy', 'lastActivity', 'connections']
    const LOG = ['event', 'app', 'person', 'time']
    const double = [...TABLES.columns()].filter(([, { meanings }]) =>
      [APPS, LOG].some(list => meanings.filter(meaning => list.includes(meaning)).length > 1),
    )
    expect(double.map(([phrase, { meanings }]) => `${phrase}: ${meanings.join(', ')}`)).toEqual([])
  })
})

describe('headings', () => {
  test.each([
    ['Needs your attention', 'attention'],
    ['Needs your attention (3)', 'attention'],
    ['Needs your attention 12', 'attention'],
    ['要確認 3件', 'attention'],
    ['マイ アプリ', 'my-apps'],
    ['組織内のユーザーがインストールした他のアプリ', 'other-apps'],
    ['Other apps installed by users in my organization', 'other-apps'],
    ['需要您关注', 'attention'],
    ['Private apps', 'foreign'],
  ])('%s is %s', (heading, kind) => {
    expect(sectionNamed(heading)?.meanings).toEqual([kind])
  })
  test('only as a whole', () => {
    expect(sectionNamed('My apps for sale')).toBeNull()
    expect(sectionNamed('Not my apps')).toBeNull()
  })
})

test('column heads in ten languages', () => {
  for (const header of [
    'Install date',
    'インストール日',
    'Installationsdatum',
    "Date d'installation",
    'Fecha de instalación',
    'Data de instalação',
    'Data di installazione',
    'Installatiedatum',
    'Data instalacji',
    '安装日期',
  ])
    expect([header, columnNamed(header)?.meanings]).toEqual([header, ['installed']])
  expect(columnNamed('Last activity date (UTC)')?.meanings).toEqual(['lastActivity'])
  expect(columnNamed('Previous status')).toBeNull()
})

test('log entries and groups of permissions', () => {
  expect(eventNamed('App reconnected')?.meanings).toEqual(['reconnected'])
  expect(eventNamed('データ同期をオンにしました')?.meanings).toEqual(['sync-on'])
  expect(eventNamed('Data sync setting turned off')?.meanings).toEqual(['sync-off'])
  expect(groupNamed('Available after reauthorization')?.meanings).toEqual(['after-reauthorization'])
  expect(groupNamed('再認証後に使用可能')?.meanings).toEqual(['after-reauthorization'])
  expect(statusNamed('disconnect')).toBeNull()
})

test('numbers of connections', () => {
  expect(connectionsIn('3 connections')).toBe(3)
  expect(connectionsIn('1 connection')).toBe(1)
  expect(connectionsIn('12件の接続')).toBe(12)
  expect(connectionsIn('3 disconnections')).toBeNull()
  expect(connectionsIn('connections')).toBeNull()
})

test('the app in the name of a panel', () => {
  expect(appsInTitle('Connections of Nettle for HubSpot')).toEqual(['Nettle for HubSpot'])
  expect(appsInTitle('城下町CRMの接続')).toEqual(['城下町CRM'])
  expect(appsInTitle('Harborline')).toEqual([])
})
