import { canon } from '../canon.ts'
import { type AppTruth, STATUS_KINDS, type Truth } from '../truth.ts'
import { type Desk, deskFor, pathOf } from './desk.ts'
import { cell, type LayerDraft, type PageDraft, type SectionDraft, section } from './draft.ts'
import { draftAppPage } from './draftAppPage.ts'
import { draftMine } from './draftApps.ts'
import { draftAttention, draftRecommendations } from './draftAttention.ts'
import { draftLog, draftUsers } from './draftLog.ts'
import { draftOther } from './draftOther.ts'
import type { Style } from './style.ts'

/** The page before markup, the desk it was written at, and the app it is about, if any. */
export type Drafted = { draft: PageDraft; desk: Desk; app: AppTruth | undefined }

/** Writes a page of an account: what it says, section by section. */
export function draftPage(truth: Truth, style: Style): Drafted {
  const app = style.page === 'app' ? chosenApp(truth, style) : undefined
  // An account whose apps have no pages of their own shows its home instead.
  const desk = deskFor(truth, style.page === 'app' && !app ? { ...style, page: 'home' } : style)
  if (app) return { desk, app, draft: appPage(desk, app) }
  if (style.page === 'classic') return { desk, app: undefined, draft: classicPage(desk) }
  return { desk, app: undefined, draft: homePage(desk) }
}

function chosenApp(truth: Truth, style: Style): AppTruth | undefined {
  return truth.apps.find(app => app.id === style.app) ?? truth.apps.find(app => app.link.kind !== 'none')
}

function homePage(desk: Desk): PageDraft {
  const { style, truth } = desk
  const onInsights = style.page === 'insights'
  const tabbed = style.tabs !== 'none' && style.page !== 'installed'
  const filter = filterFor(desk)
  const mine = truth.apps.filter(app => app.place === 'mine' && (!filter || filter.keeps(app)))
  const other = draftOtherSections(desk)
  const home: SectionDraft[] = []
  if (style.page !== 'installed') home.push(draftAttention(desk))
  home.push(draftMine(desk, mine, filter !== undefined), ...other.sections)
  const recommendations = style.page === 'installed' ? undefined : draftRecommendations(desk)
  if (recommendations) home.push(recommendations)
  const ordered = style.sectionsShuffled ? desk.draw.fork('sections').shuffled(home) : home
  const insights = () => [draftLog(desk, truth.events)]
  // A panel that is never opened in this walk may hold what was true some time ago.
  const old = style.walkTabs ? desk : deskFor(staleTruth(truth), style)
  const panels: PageDraft['panels'] = []
  if (!tabbed) panels.push({ tab: undefined, sections: onInsights ? insights() : ordered })
  else if (onInsights) {
    panels.push({
      tab: 'home',
      sections: style.walkTabs
        ? ordered
        : [
            draftAttention(old),
            draftMine(
              old,
              old.truth.apps.filter(app => app.place === 'mine'),
              false,
            ),
          ],
    })
    panels.push({ tab: 'insights', sections: insights() })
  } else {
    panels.push({ tab: 'home', sections: ordered })
    panels.push({ tab: 'insights', sections: style.walkTabs ? insights() : [draftLog(old, old.truth.events)] })
  }
  const homeShown = !onInsights || (tabbed && style.walkTabs)
  const start = desk.variant('path', ['', '', '/installed'])
  const path =
    style.page === 'installed'
      ? installedPath(desk)
      : `/connected-apps/${truth.portal}${onInsights ? '/insights' : start}`
  return {
    path,
    title: `${desk.heading('page')} | HubSpot`,
    heading: desk.heading('page'),
    tabs: tabbed
      ? [
          { id: 'home', label: desk.heading('home'), selected: !onInsights },
          { id: 'insights', label: desk.heading('insights'), selected: onInsights },
        ]
      : [],
    panels,
    layers: homeShown ? other.layers : [],
    filter: homeShown ? filter?.shown : undefined,
  }
}

function installedPath(desk: Desk): string {
  const { portal } = desk.truth
  return desk.variant('installed path', [
    `/integrations-settings/${portal}/installed`,
    `/connected-apps/${portal}/installed`,
  ])
}

function draftOtherSections(desk: Desk): { sections: SectionDraft[]; layers: LayerDraft[] } {
  const { style, truth } = desk
  const apps = truth.apps.filter(app => app.place === 'other')
  const drafted = draftOther(desk, apps)
  const look = style.usersPanel
  if (look === 'none' || drafted.state !== 'rows') return { sections: [drafted], layers: [] }
  const layers = desk.draw
    .fork('opened')
    .some(apps, 2)
    .flatMap((app): LayerDraft[] => {
      const users = draftUsers(desk, app.id)
      if (!users?.app) return []
      return [{ id: `users-${app.id}`, look, title: desk.words.usersTitle(app.name), app: users.app, section: users }]
    })
  // Only the counts whose list this page can open are buttons.
  for (const row of drafted.list?.rows ?? []) {
    for (const one of row.cells) if (one.opens && !layers.some(layer => layer.id === one.opens)) one.opens = undefined
  }
  return { sections: [drafted], layers }
}

type Filter = { keeps: (app: AppTruth) => boolean; shown: NonNullable<PageDraft['filter']> }

function filterFor(desk: Desk): Filter | undefined {
  const { style, truth } = desk
  if (style.filter === 'none' || style.page === 'insights') return undefined
  if (style.filter === 'chip') {
    const kind = desk.variant('filter', STATUS_KINDS)
    const word = desk.variant(`status ${kind}`, desk.words.status[kind])
    return { keeps: app => app.status.kind === kind, shown: { chip: desk.label('filterStatus') + word } }
  }
  const about = desk.variant('search', [...truth.apps.map(app => app.name), 'qqzz'])
  const term = [...canon(about)].slice(0, 4).join('').trim()
  const keeps = (app: AppTruth) => canon(app.name).toLowerCase().includes(term.toLowerCase())
  return { keeps, shown: { search: term } }
}

function classicPage(desk: Desk): PageDraft {
  const { truth } = desk
  const count = (kind: string) => truth.apps.filter(app => app.place === 'mine' && app.status.kind === kind).length
  const facts = STATUS_KINDS.map(kind => ({
    label: desk.variant(`status ${kind}`, desk.words.status[kind]),
    cell: cell(String(count(kind))),
  }))
  const lessons =
    desk.style.language === 'ja'
      ? ['アプリの連携入門', 'データ同期の基礎']
      : ['Getting started with app integrations', 'Data sync basics']
  const academy = section('academy', 'academy', desk.heading('academy'), {
    cards: lessons.map((name, index) => ({
      name,
      href: `https://academy.hubspot.com/lessons/lesson-${index + 1}`,
      sentence: desk.style.language === 'ja' ? '12分のレッスン' : 'A lesson of 12 minutes',
      tagline: undefined,
      buttons: [],
      read: {
        identity: { kind: 'name', value: name },
        person: undefined,
        fields: {},
        ambiguous: false,
        optional: true,
      },
    })),
  })
  return {
    path: `/connected-apps/${truth.portal}/overview`,
    title: `${desk.heading('overview')} | HubSpot`,
    heading: desk.heading('page'),
    tabs: [{ id: 'overview', label: desk.heading('overview'), selected: true }],
    panels: [
      {
        tab: 'overview',
        sections: [
          section('summary', 'summary', desk.heading('summary'), { facts }),
          draftLog(desk, truth.events),
          academy,
        ],
      },
    ],
    layers: [],
    filter: undefined,
  }
}

function appPage(desk: Desk, app: AppTruth): PageDraft {
  const { status, permissions } = draftAppPage(desk, app)
  const own = desk.truth.events.filter(event => event.app === app.id)
  const path = pathOf(app, desk.truth.portal, desk.draw.fork('path')) ?? ''
  return {
    path,
    title: `${canon(app.name)} | HubSpot`,
    heading: app.name,
    tabs: [],
    panels: [{ tab: undefined, sections: [status, permissions, draftLog(desk, own, true)] }],
    layers: [],
    filter: undefined,
  }
}

/** The same account some time ago: nothing in it may be taken for now. */
function staleTruth(truth: Truth): Truth {
  const apps = truth.apps.map(
    (app, index): AppTruth => ({
      ...app,
      status: { kind: STATUS_KINDS[(index + 1) % 4] ?? 'connected' },
      installer: truth.people[index % truth.people.length]?.id,
      installed: Temporal.PlainDate.from(app.installed).subtract({ days: 400 }).toString(),
      lastActivity: undefined,
    }),
  )
  const attention = truth.attention.map(item => ({
    ...item,
    reason: item.reason === 'error' ? ('expired' as const) : ('error' as const),
  }))
  const events = truth.events.map(event => ({
    ...event,
    at: Temporal.Instant.from(event.at)
      .subtract({ hours: 24 * 40 })
      .toString(),
  }))
  return { ...truth, apps, attention, events }
}
