import type { Words } from './shape.ts'

export const nl: Words = {
  sections: {
    attention:
      'heeft aandacht nodig|heeft je aandacht nodig|heeft uw aandacht nodig|vereist je aandacht|vereist uw aandacht',
    'my-apps': 'mijn apps',
    'other-apps':
      'andere apps|andere apps geïnstalleerd door gebruikers in mijn organisatie|andere apps die zijn geïnstalleerd door gebruikers in mijn organisatie',
    users: 'gebruikers|verbonden gebruikers|verbindingen|koppelingen',
    'app-log': 'app-log|app-logboek|activiteit',
    permissions: 'app-toegang en machtigingen|toegang en machtigingen|machtigingen',
    recommendations: 'aanbevelingen|aanbevolen apps',
  },
  columns: {
    app: 'app|apps|appnaam|app-naam|naam van de app|applicatie',
    name: 'naam',
    status: 'status',
    installed: 'installatiedatum|geïnstalleerd op|datum van installatie',
    installedBy: 'geïnstalleerd door',
    lastActivity: 'laatste activiteit|datum [van ]laatste activiteit',
    connections: 'verbindingen|koppelingen|aantal verbindingen|aantal koppelingen',
    person: 'gebruiker|gebruikersnaam',
    email: 'e-mail|e-mailadres',
    team: 'team|teams',
    event: 'activiteit|type activiteit|activiteitstype|gebeurtenis|actie',
    time: 'datum|tijd|datum en tijd|tijdstip',
    reason: 'reden|probleem',
    permission: 'machtiging|machtigingen',
  },
  status: {
    connected: 'gekoppeld|verbonden',
    expired: 'verlopen|verbinding verlopen|verlopen verbinding',
    disconnected: 'losgekoppeld|niet gekoppeld|niet verbonden|ontkoppeld',
    error: 'fout|verbindingsfout|verbindingsfouten',
  },
  trouble: {
    expired: 'verlopen',
    disconnected: 'losgekoppeld|ontkoppeld|niet verbonden|niet gekoppeld',
    error: 'fout|fouten',
  },
  events: {
    connected: 'gekoppeld|verbonden',
    disconnected: 'losgekoppeld|ontkoppeld',
    reconnected: 'opnieuw gekoppeld|opnieuw verbonden',
    installed: 'geïnstalleerd',
    reinstalled: 'opnieuw geïnstalleerd',
    uninstalled: 'verwijderd',
  },
  groups: { 'after-reauthorization': 'beschikbaar na opnieuw autoriseren|beschikbaar na herautorisatie' },
  totals: '@ records|@ apps|#-# van @|@ resultaten',
  page: {
    apps: 'gekoppelde apps|verbonden apps',
    classic: 'overzicht',
    reconnect: 'opnieuw koppelen|opnieuw verbinden|opnieuw autoriseren',
    loading: 'laden|aan het laden',
    several: 'meerdere verbindingen|meerdere koppelingen',
    failed: 'probeer het opnieuw|opnieuw proberen',
    forbidden: 'geen toestemming|geen toegang|geen machtiging',
    ended: 'sessie is verlopen|log opnieuw in',
    noHits: 'geen resultaten|zoekopdracht|filter',
  },
}
