/** The path of the Chromium, Chrome or Edge to use, or undefined. Throws when CHROME_PATH names no program. */
export function findBrowser(machine?: {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}): string | undefined
