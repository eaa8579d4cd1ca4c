import * as v from 'valibot'
import type { PageView } from '../../../../storage/model/recognise/view.ts'

/** What the page reader may send: sizes bounded, unknown fields dropped. The shapes are those of `storage/model/messages.ts`. */
const text = v.pipe(v.string(), v.maxLength(2000))
const texts = (most: number) => v.pipe(v.array(text), v.maxLength(most))

const CellSchema = v.object({
  text,
  href: v.optional(text),
  datetime: v.optional(text),
  full: v.optional(text),
  lines: v.optional(texts(100)),
  buttons: v.optional(texts(20)),
})

const GridSchema = v.object({
  shape: v.picklist(['table', 'repeat', 'lines', 'file']),
  heading: v.nullable(text),
  path: texts(10),
  headers: texts(200),
  rows: v.pipe(
    v.array(v.object({ key: text, cells: v.pipe(v.array(CellSchema), v.maxLength(200)), seenAt: v.number() })),
    v.maxLength(2000),
  ),
  extent: v.object({
    stated: v.array(v.object({ count: v.number(), text })),
    rowCount: v.nullable(v.number()),
    next: v.picklist(['enabled', 'disabled', 'none']),
    filtered: v.boolean(),
    busy: v.boolean(),
    endSeen: v.nullable(v.boolean()),
    startSeen: v.optional(v.nullable(v.boolean())),
  }),
  notes: texts(50),
  place: v.optional(v.picklist(['dialog', 'panel'])),
  since: v.number(),
})

/** Typed as what the reader builds, so that a field added there is either let through here or a type error. */
const ViewSchema: v.GenericSchema<unknown, Required<PageView> | PageView> = v.object({
  url: text,
  title: text,
  locales: texts(20),
  headings: texts(500),
  prose: texts(100),
  links: v.pipe(v.array(v.object({ text, href: text })), v.maxLength(500)),
  fields: texts(200),
  grids: v.pipe(v.array(GridSchema), v.maxLength(200)),
  at: v.number(),
  zone: text,
  tabs: v.optional(texts(50)),
  frame: v.optional(text),
})

export const PageMessageSchema = v.variant('type', [
  v.object({ type: v.literal('page.hello'), url: text }),
  v.object({
    type: v.literal('page.view'),
    readId: v.pipe(v.string(), v.maxLength(100)),
    level: v.picklist([1, 2, 3]),
    final: v.boolean(),
    cut: v.optional(v.picklist(['cancelled', 'deadline'])),
    view: ViewSchema,
  }),
  v.object({
    type: v.literal('page.progress'),
    readId: v.string(),
    rows: v.number(),
    stated: v.nullable(v.number()),
    phase: v.picklist(['looking', 'scrolling', 'done', 'cancelled']),
  }),
  v.object({
    type: v.literal('page.open'),
    what: v.picklist(['home', 'mapping']),
    readId: v.nullable(v.string()),
    grid: v.optional(v.number()),
  }),
  v.object({ type: v.literal('page.collapsed'), collapsed: v.boolean() }),
])
