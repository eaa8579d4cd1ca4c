import type { Words } from './shape.ts'

export const de: Words = {
  sections: {
    attention: 'erfordert [ihre ]aufmerksamkeit|benötigt ihre aufmerksamkeit|erfordern ihre aufmerksamkeit',
    'my-apps': 'meine apps',
    'other-apps':
      'andere apps|weitere apps|andere von benutzern in meiner organisation installierte apps|andere von benutzern in meinem unternehmen installierte apps',
    users: 'benutzer|verbundene benutzer|verbindungen',
    'app-log': 'app-protokoll|app-aktivität|aktivität',
    permissions:
      'app-zugriff und berechtigungen|app-zugriff und -berechtigungen|zugriff und berechtigungen|berechtigungen',
    recommendations: 'empfehlungen|empfohlene apps',
  },
  columns: {
    app: 'app|apps|app-name|anwendung',
    name: 'name',
    status: 'status|verbindungsstatus',
    installed: 'installationsdatum|installiert am|datum der installation',
    installedBy: 'installiert von',
    lastActivity: 'letzte aktivität|datum der letzten aktivität|letzte aktivität am',
    connections: 'verbindungen|anzahl der verbindungen|anzahl verbindungen',
    person: 'benutzer|benutzername',
    email: 'e-mail|e-mail-adresse',
    team: 'team|teams',
    event: 'aktivität|aktivitätstyp|ereignis|aktion',
    time: 'datum|zeit|datum und uhrzeit|zeitpunkt|zeitstempel',
    reason: 'grund|problem',
    permission: 'berechtigung|berechtigungen',
  },
  status: {
    connected: 'verknüpft|verbunden',
    expired: 'abgelaufen|verbindung abgelaufen|abgelaufene verbindung',
    disconnected: 'getrennt|nicht verbunden|nicht verknüpft|verbindung getrennt',
    error: 'fehler|verbindungsfehler',
  },
  trouble: {
    expired: 'abgelaufen|abgelaufene',
    disconnected: 'getrennt|nicht verbunden|nicht verknüpft',
    error: 'fehler|verbindungsfehler',
  },
  events: {
    connected: 'verbunden|verknüpft',
    disconnected: 'getrennt',
    reconnected: 'erneut verbunden',
    installed: 'installiert',
    reinstalled: 'erneut installiert|neu installiert',
    uninstalled: 'deinstalliert',
  },
  groups: { 'after-reauthorization': 'nach erneuter autorisierung verfügbar' },
  totals: '@ datensätze|@ apps|@ einträge|#-# von @|@ ergebnisse',
  page: {
    apps: 'verknüpfte apps|verbundene apps',
    classic: 'übersicht',
    reconnect: 'erneut verbinden|erneut autorisieren',
    loading: 'wird geladen|lädt|laden',
    several: 'mehrere verbindungen',
    failed: 'erneut versuchen|versuchen sie es erneut',
    forbidden: 'keine berechtigung|keinen zugriff',
    ended: 'sitzung ist abgelaufen|melden sie sich erneut an',
    noHits: 'keine ergebnisse|suche|filter',
  },
}
