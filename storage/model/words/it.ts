import type { Words } from './shape.ts'

export const it: Words = {
  sections: {
    attention: 'richiede la tua attenzione|richiedono la tua attenzione',
    'my-apps': 'le mie app',
    'other-apps': 'altre app',
    'app-log': 'registro app',
    permissions: 'autorizzazioni',
    users: 'utenti',
  },
  columns: {
    app: "app|nome dell'app|nome app",
    name: 'nome',
    status: 'stato',
    installed: 'data di installazione',
    installedBy: 'installata da|installato da',
    lastActivity: "ultima attività|data dell'ultima attività",
    connections: 'connessioni',
    person: 'utente',
    email: 'e-mail|indirizzo e-mail',
    team: 'team',
    event: 'attività',
    time: 'data|data e ora',
  },
  status: {
    connected: 'connessa|connesso',
    expired: 'scaduta|scaduto|connessione scaduta',
    disconnected: 'disconnessa|disconnesso|non connessa|non connesso',
    error: 'errore|errore di connessione',
  },
  page: {
    apps: 'app connesse',
    classic: 'panoramica',
    reconnect: 'riconnetti',
    actions: 'azioni',
  },
}
