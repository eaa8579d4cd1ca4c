/** What components ask of `wxt/browser`, for a page that is no extension. */
export const browser = {
  i18n: { getUILanguage: () => navigator.language, getMessage: () => '' },
  runtime: { getURL: (path: string) => path },
}
