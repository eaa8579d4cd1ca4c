import { defineConfig } from 'wxt'

/** HubSpot's app hosts, one per data centre (match patterns cannot say `app-*.`). Asked for on a click, never at install. */
const HUBSPOT_APP_HOSTS = [
  'https://app.hubspot.com/*',
  'https://app-na2.hubspot.com/*',
  'https://app-na3.hubspot.com/*',
  'https://app-eu1.hubspot.com/*',
  'https://app-ap1.hubspot.com/*',
]

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
 * All that the popup's first paint waits for goes into one file, so that it opens in one step; left alone, it falls into
 * a dozen, cut by who else uses what. What the worker uses too stays out: it must not load the popup along with it.
 */
const firstPaint = (id: string, graph: ModuleGraph): string | null => {
  if (id.includes('/entrypoints/')) return null // what starts the popup would start it in options too, which shares the file
  const users = new Set([id])
  for (const user of users) for (const importer of graph.getModuleInfo(user)?.importers ?? []) users.add(importer)
  const isUsedBy = (entrypoint: string) => [...users].some(user => user.includes(`/entrypoints/${entrypoint}/`))
  return isUsedBy('popup') && !isUsedBy('background') ? 'first-paint' : null
}
interface ModuleGraph {
  /** `importers` are the static ones. */
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ build: { modulePreload: { polyfill: false } } }), // every browser we support preloads modules by itself
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'popup')) return
      config.build ??= {}
      config.build.rolldownOptions ??= {}
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: { groups: [{ name: firstPaint }], includeDependenciesRecursively: false },
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
    optional_host_permissions: HUBSPOT_APP_HOSTS, // level 2, asked in Accounts
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
