import './settings.css'
import type { ComponentChildren, JSX } from 'preact'
import { type Settings as Chosen, setSettings } from '../../storage/settings.ts'
import { useHubSpotAccess } from '../permissions.ts'
import { viewHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { useShortcuts } from '../shell/useShortcuts.ts'
import { Card } from '../ui/Card.tsx'
import { CheckboxField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { BrowserNotifications } from './BrowserNotifications.tsx'
import { CopyDiagnostics } from './CopyDiagnostics.tsx'
import { DeleteEverything } from './DeleteEverything.tsx'
import { EmailCard } from './EmailCard.tsx'
import { QuietHoursCard } from './QuietHours.tsx'
import { Retention } from './Retention.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { StorageUse } from './StorageUse.tsx'
import { FOCUS_PARAM } from './settingsHref.ts'
import { useFocusedCard } from './useFocusedCard.ts'

/** This browser's own choices, what Patchbay keeps here, and the way to delete it. Each change holds at once. */
export default function Settings(): JSX.Element {
  const t = useT()
  const { settings, route } = useScreen()
  const access = useHubSpotAccess()
  const shortcuts = useShortcuts()
  useFocusedCard(route.params.get(FOCUS_PARAM))
  const set = (change: Partial<Chosen>) => void setSettings(change)
  return (
    <>
      <header class="pb-page-head">
        <h1>{t('term_settings')}</h1>
      </header>
      <div class="pb-stack pb-settings">
        <Card title={t('settings_language')} id="language">
          <RadioCards<Chosen['language']>
            legend={t('settings_language')}
            hideLegend
            columns
            value={settings.language}
            onChange={language => set({ language })}
            cards={[
              { value: 'auto', label: t('lang_auto') },
              { value: 'en', label: t('lang_name_en') },
              { value: 'ja', label: t('lang_name_ja') },
            ]}
          />
        </Card>
        <Card title={t('settings_theme')} id="theme">
          <RadioCards<Chosen['theme']>
            legend={t('settings_theme')}
            hideLegend
            columns
            value={settings.theme}
            onChange={theme => set({ theme })}
            cards={[
              { value: 'auto', label: t('nav_theme_auto') },
              { value: 'light', label: t('nav_theme_light') },
              { value: 'dark', label: t('nav_theme_dark') },
            ]}
          />
        </Card>
        <QuietHoursCard />
        <BrowserNotifications />
        <EmailCard />
        <Retention />
        <Card title={t('ui_keyboard_shortcuts')} id="shortcuts">
          <CheckboxField
            label={t('settings_letters')}
            text={t('settings_letters_text')}
            checked={settings.letterKeys}
            onChange={letterKeys => set({ letterKeys })}
          />
          <ShortcutList groups={shortcuts} />
        </Card>
        <Card title={t('settings_kept')} id="kept">
          <Setting>
            <StorageUse />
            <p class="pb-setting-text pb-setting-line">
              <span>{access && t(`welcome_access_${access}`)}</span>
              <a href={viewHref('accounts', route)}>{t('settings_access_change')}</a>
            </p>
          </Setting>
        </Card>
        <Card title={t('settings_diagnostics')} id="diagnostics">
          <Setting>
            <p class="pb-setting-text">{t('settings_diagnostics_text')}</p>
            <CopyDiagnostics />
          </Setting>
        </Card>
        <Card title={t('settings_delete')} id="delete">
          <Setting>
            <DeleteEverything />
          </Setting>
        </Card>
      </div>
    </>
  )
}

function Setting(props: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="pb-setting">{props.children}</div>
}
