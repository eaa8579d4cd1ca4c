import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { AlertDialog } from '../../components/ui/AlertDialog.tsx'
import { Button, IconButton } from '../../components/ui/Button.tsx'
import { CoverageBar, StackedBar } from '../../components/ui/bars.tsx'
import { CapabilityNote, NotReported } from '../../components/ui/CapabilityNote.tsx'
import { CountBadge } from '../../components/ui/CountBadge.tsx'
import { Disclosure } from '../../components/ui/Disclosure.tsx'
import { EmptyState } from '../../components/ui/EmptyState.tsx'
import { CheckboxField, ErrorList, SelectField, TextField } from '../../components/ui/Field.tsx'
import { useT } from '../../components/ui/I18n.tsx'
import { ICON_NAMES, Icon } from '../../components/ui/Icon.tsx'
import { KeyboardHelp } from '../../components/ui/KeyboardHelp.tsx'
import { ExternalLink, IconLink, LinkButton } from '../../components/ui/Link.tsx'
import { Mark } from '../../components/ui/Mark.tsx'
import { MenuButton } from '../../components/ui/MenuButton.tsx'
import { ProgressStrip } from '../../components/ui/ProgressStrip.tsx'
import { RadioCards } from '../../components/ui/RadioCards.tsx'
import { SectionLinks } from '../../components/ui/SectionLinks.tsx'
import { SkipLink } from '../../components/ui/SkipLink.tsx'
import { SourceAge } from '../../components/ui/SourceAge.tsx'
import { type StatusName, StatusPill } from '../../components/ui/StatusPill.tsx'
import { Strip } from '../../components/ui/Strip.tsx'
import { Tag } from '../../components/ui/Tag.tsx'
import { useToast } from '../../components/ui/Toast.tsx'
import { SampleTable } from './SampleTable.tsx'
import { berlin } from './samples.ts'

const STATUSES: readonly Exclude<StatusName, 'unknownWord'>[] = [
  'connected',
  'expired',
  'error',
  'disconnected',
  'notReported',
  'goneQuiet',
  'limitForecast',
  'installerLeft',
  'cannotSee',
  'reconnecting',
  'vanished',
  'stale',
]

function Part(props: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Every component in every state, for looking at and for axe. Not part of the extension. */
export function Gallery(): JSX.Element {
  const t = useT()
  return (
    <>
      <SkipLink target="main" />
      <main class="gallery" id="main" tabIndex={-1}>
        <h1>
          <Mark size={28} /> Components
        </h1>
        <Part title="StatusPill: shape, colour, word. Red: does not work now. Amber: may stop or may have stopped. Slate: Patchbay cannot see">
          <div class="gallery-line">
            {STATUSES.map(status => (
              <StatusPill key={status} status={status} />
            ))}
            <StatusPill status="unknownWord" word="Paused" />
            <StatusPill status="error" glyph={false} />
            <StatusPill status="error" plain />
          </div>
        </Part>
        <Buttons />
        <Part title="SectionLinks, counts, tags, strips">
          <SectionLinks
            label="Connection insights"
            current="activity"
            links={[
              { id: 'activity', href: '#a', label: t('term_my_apps') },
              { id: 'academy', href: '#b', label: t('term_other_apps') },
              { id: 'usage', href: '#c', label: t('term_recommendations') },
            ]}
          />
          <p class="gallery-line">
            <CountBadge value={3} tone="bad" label="3 need attention" />
            <CountBadge value={2} tone="warn" />
            <CountBadge value="!" tone="blind" />
            <CountBadge value={31} />
            <CountBadge value={1000} />
            <Tag>experimental</Tag>
          </p>
          <Strip
            tone="info"
            actions={
              <Button kind="primary" small>
                {t('term_read_this_page')}
              </Button>
            }
          >
            This tab: Connected apps <span class="pb-muted">Acme Trading</span>
          </Strip>
          <ProgressStrip text={t('overlay_reading', { rows: 2, stated: 3 })} done={2} total={3} onCancel={() => {}} />
          <Strip tone="plain" icon="lock">
            You can edit because you said <strong>I am Alex R., super admin</strong>.
          </Strip>
          <Strip tone="warn" icon="stale">
            {t('state_stale_text', { time: 'Mon 9 Nov, 14:05' })}
          </Strip>
          <Strip tone="bad" icon="error" live>
            {t('state_cannot_see_title')}
          </Strip>
          <Strip tone="blind" icon="cannotSee">
            {t('state_cannot_see_title')}
          </Strip>
        </Part>
        <div class="gallery-two">
          <Part title="CapabilityNote: what, why, what would supply it">
            <CapabilityNote
              what="Permissions not reported for this app."
              why="HubSpot shows them only on the app’s own page, and that page was not read yet."
              remedy={<a href="#read">Open it and read</a>}
            />
            <p class="gallery-line">
              <NotReported />
              <NotReported
                note={{ what: 'Status not reported.', why: t('state_unknown_word_text', { word: 'Paused' }) }}
              />
              <NotReported words="List not read yet." />
            </p>
          </Part>
          <Toasts />
          <Part title="EmptyState: four kinds">
            <div class="gallery-frame">
              <EmptyState
                kind="noMatch"
                title="No app matches “sheet” and Status: Error"
                text="31 apps are hidden by the filters."
                actions={<Button>{t('ui_clear_filters')}</Button>}
              />
            </div>
            <div class="gallery-frame">
              <EmptyState
                kind="nothing"
                title="HubSpot lists no other apps"
                age={<SourceAge source="page" observedAt={berlin('2026-11-12T14:05')} />}
              />
            </div>
            <div class="gallery-frame">
              <EmptyState
                kind="notRead"
                title="Not read yet"
                text="Other apps stand on the same page, further down."
                actions={<Button kind="primary">{t('term_read_this_page')}</Button>}
              />
            </div>
            <div class="gallery-frame">
              <EmptyState
                kind="notAllowed"
                title="Users are not shown to you"
                text="HubSpot shows them to super admins. Kim P. can give you that role."
              />
            </div>
          </Part>
          <Menus />
          <Fields />
          <Part title="SourceAge: fresh, stale, day only, between two reads">
            <p>
              <SourceAge source="page" observedAt={berlin('2026-11-12T14:05')} />
            </p>
            <p>
              <SourceAge source="page" observedAt={berlin('2026-11-12T14:05')} distance />
            </p>
            <p>
              <SourceAge source="page" observedAt={berlin('2026-11-09T14:05')} stale />
            </p>
            <p class="gallery-line">
              <SourceAge source="page" observedAt={{ kind: 'day', day: '2026-11-11' }} />
              <SourceAge
                source="page"
                observedAt={{ kind: 'between', from: berlin('2026-11-09T09:00'), to: berlin('2026-11-09T14:05') }}
              />
            </p>
            <p class="gallery-line">
              <SourceAge source="person" observedAt={berlin('2026-11-12T10:02')} />
              <SourceAge source="key" observedAt={berlin('2026-11-12T14:02')} words="time" />
              <SourceAge source="file" observedAt={berlin('2026-11-02T10:00')} />
              <SourceAge source="sample" observedAt={berlin('2026-11-12T14:02')} />
              <SourceAge source="key" observedAt={undefined} />
            </p>
          </Part>
          <Levels />
          <Part title="StackedBar, CoverageBar, Disclosure">
            <StackedBar
              parts={[
                { tone: 'ok', count: 20, name: t('status_inline_connected') },
                { tone: 'bad', count: 1, name: t('status_inline_error') },
                { tone: 'bad', count: 1, name: t('status_inline_expired') },
                { tone: 'unknown', count: 26, name: t('status_inline_notReported') },
              ]}
            />
            <p>
              <CoverageBar covered={22} total={48} />
            </p>
            <p>
              <CoverageBar covered={0} total={48} />
            </p>
            <Disclosure summary="Columns recognised" startOpen>
              App, Status, Installed
            </Disclosure>
            <Disclosure summary="Rows skipped">None</Disclosure>
          </Part>
        </div>
        <Part title="DataTable with FilterBar">
          <SampleTable count={500} />
        </Part>
        <Part title="Icons">
          <div class="gallery-icons">
            {ICON_NAMES.map(name => (
              <span key={name}>
                <Icon name={name} /> {name}
              </span>
            ))}
          </div>
        </Part>
      </main>
      <KeyboardHelp
        groups={[
          {
            title: 'Attention row',
            shortcuts: [
              { keys: ['↑', '↓'], does: 'Next row' },
              { keys: ['R'], does: t('term_reconnect') },
            ],
          },
        ]}
      />
    </>
  )
}

function Buttons(): JSX.Element {
  const t = useT()
  return (
    <Part title="Buttons: primary, default, quiet, busy, disabled (still focusable, says why)">
      <div class="gallery-line">
        <Button kind="primary">{t('term_check_now')}</Button>
        <Button>{t('term_reconnect')}</Button>
        <Button kind="quiet">{t('term_details')}</Button>
        <Button id="focused">{t('term_reconnect')}</Button>
        <Button busy>{t('overlay_reading', { rows: 2, stated: 3 })}</Button>
        <Button disabledReason="Choose who is notified first.">{t('term_check_now')}</Button>
        <Button kind="danger">Remove account</Button>
        <Button icon="refresh">{t('term_check_now')}</Button>
        <Button small>{t('term_reconnect')}</Button>
        <Button small kind="quiet">
          {t('term_fixed')}
        </Button>
        <IconButton icon="search" label="Search" />
        <IconButton icon="inbox" label="Inbox, 2 new" count={2} />
        <IconButton icon="dots" small label={t('ui_actions_for', { name: 'Ledgerlane' })} />
        <LinkButton href="#x" external>
          Settings in HubSpot
        </LinkButton>
        <IconLink href="#y" icon="external" label="Open in HubSpot" external small />
        <ExternalLink href="#z">Marketplace</ExternalLink>
      </div>
    </Part>
  )
}

function Toasts(): JSX.Element {
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  return (
    <Part title="Toast with Undo, Alert Dialog">
      <p class="gallery-line">
        <Button
          id="show-toast"
          onClick={() => toast({ text: 'Ledgerlane snoozed until tomorrow, 09:00', undo: () => {} })}
        >
          Show a toast
        </Button>
        <Button id="ask" onClick={() => setAsking(true)}>
          Remove account…
        </Button>
      </p>
      {asking && (
        <AlertDialog
          title="Remove Acme Trading?"
          confirm="Remove account"
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          Its 36 apps, their history and your notes on them are deleted from this browser. Nothing changes in HubSpot.
        </AlertDialog>
      )}
    </Part>
  )
}

function Menus(): JSX.Element {
  const t = useT()
  return (
    <Part title="MenuButton: Snooze, Actions, account switcher">
      <div class="gallery-line" id="menus">
        <MenuButton
          label={t('term_snooze')}
          kind="quiet"
          small
          items={[
            { id: 'seen', label: 'Until it is seen again' },
            { id: 'tomorrow', label: 'Tomorrow, 09:00' },
            { id: 'monday', label: 'Monday, 09:00' },
            { id: 'date', label: 'Pick a date…' },
          ]}
        />
        <MenuButton
          label={t('term_actions')}
          small
          items={[
            { id: 'manage', label: t('term_details') },
            { id: 'market', label: 'Open in marketplace', href: '#m', external: true },
            { id: 'test', label: 'Test', disabledReason: 'No channel is set up.' },
            { id: 'delete', label: `${t('term_snooze')}…`, danger: true, separated: true },
          ]}
        />
        <MenuButton
          label={t('ui_actions_for', { name: 'Ledgerlane' })}
          icon="dots"
          small
          items={[{ id: 'x', label: 'View connections' }]}
        />
        <MenuButton
          label="Account: All accounts"
          items={[
            { id: 'all', label: 'All accounts', note: '2 accounts · 48 apps', checked: true },
            { id: 'a', label: 'Acme Trading', note: '4411007 · 36 apps', checked: false },
          ]}
        >
          All accounts (2)
        </MenuButton>
      </div>
    </Part>
  )
}

function Fields(): JSX.Element {
  const t = useT()
  const [team, setTeam] = useState('Finance')
  const [key, setKey] = useState('pat-eu1-12')
  const [often, setOften] = useState<'daily' | 'weekly'>('daily')
  const [on, setOn] = useState(true)
  return (
    <Part title="Field: normal, focus, error (text and icon, not colour alone)">
      <ErrorList errors={[{ fieldId: 'key', text: 'Key is too short' }]} />
      <SelectField
        label={t('term_status')}
        value={often}
        onChange={setOften}
        options={[
          { value: 'daily', label: t('status_connected') },
          { value: 'weekly', label: t('status_expired') },
        ]}
        hint="Until it is fixed, and only if the problem was seen again since the last message."
      />
      <TextField label="Team" value={team} onInput={setTeam} />
      <TextField
        id="key"
        label={t('term_account')}
        mono
        value={key}
        onInput={setKey}
        error="Key is too short"
        action={<Button>Replace</Button>}
      />
      <TextField label="Note" rows={3} value="Finance closes the month on the 3rd." onInput={() => {}} />
      <CheckboxField
        label="In-app"
        text="Browser notification and inbox, when the person using this browser is a recipient."
        checked={on}
        onChange={setOn}
      />
      <CheckboxField
        label="Slack"
        checked={false}
        onChange={() => {}}
        disabledReason="Not set up. Add it in Settings."
      />
    </Part>
  )
}

function Levels(): JSX.Element {
  const t = useT()
  const [level, setLevel] = useState<'paste' | 'read' | 'auto' | 'watch'>('auto')
  return (
    <Part title="RadioCards">
      <RadioCards
        legend="How the page is read"
        value={level}
        onChange={setLevel}
        cards={[
          { value: 'paste', label: t('term_paste'), text: 'Level 0. No permission.' },
          { value: 'read', label: t('term_read_this_page'), text: 'Level 1. On your click, this tab, this once.' },
          {
            value: 'auto',
            label: 'Automatic',
            text: 'Level 2. Each time you open the page. Site access: HubSpot’s app hosts.',
            action: <Button kind="link">Take back</Button>,
          },
          {
            value: 'watch',
            label: 'Watch visits',
            tag: 'experimental',
            text: 'Level 3. Patchbay opens the page on a schedule.',
          },
        ]}
      />
    </Part>
  )
}
