/**
 * `npm run dev`: the extension in a browser of its own, rebuilt and reloaded at every change. Arguments go to WXT
 * (`npm run dev -- -b firefox`), which then says how to load it.
 */

import { createServer } from 'wxt'
import { ROOT, run } from './run.ts'
import { hasDisplay, openVisibly } from './visible-browser.ts'

const EXTENSION = `${ROOT}.output/chrome-mv3-dev`

async function develop(): Promise<void> {
  const server = await createServer({ root: ROOT })
  try {
    await server.start()
  } catch {
    process.exit(1) // WXT has said what is wrong
  }
  if (!hasDisplay()) {
    console.log(
      `No display here. To load it elsewhere: chrome://extensions, Developer mode, Load unpacked, ${EXTENSION}`,
    )
    return
  }
  const { browser, id } = await openVisibly(EXTENSION, `${ROOT}.output/profile-dev`)
  const page = await browser.newPage()
  await page.goto(`chrome-extension://${id}/options.html`)
  const end = async () => {
    await browser.close()
    await server.stop()
    process.exit()
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

const args = process.argv.slice(2)
if (args.length > 0) process.exitCode = (await run('wxt', args, 'shown')).ok ? 0 : 1
else await develop()
