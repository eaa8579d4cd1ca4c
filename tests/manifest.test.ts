/** Least power: what the built extension asks for at install, and what it may ask for later on a click. */

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from './sources.ts'

const BUILD = `${ROOT}.output/chrome-mv3/`
const manifest = JSON.parse(readFileSync(`${BUILD}manifest.json`, 'utf8'))

test('installing asks for exactly these permissions, none of which shows a warning', () => {
  expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'alarms', 'scripting', 'storage'])
})

test('installing asks for no site and runs nothing in any', () => {
  expect(manifest).not.toHaveProperty('host_permissions')
  expect(manifest).not.toHaveProperty('content_scripts')
})

test('nothing but notifications can be asked for later beside sites', () => {
  expect(manifest.optional_permissions).toEqual(['notifications'])
})

test('only HubSpot’s app hosts and the APIs of mail providers can be asked for later', () => {
  expect(manifest.optional_host_permissions.toSorted()).toEqual([
    'https://api.brevo.com/*',
    'https://api.postmarkapp.com/*',
    'https://api.resend.com/*',
    'https://api.sendgrid.com/*',
    'https://app-ap1.hubspot.com/*',
    'https://app-eu1.hubspot.com/*',
    'https://app-na2.hubspot.com/*',
    'https://app-na3.hubspot.com/*',
    'https://app.hubspot.com/*',
  ])
})

test('no page can reach into the extension', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources')
  expect(manifest).not.toHaveProperty('externally_connectable')
})

test('its pages run its own code only, and no string becomes markup', () => {
  expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages'])
  const policy = manifest.content_security_policy.extension_pages
  const directives = Object.fromEntries(policy.split('; ').map((line: string) => line.split(/ (.*)/).slice(0, 2)))
  expect(directives).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': "'self' https:",
    'font-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  })
})

test('every icon it names is there', () => {
  const paths = [manifest.icons, manifest.action.default_icon].flatMap(icons => Object.values<string>(icons))
  expect(paths).toHaveLength(8)
  expect(paths.filter(path => !existsSync(`${BUILD}${path}`))).toEqual([])
})

test('there is nothing in the manifest that these tests do not know', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'action',
    'background',
    'commands',
    'content_security_policy',
    'default_locale',
    'description',
    'icons',
    'manifest_version',
    'minimum_chrome_version',
    'name',
    'optional_host_permissions',
    'optional_permissions',
    'options_ui',
    'permissions',
    'version',
  ])
})
