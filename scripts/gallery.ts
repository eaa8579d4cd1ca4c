/**
 * Builds a page of all components, looks at it in light and dark, English and Japanese, and runs axe on it:
 * `node scripts/gallery.ts`. Pictures go to `.output/gallery/`; ends with exit code 1 when axe finds anything.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import { launchHeadless } from './chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, '.output/gallery')
const SITE = join(OUT, 'site')
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** As strict as the extension's own pages, so that what breaks there breaks here. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

await build({
  root: join(ROOT, 'scripts/gallery'),
  publicDir: join(ROOT, 'public'),
  logLevel: 'warn',
  resolve: { alias: { 'wxt/browser': join(ROOT, 'scripts/gallery/browserStandIn.ts') } },
  build: { outDir: SITE, emptyOutDir: true, target: 'esnext' },
})

const server = createServer((request, response) => {
  const path = join(SITE, new URL(request.url ?? '/', 'http://localhost').pathname)
  const file = path.endsWith('/') ? join(path, 'index.html') : path
  if (!file.startsWith(SITE) || !existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CSP,
  })
  return createReadStream(file).pipe(response)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

/** What axe minds, one line each. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults
  return results.violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

mkdirSync(OUT, { recursive: true })
const browser = await launchHeadless()
const findings: string[] = []
for (const lang of ['en', 'ja']) {
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage()
    page.on('console', message => message.type() === 'error' && findings.push(`console: ${message.text()}`))
    page.on('pageerror', error => findings.push(`error: ${error}`))
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.setViewport({ width: 1152, height: 900, deviceScaleFactor: 1.25 })
    await page.goto(`${address}?lang=${lang}&theme=${theme}`)
    await page.waitForSelector('html[data-ready] .pb-table tbody tr')
    const shot = (name: string, fullPage = false) =>
      page.screenshot({ path: join(OUT, `${name}-${lang}-${theme}.png`) as `${string}.png`, fullPage })
    await page.focus('#focused')
    await shot('all', true)
    findings.push(...(await axeFindings(page)).map(found => `${lang} ${theme}: ${found}`))
    await page.click('#menus > button:nth-of-type(2)')
    await page.click('#show-toast')
    await page.click('#menus > button:nth-of-type(2)')
    await shot('menu-toast')
    findings.push(...(await axeFindings(page)).map(found => `${lang} ${theme} menu: ${found}`))
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.querySelector('.pb-card')?.scrollIntoView())
    await page.click('.pb-chip-button')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await shot('filter')
    findings.push(...(await axeFindings(page)).map(found => `${lang} ${theme} filter: ${found}`))
    await page.click('#ask')
    await shot('dialog')
    findings.push(...(await axeFindings(page)).map(found => `${lang} ${theme} dialog: ${found}`))
    await page.close()
  }
}
// What few people see and nobody may lose: no colours of ours, more contrast, a screen 320 px wide.
const page = await browser.newPage()
await page.setViewport({ width: 1152, height: 900, deviceScaleFactor: 1.25 })
await page.goto(`${address}?lang=en&theme=dark`)
await page.waitForSelector('html[data-ready] .pb-table tbody tr')
for (const [name, value] of [
  ['forced-colors', 'active'],
  ['prefers-contrast', 'more'],
] as const) {
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
  await page.screenshot({ path: join(OUT, `${name}.png`) as `${string}.png`, fullPage: true })
  await session.send('Emulation.setEmulatedMedia', { features: [] })
}
await page.setViewport({ width: 320, height: 900, deviceScaleFactor: 2 })
await page.screenshot({ path: join(OUT, 'narrow.png') as `${string}.png`, fullPage: true })
const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
if (wide) findings.push('at 320 px the page scrolls sideways')
await browser.close()
server.close()
console.log(findings.length === 0 ? 'axe: nothing found' : findings.join('\n'))
process.exitCode = findings.length === 0 ? 0 : 1
