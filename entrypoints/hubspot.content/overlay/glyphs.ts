import type { AttentionLine } from '../../../storage/model/messages.ts'
import { svg } from './dom.ts'

/** The shapes that go with the colours of the pills: octagon, triangle, crossed-out eye (as in the extension's own pages). */
export const glyph = (tone: AttentionLine['tone']): SVGElement => svg(SHAPES[tone], `glyph ${tone}`)

const SHAPES = {
  bad: [
    'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2zM7.1 4.2l.25 5h1.3l.25-5zM8 10.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  ],
  warn: ['M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.4v.2'],
  blind: ['M1.4 8.2C2.9 5.5 5.2 4 8 4s5.1 1.5 6.6 4.2C13.1 10.9 10.8 12.4 8 12.4S2.9 10.9 1.4 8.2zM2.7 14 13.3 2.4'],
} as const
