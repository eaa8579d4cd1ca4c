import type { AttentionLine } from '../../../storage/model/messages.ts'
import { svg } from './dom.ts'

/** The shape that goes with the colour of the pill, as in the extension's own pages: each kind of problem has its own. */
export const glyph = ({ kind, tone }: AttentionLine): SVGElement => {
  const [drawn, path] = SHAPES[kind]
  return svg([path], `glyph ${tone} ${drawn}`)
}

const CIRCLE = 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2z'
const SHAPES = {
  error: [
    'solid',
    'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2zM7.1 4.2l.25 5h1.3l.25-5zM8 10.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  ],
  expired: [
    'solid',
    'M3 1.5h10v2h-.9c0 2.3-1.4 3.4-2.5 4.5 1.1 1.1 2.5 2.2 2.5 4.5h.9v2H3v-2h.9c0-2.3 1.4-3.4 2.5-4.5-1.1-1.1-2.5-2.2-2.5-4.5H3zM5.6 3.5c0 .9.4 1.6.9 2.2h3c.5-.6.9-1.3.9-2.2z',
  ],
  disconnected: ['line', 'M7.2 3.3a4.8 4.8 0 0 0-3.6 6.6M8.8 12.7a4.8 4.8 0 0 0 3.6-6.6M13.3 2.7 2.7 13.3'],
  attention: ['line', 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.4v.2'],
  'gone-quiet': ['line', 'M1 8.6h2l1.4-4.8 2.4 8.8 1.6-4H15'],
  vanished: ['line', `${CIRCLE}M5.4 8h5.2`],
  unreadable: [
    'line',
    'M1.4 8.2C2.9 5.5 5.2 4 8 4s5.1 1.5 6.6 4.2C13.1 10.9 10.8 12.4 8 12.4S2.9 10.9 1.4 8.2zM2.7 14 13.3 2.4',
  ],
  stale: ['line', `${CIRCLE}M8 4.9V8l2.2 1.5`],
} as const satisfies Record<AttentionLine['kind'], readonly ['solid' | 'line', string]>
