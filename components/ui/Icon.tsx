import type { JSX } from 'preact'

/**
 * How a glyph is drawn on its 16 × 16 grid, each part in the colour of the text around it: `line` strokes 1.5 wide,
 * `thick` strokes 1.75 (statuses, which are read from afar), `thin` strokes 1.1 and `dash` for the unknown,
 * `solid` filled even-odd.
 */
type Glyph = { readonly [part in 'line' | 'thick' | 'thin' | 'dash' | 'solid']?: string }

const TURNING_ARROW = 'M13.2 8.6a5.25 5.25 0 1 1-1.3-4.1l1.5 1.5M13.6 2.4V6H10'
const FRAME = 'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3z'

const GLYPHS = {
  // Statuses: told apart by shape alone.
  connected: {
    solid: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM4.7 8.7l2.4 2.4 4.2-4.4-1-1-3.2 3.4-1.4-1.4z',
  },
  expired: {
    solid:
      'M3 1.8h10V4H3zM3 12h10v2.2H3zM4.5 4.9h7c0 1.6-1.5 2.3-2.3 3.1.8.8 2.3 1.5 2.3 3.1h-7c0-1.6 1.5-2.3 2.3-3.1-.8-.8-2.3-1.5-2.3-3.1z',
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
  goneQuiet: { thick: 'M1 8.6h2l1.4-4.8 2.4 8.8 1.6-4H15' },
  limitForecast: { thick: 'M3 12.6a5.9 5.9 0 1 1 10 0M7.6 11l3.2-3.9' },
  installerLeft: {
    line: 'M6.4 2.6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM1.8 13.6c.2-2.8 1.9-4.1 4.4-4.1.9 0 1.7.2 2.3.5M10.4 10.4l3.6 3.6M14 10.4 10.4 14',
  },
  cannotSee: {
    line: 'M1.4 8.2C2.9 5.5 5.2 4 8 4s5.1 1.5 6.6 4.2C13.1 10.9 10.8 12.4 8 12.4S2.9 10.9 1.4 8.2zM2.7 14 13.3 2.4',
    solid: 'M8 6a2.2 2.2 0 1 1 0 4.4A2.2 2.2 0 0 1 8 6z',
  },
  reconnecting: { thick: TURNING_ARROW },
  attention: { thick: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2', solid: 'M8 10.6a.95.95 0 1 1 0 1.9.95.95 0 0 1 0-1.9z' },
  vanished: { thick: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM5.4 8h5.2' },
  stale: { line: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 4.9V8l2.2 1.5' },

  // Where a figure comes from.
  page: { line: `${FRAME}M2 6.2h12` },
  key: { line: 'M4.9 8.7a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM6.7 9.3 13.3 2.7M10.6 5.4l2 2' },
  file: { line: 'M4 1.8h5l3.2 3.2v9.2H4zM8.9 2v3.2H12' },
  person: {
    line: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM2.9 13.7c.3-2.7 2.2-4 5.1-4s4.8 1.3 5.1 4',
  },
  sample: { line: 'M5.8 2h4.4M6.7 2v4.2L3.2 12.6c-.4.8.1 1.4.9 1.4h7.8c.8 0 1.3-.6.9-1.4L9.3 6.2V2M4.9 10h6.2' },

  // Where a link goes.
  home: { line: 'M2.5 6.9 8 2.3l5.5 4.6v6.6h-11zM6.4 13.3V9.9h3.2v3.4' },
  chart: { line: 'M4.5 10.8V7.5M8 10.8V2.8M11.5 10.8V5.3M2.5 13.5h11' },
  bell: { line: 'M4.2 10.8V7a3.8 3.8 0 0 1 7.6 0v3.8l1.1.8H3.1zM6.7 13.9h2.6' },
  card: { line: `${FRAME}M4.8 6.5h2.6M4.8 9.5h6.4` },
  sliders: {
    line: 'M2 5h6.2M12 5h2M10.1 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM2 11h1.9M7.8 11H14M5.9 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  },
  inbox: { line: 'M2 9.4 4 3.5h8l2 5.9v3.4H2zM2.2 9.4h3.2c.3 1.2 1.2 1.9 2.6 1.9s2.3-.7 2.6-1.9h3.2' },

  // What a control does.
  search: { line: 'M7 2.3a4.7 4.7 0 1 1 0 9.4 4.7 4.7 0 0 1 0-9.4zM10.4 10.4l3.7 3.7' },
  external: { line: 'M6.8 3.3H2.7v10h10V9.2M9.3 2.5h4.2v4.2M13.3 2.7 7.5 8.5' },
  chevronDown: { line: 'm4 6 4 4 4-4' },
  chevronUp: { line: 'm4 10 4-4 4 4' },
  chevronRight: { line: 'm6 4 4 4-4 4' },
  close: { line: 'm4 4 8 8M12 4l-8 8' },
  dots: {
    solid:
      'M3 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM13 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  },
  refresh: { line: TURNING_ARROW },
  download: { line: 'M8 2v8.2M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11' },
  lock: {
    line: 'M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.5 6.8V4.9a2.5 2.5 0 0 1 5 0v1.9',
  },
  clipboard: {
    line: 'M5.5 3H4a.8.8 0 0 0-.8.8v9.4a.8.8 0 0 0 .8.8h8a.8.8 0 0 0 .8-.8V3.8A.8.8 0 0 0 12 3h-1.5M5.8 1.8h4.4v2.4H5.8zM5.8 7.5h4.4M5.8 10.5h2.7',
  },
  table: { line: `${FRAME}M2 6.3h12M2 9.6h12M6.2 6.3V13` },
  calendar: { line: 'M3 3.3h10v10.2H3zM3 6.5h10M5.5 1.7v3M10.5 1.7v3' },
  plus: { line: 'M8 3v10M3 8h10' },
  minus: { line: 'M3 8h10' },
  arrow: { line: 'M2.8 8h10.4M9 3.8 13.2 8 9 12.2' },
  info: { line: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 7.4v3.6M8 4.8v.3' },

  // What a source can know: all, half; nothing is the hatched notReported.
  tick: { line: 'm3 8.5 3.3 3.3L13 5' },
  half: {
    line: 'M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
    solid: 'M2.5 8h11v3.5a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2z',
  },
} as const satisfies Record<string, Glyph>

/** Every drawing there is. */
export type IconName = keyof typeof GLYPHS

/** Their names, for the gallery. */
export const ICON_NAMES = Object.keys(GLYPHS) as IconName[]

/**
 * A small drawing in the colour of the text around it. It says nothing to assistive technology, so a word always
 * stands beside it or in the control's label.
 * @param size edge in px; 16 in text, 14 in meta lines, 18 to 20 where it leads a row
 */
export function Icon(props: { readonly name: IconName; readonly size?: number; readonly class?: string }): JSX.Element {
  const { name, size = 16 } = props
  const glyph: Glyph = GLYPHS[name]
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
