import type { Words } from './shape.ts'

export const pl: Words = {
  sections: {
    attention: 'wymaga twojej uwagi|wymagają twojej uwagi|wymaga uwagi',
    'my-apps': 'moje aplikacje',
    'other-apps': 'inne aplikacje',
    'app-log': 'dziennik aplikacji',
    permissions: 'uprawnienia',
    users: 'użytkownicy',
  },
  columns: {
    app: 'aplikacja|nazwa aplikacji',
    name: 'nazwa',
    status: 'status|stan',
    installed: 'data instalacji',
    installedBy: 'zainstalowane przez|zainstalowana przez',
    lastActivity: 'ostatnia aktywność|data ostatniej aktywności',
    connections: 'połączenia',
    person: 'użytkownik',
    email: 'e-mail|adres e-mail',
    team: 'zespół',
    event: 'aktywność',
    time: 'data|data i godzina',
  },
  status: {
    connected: 'połączono|połączone|połączona',
    expired: 'wygasło|wygasłe|wygasła|wygasłe połączenie|wygasłe połączenia|połączenie wygasło',
    disconnected: 'rozłączono|rozłączone|rozłączona',
    error: 'błąd|błąd połączenia|błędy połączenia',
  },
  page: {
    apps: 'połączone aplikacje',
    new: 'connections (połączenia)',
    reconnect: 'połącz ponownie',
    actions: 'działania',
  },
}
