import { defineConfig } from 'wxt'
import { HUBSPOT_ORIGINS } from './storage/model/links.ts'
import { mailOrigin } from './storage/model/notices/mailHosts.ts'
import { MAIL_PROVIDERS } from './storage/model/notices/rows.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** The dev server sends scripts, styles and its own socket over http and writes style elements into the page. */
const WHILE_DEVELOPING: Readonly<Record<string, string>> = {
  'style-src': " 'unsafe-inline'",
  'img-src': ' http://localhost:*',
  'connect-src': ' http://localhost:* ws://localhost:*',
}

function contentSecurityPolicy(command: 'build' | 'serve'): string {
  if (command === 'build') return CONTENT_SECURITY_POLICY.join('; ')
  return CONTENT_SECURITY_POLICY.filter(directive => !directive.includes('trusted-types'))
    .map(directive => `${directive}${WHILE_DEVELOPING[directive.split(' ')[0] ?? ''] ?? ''}`)
    .join('; ')
}

/** Drawn by scripts/icons.ts: `patchbay` is blue, `not-set-up` grey. */
const icons = (name: string) => Object.fromEntries([16, 32, 48, 128].map(size => [size, `icons/${name}-${size}.png`]))

/**
 * Which file of the build a module of the pages goes into; null leaves it to the bundler, which cuts a dozen small files by
 * who else uses what. All that the popup's first paint waits for is one file, so that it opens in one step. What the
 * options page paints first is three: that one, what the popup loads later, and its own. Beside them it has three more: its
 * views, the reading and judging behind them, which compress far better than in pieces, and all that only Notifications
 * needs, which most visits never look at.
 */
const pageFile = (id: string, graph: ModuleGraph): string | null => {
  if (id.includes('/entrypoints/')) return null // what starts one page would start it in the other too, which shares the file
  if (usersOf(id, graph, 'at once').has('popup')) return id.includes('/components/popup/') ? null : 'first-paint'
  if (usersOf(id, graph, 'at once').has('options')) return usersOf(id, graph, 'ever').has('popup') ? 'both' : 'frame'
  if (usersOf(id, graph, 'ever').has('popup')) return null
  if (isOnlyFor('/components/notifications/', id, graph)) return 'notifications'
  return id.includes('/components/') || id.includes('/@tanstack/')
    ? 'views'
    : id.includes('/storage/')
      ? 'reading'
      : null
}

/** The pages (`popup`, `options`) that load a module: at once, or ever. */
const usersOf = (id: string, graph: ModuleGraph, when: 'at once' | 'ever'): ReadonlySet<string> => {
  const users = new Set([id])
  for (const user of users) {
    const info = graph.getModuleInfo(user)
    for (const importer of info?.importers ?? []) users.add(importer)
    if (when === 'ever') for (const importer of info?.dynamicImporters ?? []) users.add(importer)
  }
  return new Set([...users].flatMap(user => /\/entrypoints\/(popup|options)\//.exec(user)?.[1] ?? []))
}

/** Whether every way from a page to a module leads through that folder. */
const isOnlyFor = (folder: string, id: string, graph: ModuleGraph): boolean => {
  if (id.includes(folder)) return true
  const users = new Set([id])
  for (const user of users) {
    if (user.includes(folder)) continue
    if (user.includes('/entrypoints/')) return false
    const info = graph.getModuleInfo(user)
    for (const importer of [...(info?.importers ?? []), ...(info?.dynamicImporters ?? [])]) users.add(importer)
  }
  return users.size > 1
}

interface ModuleGraph {
  /** `importers` are the static ones. */
  getModuleInfo(
    id: string,
  ): { readonly importers: readonly string[]; readonly dynamicImporters: readonly string[] } | null
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    build: { target: 'esnext', modulePreload: { polyfill: false } }, // the browsers we support need neither
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] }, // the same without its older half
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script')) {
        // WXT's own frame around a content script imports the polyfill, a tenth of what the page reader may weigh.
        // Its context of the script announces the extension to every page; ours is quiet.
        const file = (path: string) => new URL(path, import.meta.url).pathname
        const alias = [
          { find: /^wxt\/browser$/, replacement: file('./storage/nativeBrowser.ts') },
          {
            find: /^wxt\/utils\/content-script-context$/,
            replacement: file('./entrypoints/hubspot.content/quietContext.ts'),
          },
        ]
        config.resolve = { ...config.resolve, alias }
      }
      if (!entrypoints.some(({ type }) => type === 'popup')) return
      config.build ??= {}
      config.build.rolldownOptions ??= {}
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: { groups: [{ name: pageFile }], includeDependenciesRecursively: false },
      }
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_ext_name__',
    description: '__MSG_ext_description__',
    default_locale: 'en',
    icons: icons('patchbay'),
    action: { default_icon: icons('not-set-up') }, // until the worker has painted what it knows
    permissions: [
      'storage', // settings and the popup's glance
      'alarms', // the tick that re-judges what time alone changes
      'activeTab', // level 1: the tab in which the person pressed the toolbar button
      'scripting', // puts the page reader into that tab, and registers it for level 2
    ],
    optional_permissions: ['notifications'], // in-app notices outside of Patchbay's own pages, asked where they are switched on
    optional_host_permissions: [
      ...HUBSPOT_ORIGINS, // level 2, asked in Accounts
      ...MAIL_PROVIDERS.map(mailOrigin), // the one chosen for e-mail, asked when it is chosen
    ],
    content_security_policy: { extension_pages: contentSecurityPolicy(command) },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+B' } },
      'read-this-page': { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_command_read__' },
      'open-home': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_home__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'patchbay@patchbay.example',
              strict_min_version: '148.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '150' }),
  }),
})
