/**
 * Draws public/icons from one drawing: blue, and grey for "not set up yet". Run by hand (`node scripts/icons.ts`) after a
 * change of the drawing; the pictures are committed, so a build needs no browser.
 */

import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launchHeadless } from './chromium.ts'

const FOLDER = fileURLToPath(new URL('../public/icons/', import.meta.url))
const SIZES = [16, 32, 48, 128]
const TILES = { patchbay: '#3a65d8', 'not-set-up': '#6b7484' }

/** Four sockets and one cable from the upper left, which no badge covers, to the lower right. */
function drawing(tile: string, size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">
    <rect width="16" height="16" rx="3.5" fill="${tile}"/>
    <g fill="#fff">
      <circle cx="4" cy="4" r="2"/><circle cx="12" cy="12" r="2"/>
      <circle cx="12" cy="4" r="1.25"/><circle cx="4" cy="12" r="1.25"/>
    </g>
    <path d="M4 4c0 5.5 8 2.5 8 8" fill="none" stroke="#fff" stroke-width="1.75" stroke-linecap="round"/>
  </svg>`
}

await mkdir(FOLDER, { recursive: true })
const browser = await launchHeadless()
try {
  const page = await browser.newPage()
  for (const [name, tile] of Object.entries(TILES)) {
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 })
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing(tile, size)}`)
      await page.screenshot({ path: `${FOLDER}${name}-${size}.png`, omitBackground: true })
    }
  }
} finally {
  await browser.close()
}
