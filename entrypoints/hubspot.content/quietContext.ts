/**
 * Stands in for WXT's own context of a content script (`wxt/utils/content-script-context`, replaced in wxt.config.ts). That
 * one announces itself on every page it is put into, by an event and a message that the page can hear and that hold the
 * extension's id; this script touches nothing but the address elsewhere than on Connected apps, and does not use it.
 */
export class ContentScriptContext {}
