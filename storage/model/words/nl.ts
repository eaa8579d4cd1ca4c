import type { Words } from './shape.ts'

export const nl: Words = {
  sections: {
    attention: 'heeft je aandacht nodig|heeft uw aandacht nodig',
    'my-apps': 'mijn apps',
    'other-apps': 'andere apps',
    'app-log': 'app-logboek',
    permissions: 'machtigingen',
    users: 'gebruikers',
  },
  columns: {
    app: 'app|appnaam',
    name: 'naam',
    status: 'status',
    installed: 'installatiedatum|geïnstalleerd op',
    installedBy: 'geïnstalleerd door',
    lastActivity: 'laatste activiteit|datum [van ]laatste activiteit',
    connections: 'verbindingen|koppelingen',
    person: 'gebruiker',
    email: 'e-mail|e-mailadres',
    team: 'team',
    event: 'activiteit',
    time: 'datum|datum en tijd',
  },
  status: {
    connected: 'gekoppeld|verbonden',
    expired: 'verlopen|verbinding verlopen|verlopen verbinding',
    disconnected: 'losgekoppeld|ontkoppeld|niet gekoppeld|niet verbonden',
    error: 'fout|verbindingsfout',
  },
  page: {
    apps: 'gekoppelde apps|verbonden apps',
    classic: 'overzicht',
    reconnect: 'opnieuw koppelen|opnieuw verbinden',
    actions: 'acties',
  },
}
