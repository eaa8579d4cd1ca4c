import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { readValues } from './page/expect.ts'
import { pageOfSeed, selfContained } from './page.ts'

// node tests/hubspot/show.ts --seed 12 --out .output/pages/12.html [--frames] [--expect]
// Writes the page of a seed to look at in a browser; --frames writes every snapshot beside it, --expect what is readable.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    frames: { type: 'boolean', default: false },
    expect: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
if (!Number.isInteger(seed)) throw new TypeError(`--seed wants a whole number, not ${values.seed}`)
const out = values.out ?? `.output/pages/${seed}.html`
const page = pageOfSeed(seed)
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, selfContained(page))
if (values.frames) {
  for (const [index, frame] of page.frames.entries()) writeFileSync(out.replace(/\.html$/u, `.${index}.html`), frame)
}
if (values.expect) writeFileSync(out.replace(/\.html$/u, '.json'), JSON.stringify(page.expect, undefined, 2))
const readable = readValues(page.expect)
console.log(`${out}: ${page.url}`)
console.log(
  `${page.style.language} ${page.style.page}, ${page.truth.apps.length} apps, ${page.frames.length} frames, ${readable.length} readable values`,
)
