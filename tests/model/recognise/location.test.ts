import { describe, expect, test } from 'vitest'
import { isHubSpotHost } from '../../../storage/model/hubspotHost.ts'
import { appOfLink, isMarketplace, placeOf, portalOfLink } from '../../../storage/model/recognise/location.ts'

describe('where a page is', () => {
  test.each([
    ['https://app.hubspot.com/connected-apps/123', 'list', '123'],
    ['https://app-eu1.hubspot.com/connected-apps/123/installed?x=1#y', 'list', '123'],
    ['https://app-na3.hubspot.com/connected-apps/123/overview', 'list', '123'],
    ['https://app.hubspot.com/integrations-settings/123/installed', 'list', '123'],
    ['https://app.hubspot.com/connected-apps/123/installed/basic/77/overview', 'app', '123'],
    ['https://app.hubspot.com/integrations-settings/123/installed/framework/77/general-settings', 'app', '123'],
    ['https://app.hubspot.com/integrations-settings/123/installed/salesforce/contacts', 'app', '123'],
    ['https://app.hubspot.com/login?loginPortalId=123', 'login', '123'],
    ['https://app.hubspot.com/login/legacy', 'login', null],
    ['https://app.hubspot.com/login/two-factor?loginPortalId=123', 'two-factor', '123'],
    ['https://app.hubspot.com/login/confirm-to-login', 'two-factor', null],
    ['https://app.hubspot.com/myaccounts', 'no-account', null],
    ['https://app.hubspot.com/home-beta', 'no-account', null],
    ['https://app.hubspot.com/contacts/123/objects/0-1', 'elsewhere', '123'],
    ['https://app.hubspot.com.example/connected-apps/123', 'elsewhere', null],
    ['https://app-eu12.hubspot.com/connected-apps/123', 'elsewhere', null],
    ['https://ecosystem.hubspot.com/connected-apps/123', 'elsewhere', null],
    ['javascript:alert(1)', 'elsewhere', null],
    ['not an address', 'elsewhere', null],
    ['', 'none', null],
  ])('%s', (url, kind, portal) => {
    expect(placeOf(url)).toMatchObject({ kind, portal })
  })

  test('an account is the second segment, all digits, and nothing else', () => {
    const portal = (path: string) => placeOf(`https://app.hubspot.com${path}`).portal
    expect(portal('/connected-apps/123a')).toBeNull()
    expect(portal('/123/connected-apps')).toBeNull()
    expect(portal('/a/b/123')).toBeNull()
    expect(portal('/x/00123/')).toBe('00123')
  })

  test('hosts are `app`, or `app-` with letters and one digit', () => {
    expect(['app.hubspot.com', 'app-na2.hubspot.com', 'app-ap1.hubspot.com'].every(isHubSpotHost)).toBe(true)
    expect(['api.hubspot.com', 'app-1.hubspot.com', 'app-na.hubspot.com', 'xapp.hubspot.com'].some(isHubSpotHost)).toBe(
      false,
    )
  })
})

describe('which app a link leads to', () => {
  test.each([
    ['/integrations-settings/123/installed/framework/77/app-cards', 'id:77'],
    ['https://app-eu1.hubspot.com/integrations-settings/123/installed/framework/77', 'id:77'],
    ['/connected-apps/123/installed/basic/77/overview?eschref=%2Fa', 'page:77'],
    ['/integrations-settings/123/installed/salesforce/contacts', 'slug:salesforce'],
    ['/integrations-settings/123/installed/framework/abc/x', null],
    ['/integrations-settings/123/installed/salesforce', null],
    ['/integrations-settings/123/installed', null],
    ['/connected-apps/123/installed/framework/77/x', null],
    ['/ecosystem/123/marketplace/apps/sales/zap-77', null],
    ['https://ecosystem.hubspot.com/marketplace/listing/zap', null],
    ['https://evil.example/connected-apps/123/installed/basic/77/overview', null],
    ['https://app.hubspot.com@evil.example/connected-apps/123/installed/basic/77/', null],
    [undefined, null],
  ])('%s', (href, ref) => {
    expect(appOfLink(href)).toBe(ref)
  })

  test('and which account it belongs to', () => {
    expect(portalOfLink('/connected-apps/123/installed/basic/77/overview')).toBe('123')
    expect(portalOfLink('https://evil.example/connected-apps/123/')).toBeNull()
  })

  test('the marketplace is known inside and outside of the product', () => {
    expect(isMarketplace('/ecosystem/123/marketplace/apps/sales/zap-77')).toBe(true)
    expect(isMarketplace('https://ecosystem.hubspot.com/marketplace/listing/zap')).toBe(true)
    expect(isMarketplace('https://evil.example/marketplace/listing/zap')).toBe(false)
  })
})
