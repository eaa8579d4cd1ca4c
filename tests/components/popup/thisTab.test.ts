import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { thisTab } from '../../../components/popup/thisTab.ts'

const inFront = (tab: object | undefined) =>
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue((tab ? [tab] : []) as never)

afterEach(() => vi.restoreAllMocks())

describe('the tab under the popup', () => {
  it.each([
    ['https://app.hubspot.com/connected-apps/4411007/installed', 'hubspot:4411007'],
    ['https://app-eu1.hubspot.com/connected-apps/12', 'hubspot:12'],
    ['https://app-na2.hubspot.com/integrations-settings/12/installed/framework/5/general-settings', 'hubspot:12'],
  ])('%s can be read', async (url, account) => {
    inFront({ id: 7, url })
    expect(await thisTab()).toEqual({ id: 7, account })
  })

  it.each([
    'https://app.hubspot.com/contacts/4411007/objects',
    'https://app.hubspot.com/login?loginRedirectUrl=https%3A%2F%2Fapp.hubspot.com%2Fconnected-apps%2F12%2Finstalled',
    'https://app.hubspot.com.a.example/connected-apps/12/installed',
    'https://a.example/connected-apps/12/installed',
    'chrome://newtab/',
    '',
  ])('%s cannot', async url => {
    inFront({ id: 7, url })
    expect(await thisTab()).toBeNull()
  })

  it('whose address the browser keeps to itself cannot, and neither can none', async () => {
    inFront({ id: 7 })
    expect(await thisTab()).toBeNull()
    inFront(undefined)
    expect(await thisTab()).toBeNull()
  })
})
