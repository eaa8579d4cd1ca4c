import type { JSX } from 'preact'
import type { MORE_GLYPHS } from './moreGlyphs.ts'

/**
 * How a glyph is drawn on its 16 × 16 grid, each part in the colour of the text around it: `line` strokes 1.5 wide,
 * `thick` strokes 1.75 (statuses, which are read from afar), `thin` strokes 1.1 and `dash` for the unknown,
 * `solid` filled even-odd.
 */
export type Glyph = { readonly [part in 'line' | 'thick' | 'thin' | 'dash' | 'solid']?: string }

export const TURNING_ARROW = 'M13.2 8.6a5.25 5.25 0 1 1-1.3-4.1l1.5 1.5M13.6 2.4V6H10'
export const FRAME =
  'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3z'

/** Those that the popup's first paint may need; the others are in `moreGlyphs.ts`. */
const GLYPHS = {
  // Statuses: told apart by shape alone.
  connected: {
    solid: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM4.7 8.7l2.4 2.4 4.2-4.4-1-1-3.2 3.4-1.4-1.4z',
  },
  expired: {
    solid:
      'M3 1.5h10v2h-.9c0 2.3-1.4 3.4-2.5 4.5 1.1 1.1 2.5 2.2 2.5 4.5h.9v2H3v-2h.9c0-2.3 1.4-3.4 2.5-4.5-1.1-1.1-2.5-2.2-2.5-4.5H3zM5.6 3.5c0 .9.4 1.6.9 2.2h3c.5-.6.9-1.3.9-2.2z',
  },
  error: {
    solid:
      'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2zM7.1 4.2l.25 5h1.3l.25-5zM8 10.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  },
  disconnected: { thick: 'M7.2 3.3a4.8 4.8 0 0 0-3.6 6.6M8.8 12.7a4.8 4.8 0 0 0 3.6-6.6M13.3 2.7 2.7 13.3' },
  notReported: {
    thin: 'M1.8 8.4 8.4 1.8M2.6 13.4 13.4 2.6M7.6 14.2 14.2 7.6',
    dash: 'M4 1.3h8A2.7 2.7 0 0 1 14.7 4v8a2.7 2.7 0 0 1-2.7 2.7H4A2.7 2.7 0 0 1 1.3 12V4A2.7 2.7 0 0 1 4 1.3z',
  },
  cannotSee: {
    line: 'M1.4 8.2C2.9 5.5 5.2 4 8 4s5.1 1.5 6.6 4.2C13.1 10.9 10.8 12.4 8 12.4S2.9 10.9 1.4 8.2zM2.7 14 13.3 2.4',
    solid: 'M8 6a2.2 2.2 0 1 1 0 4.4A2.2 2.2 0 0 1 8 6z',
  },
  reconnecting: { thick: TURNING_ARROW },
  attention: { thick: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2', solid: 'M8 10.6a.95.95 0 1 1 0 1.9.95.95 0 0 1 0-1.9z' },
  goneQuiet: { thick: 'M1 8.6h2l1.4-4.8 2.4 8.8 1.6-4H15' },
  vanished: { thick: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM5.4 8h5.2' },
  stale: { line: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 4.9V8l2.2 1.5' },
  page: { line: `${FRAME}M2 6.2h12` },
  sample: { line: 'M5.8 2h4.4M6.7 2v4.2L3.2 12.6c-.4.8.1 1.4.9 1.4h7.8c.8 0 1.3-.6.9-1.4L9.3 6.2V2M4.9 10h6.2' },
  // What a control does.
  search: { line: 'M7 2.3a4.7 4.7 0 1 1 0 9.4 4.7 4.7 0 0 1 0-9.4zM10.4 10.4l3.7 3.7' },
  external: { line: 'M6.8 3.3H2.7v10h10V9.2M9.3 2.5h4.2v4.2M13.3 2.7 7.5 8.5' },
  chevronDown: { line: 'm4 6 4 4 4-4' },
  chevronUp: { line: 'm4 10 4-4 4 4' },
} as const satisfies Record<string, Glyph>

/** Every drawing there is. */
export type IconName = keyof typeof GLYPHS | keyof typeof MORE_GLYPHS

const known: { [name in IconName]?: Glyph } = { ...GLYPHS }

/** Makes more drawings known. */
export const addGlyphs = (glyphs: typeof MORE_GLYPHS): void => void Object.assign(known, glyphs)

/** Their names, for the gallery. */
export const ICON_NAMES = /* @__PURE__ */ Object.keys(GLYPHS) as IconName[]

/**
 * A small drawing in the colour of the text around it. It says nothing to assistive technology, so a word always
 * stands beside it or in the control's label.
 * @param size edge in px; 16 in text, 14 in meta lines, 18 to 20 where it leads a row
 */
export function Icon(props: { readonly name: IconName; readonly size?: number; readonly class?: string }): JSX.Element {
  const { name, size = 16 } = props
  const glyph = known[name] ?? {}
  return (
    <svg
      class={props.class ? `pb-icon ${props.class}` : 'pb-icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {glyph.solid && <path d={glyph.solid} fill="currentColor" fill-rule="evenodd" stroke="none" />}
      {glyph.line && <path d={glyph.line} stroke-width="1.5" />}
      {glyph.thick && <path d={glyph.thick} stroke-width="1.75" />}
      {glyph.thin && <path d={glyph.thin} stroke-width="1.1" />}
      {glyph.dash && <path d={glyph.dash} stroke-width="1" stroke-dasharray="2.4 1.6" stroke-linecap="butt" />}
    </svg>
  )
}
