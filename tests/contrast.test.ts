/**
 * The colours are readable: contrast of every pair the design uses, and distances between chart colours as people with
 * colour-vision deficiencies see them. The figures are those of UI.md 2, computed anew from the tokens themselves.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(new URL('../components/styles/tokens.css', import.meta.url), 'utf8')
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]
type Rgb = readonly [number, number, number]

/** `--pb-<name>: light-dark(#…, #…)` as the tokens file has it. Throws for a token that is not there. */
function token(name: string, theme: Theme): Rgb {
  const found = CSS.match(new RegExp(`--pb-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`))
  const hex = found?.[theme === 'light' ? 1 : 2]
  if (!hex) throw new Error(`no token --pb-${name}`)
  return [hex.slice(1, 3), hex.slice(3, 5), hex.slice(5, 7)].map(
    part => Number.parseInt(part, 16) / 255,
  ) as unknown as Rgb
}

/** One sRGB channel as light (IEC 61966-2-1). */
const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

const light = (rgb: Rgb): Rgb => rgb.map(linear) as unknown as Rgb

/** WCAG 2.2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [a, b]
    .map(light)
    .map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl)
    .sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

// [ink, ground, as stated for light, as stated for dark]
const TEXT: readonly (readonly [string, string, number, number])[] = [
  ['text', 'surface', 17.4, 14.7],
  ['text-2', 'surface', 8.7, 9.7],
  ['text-2', 'surface-3', 7.1, 7.6],
  ['text-3', 'surface', 5.9, 6.7],
  ['text-3', 'bg', 5.5, 7.2],
  ['text-3', 'surface-2', 5.2, 6.0],
  ['text-3', 'surface-3', 4.8, 5.2],
  ['text-3', 'accent-soft', 5.1, 5.7],
  ['accent-text', 'surface', 8.0, 9.5],
  ['accent-text', 'accent-soft', 6.9, 8.1],
  ['on-accent', 'accent', 6.6, 8.5],
  ['ok', 'ok-soft', 5.3, 8.5],
  ['warn', 'warn-soft', 5.8, 8.7],
  ['bad', 'bad-soft', 5.8, 7.7],
  ['blind', 'blind-soft', 6.7, 7.9],
]

const SHAPES: readonly (readonly [string, string, number, number])[] = [
  ['border-strong', 'surface', 3.6, 4.1],
  ['border-strong', 'surface-2', 3.2, 3.7],
  ['border-strong', 'accent-soft', 3.1, 3.5],
  ['ok-mark', 'surface', 4.1, 6.9],
  ['warn-mark', 'surface', 3.6, 8.0],
  ['warn-mark', 'warn-soft', 3.2, 6.8],
  ['bad-mark', 'surface', 6.5, 5.8],
  ['bad-mark', 'bad-soft', 5.6, 5.2],
  ['hatch', 'surface', 3.7, 3.6],
  ['hatch', 'surface-2', 3.3, 3.3],
  ['accent', 'surface', 6.6, 8.2],
  ['accent', 'bg', 6.1, 8.9],
]

/** Pairs that the components make beyond UI.md's table: [ink, ground]. All of them text. */
const ALSO_TEXT: readonly (readonly [string, string])[] = [
  ['surface', 'bad'], // the number in the red disc
  ['surface', 'blind'], // "!" in the slate disc
  ['warn', 'surface'], // a stale age, a plain pill
  ['bad', 'surface'],
  ['bad', 'surface-2'], // the same in a hovered row
  ['bad', 'accent-soft'], // and in a focused one
  ['warn', 'surface-2'],
  ['warn', 'accent-soft'],
  ['text-2', 'surface-2'],
  ['text-2', 'accent-soft'],
  ['accent-text', 'surface-2'],
  ['accent-text', 'bg'],
]

/** The stated figures were rounded twice on their way (5.548, 5.55, 5.6). */
const ROUNDING = 0.06

const SERIES = ['c-create', 'c-update', 'c-delete', 'c-merge', 'c-1', 'c-2', 'c-3', 'c-4', 'c-5']

describe.each(THEMES)('contrast in %s', theme => {
  const stated = theme === 'light' ? 2 : 3

  it.each(TEXT)('text %s on %s', (ink, ground, ...figures) => {
    const ratio = contrast(token(ink, theme), token(ground, theme))
    expect(ratio).toBeGreaterThanOrEqual(4.5)
    expect(Math.abs(ratio - (figures[stated - 2] as number))).toBeLessThan(ROUNDING)
  })

  it.each(SHAPES)('shape %s on %s', (ink, ground, ...figures) => {
    const ratio = contrast(token(ink, theme), token(ground, theme))
    expect(ratio).toBeGreaterThanOrEqual(3)
    expect(Math.abs(ratio - (figures[stated - 2] as number))).toBeLessThan(ROUNDING)
  })

  it.each(ALSO_TEXT)('text %s on %s, as the components use it', (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SERIES)('chart series %s on surface', name => {
    expect(contrast(token(name, theme), token('surface', theme))).toBeGreaterThanOrEqual(3.1)
  })
})

/** Machado, Oliveira and Fernandes 2009, severity 1.0; applied to linear light. */
const SIGHTS: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

const seen = (rgb: Rgb, sight: string): Rgb => {
  const [r, g, b] = light(rgb)
  return (SIGHTS[sight] ?? []).map(([x, y, z]) => clamp(x * r + y * g + z * b)) as unknown as Rgb
}

/** OKLab of linear sRGB (Ottosson 2020). */
function okLab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** The smallest distance between any two of these colours, in any sight. OKLab × 100. */
function closest(names: readonly string[], theme: Theme, sights = Object.keys(SIGHTS)): number {
  const distances = sights.flatMap(sight => {
    const points = names.map(name => okLab(seen(token(name, theme), sight)))
    return points.flatMap((a, index) =>
      points.slice(index + 1).map(b => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
    )
  })
  return Math.min(...distances)
}

describe('chart colours in every sight', () => {
  it.each([
    ['light', 14.8],
    ['dark', 15.4],
  ] as const)('record events in %s', (theme, stated) => {
    expect(closest(['c-create', 'c-update', 'c-delete', 'c-merge'], theme)).toBeCloseTo(stated, 1)
  })

  it.each([
    ['light', 17.1],
    ['dark', 19.0],
  ] as const)('apps in %s', (theme, stated) => {
    expect(closest(['c-1', 'c-2', 'c-3', 'c-4', 'c-5'], theme)).toBeCloseTo(stated, 1)
  })

  it.each([
    ['light', 4.8],
    ['dark', 7.0],
  ] as const)('green and amber marks come close for a protanope in %s, hence shape and word', (theme, stated) => {
    expect(closest(['ok-mark', 'warn-mark'], theme, ['protanope'])).toBeCloseTo(stated, 1)
  })
})
