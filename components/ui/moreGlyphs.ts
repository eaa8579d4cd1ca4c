import { addGlyphs, FRAME, type Glyph, TURNING_ARROW } from './Icon.tsx'

/**
 * The drawings that the popup's first paint does not need; it is fast because it is small. Whoever draws one of these
 * imports this file for its effect; both pages do.
 */
export const MORE_GLYPHS = {
  // Statuses: told apart by shape alone.
  limitForecast: { thick: 'M3 12.6a5.9 5.9 0 1 1 10 0M7.6 11l3.2-3.9' },
  installerLeft: {
    line: 'M6.4 2.6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM1.8 13.6c.2-2.8 1.9-4.1 4.4-4.1.9 0 1.7.2 2.3.5M10.4 10.4l3.6 3.6M14 10.4 10.4 14',
  },
  person: {
    line: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM2.9 13.7c.3-2.7 2.2-4 5.1-4s4.8 1.3 5.1 4',
  },
  // Sources other than HubSpot's page.
  key: { line: 'M4.9 8.7a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM6.7 9.3 13.3 2.7M10.6 5.4l2 2' },
  file: { line: 'M4 1.8h5l3.2 3.2v9.2H4zM8.9 2v3.2H12' },
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
  chevronRight: { line: 'm6 4 4 4-4 4' },
  refresh: { line: TURNING_ARROW },
  lock: {
    line: 'M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.5 6.8V4.9a2.5 2.5 0 0 1 5 0v1.9',
  },
  close: { line: 'm4 4 8 8M12 4l-8 8' },
  dots: {
    solid:
      'M3 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM13 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  },
  download: { line: 'M8 2v8.2M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11' },
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

addGlyphs(MORE_GLYPHS)
