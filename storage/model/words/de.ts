import type { Words } from './shape.ts'

export const de: Words = {
  sections: {
    attention: 'erfordert ihre aufmerksamkeit',
    'my-apps': 'meine apps',
    'other-apps': 'andere apps',
    'app-log': 'app-protokoll',
    permissions: 'berechtigungen',
    users: 'benutzer',
  },
  columns: {
    app: 'app|app-name',
    name: 'name',
    status: 'status',
    installed: 'installationsdatum|installiert am',
    installedBy: 'installiert von',
    lastActivity: 'letzte aktivität|datum der letzten aktivität',
    connections: 'verbindungen',
    person: 'benutzer',
    email: 'e-mail|e-mail-adresse',
    team: 'team',
    event: 'aktivität',
    time: 'datum|datum und uhrzeit',
  },
  status: {
    connected: 'verknüpft|verbunden',
    expired: 'abgelaufen|verbindung abgelaufen',
    disconnected: 'getrennt|nicht verbunden|nicht verknüpft',
    error: 'fehler|verbindungsfehler',
  },
  page: {
    apps: 'verknüpfte apps|verbundene apps',
    classic: 'übersicht',
    reconnect: 'erneut verbinden',
    actions: 'aktionen|mehr',
  },
}
