import type { Words } from './shape.ts'

export const fr: Words = {
  sections: {
    attention: 'nécessite votre attention',
    'my-apps': 'mes applications',
    'other-apps': 'autres applications',
    'app-log': "journal de l'application",
    permissions: 'autorisations',
    users: 'utilisateurs',
  },
  columns: {
    app: "application|nom de l'application",
    name: 'nom',
    status: 'statut|état',
    installed: "date d'installation|installé le|installée le",
    installedBy: 'installé par|installée par|installé(e) par',
    lastActivity: 'dernière activité|date de dernière activité|date de la dernière activité',
    connections: 'connexions',
    person: 'utilisateur',
    email: 'e-mail|adresse e-mail',
    team: 'équipe',
    event: 'activité',
    time: 'date|date et heure',
  },
  status: {
    connected: 'connecté|connectée|connecté(e)',
    expired: 'expiré|expirée|expiré(e)|connexion expirée',
    disconnected: 'déconnecté|déconnectée|déconnecté(e)|non connecté|non connectée',
    error: 'erreur|erreur de connexion',
  },
  page: {
    apps: 'applications connectées',
    classic: "vue d'ensemble",
    reconnect: 'reconnecter',
    actions: 'actions|plus',
  },
}
