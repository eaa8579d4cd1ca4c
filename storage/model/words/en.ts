import type { Words } from './shape.ts'

export const en: Words = {
  sections: {
    attention:
      'needs [your ]attention|need[s] your attention|requires [your ]attention|attention needed|attention required|action required|action needed',
    'my-apps': 'my apps|your apps|my connected apps|my installed apps|apps installed by me|apps installed by you',
    'other-apps':
      'other apps|other apps installed by users in my organization|other apps installed by users in my organisation|other apps installed by users in your organization|other apps installed by users in your organisation|apps installed by other users|other installed apps',
    users: 'users|connected users|users with connections|app users|connections|view connections|user connections',
    'app-log': 'app log|app logs|app activity|activity|activity log|app activity log',
    app: 'app status|connection status|app details|app overview|connection details',
    permissions:
      'app access and permissions|access and permissions|app access & permissions|access & permissions|app permissions|permissions|app access',
    recommendations: 'recommendations|recommended apps|recommended for you|app recommendations|recommended',
    foreign:
      'private apps|legacy private apps|legacy apps|[recently ]uninstalled apps|previously connected apps|previously installed apps|[recently ]disconnected apps|archived apps|past apps|removed apps|deleted apps|webhooks|service keys|developer apps|app marketplace|app connections history|learn more with hubspot academy|hubspot academy|api key|api keys|email service provider|app summary|api call usage|record insights|reauthorization history',
  },
  columns: {
    app: 'app|apps|app name|application|application name|connected app|integration|integration name',
    name: 'name',
    status: 'status|connection status|app status|current status',
    installed: 'install date|installed|installed on|installation date|date installed|installed date|installed at',
    installedBy: 'installed by|installer|installed by user|installing user',
    lastActivity: 'last activity date|last activity|last activity on|date of last activity|last activity at',
    connections:
      'connections|number of connections|# of connections|no. of connections|connection count|total connections',
    person: 'user|users|user name|username|person|full name|performed by|connected by|done by|changed by|by',
    email: 'email|email address|e-mail|e-mail address|user email',
    team: 'team|teams|main team|primary team|hubspot team|user team',
    event: 'activity|activity type|event|event type|action|type of activity|type',
    time: 'date|time|date and time|date/time|date & time|timestamp|when|activity date|event date|occurred|occurred at|occurred on',
    reason: 'reason|issue|problem|what happened|details|error|error message|message|alert|why',
    permission: 'permission|permissions|scope|scopes|access|what the app can do',
  },
  status: {
    connected: 'connected',
    expired: 'expired|expired connection|connection expired|has expired|connection has expired',
    disconnected: 'disconnected|not connected|no longer connected|app disconnected|connection disconnected',
    error: 'error|errors|connection error|connection errors|error connecting|has errors',
  },
  trouble: {
    expired: 'expired',
    disconnected:
      'disconnected|not connected|no longer connected|lost its connection|connection was lost|connection lost',
    error: 'error|errors|failed|failing|failure',
  },
  events: {
    connected: '[app ]connected|[app ]connect|connection|connection added|connection created',
    disconnected: '[app ]disconnected|[app ]disconnect|connection removed',
    reconnected: '[app ]reconnected|[app ]reconnect',
    installed: '[app ]installed|[app ]install',
    reinstalled: '[app ]reinstalled|[app ]reinstall|re-installed',
    uninstalled: '[app ]uninstalled|[app ]uninstall',
    'sync-on': '[data ]sync [setting[s] ][turned ]on|[data ]sync [setting[s] ]enabled|turned on [data ]sync',
    'sync-off': '[data ]sync [setting[s] ][turned ]off|[data ]sync [setting[s] ]disabled|turned off [data ]sync',
    'permissions-changed': '[app ]permission[s] change[d]|[app ]permissions updated|scopes changed',
  },
  groups: {
    granted: 'granted|granted permissions|has access to|this app can|current permissions|current access|allowed',
    'after-reauthorization':
      'available after reauthorization|available after re-authorization|available after reauthorisation|available after reauthorizing',
    'needs-upgrade':
      'needs [an ]upgrade|requires [an ]upgrade|upgrade needed|upgrade required|available after upgrade|available after upgrading|available with [an ]upgrade',
  },
  connections: '@ connection[s]|connections: @|@ connected account[s]|@ account[s] connected',
  usersOf:
    'connections of @|@ connections|users of @|@ users|users connected to @|connections to @|connections for @|users for @|users with @|@: connections|@: users',
  page: {
    apps: 'connected apps|connected app',
    new: 'connections home|connection insights',
    classic: 'overview|app summary',
    reconnect: 'reconnect|reauthorize|reauthorise|re-authorize|re-authorise|fix|fix connection',
    actions: 'actions|action|more|options|manage',
    several:
      'multiple connections|several connections|more than one connection|connected more than once|multiple accounts|several accounts|connections to this app|first connection|first install',
    empty:
      "don't have any [connected ]apps|do not have any [connected ]apps|haven't connected any apps|haven't installed any apps|have not connected any apps|have not installed any apps|no connected apps|no apps connected|no apps installed|no apps are connected|no installed apps|no apps yet|no recommendations|no other apps|nobody else|no one else",
    calm: "nothing needs your attention|nothing requires your attention|no apps need your attention|none of your apps need|you're all set|you are all set|all connections are working|everything is connected|all of your apps are|all your apps are",
    quiet: 'no activity|no users|nobody has connected|no connections|no log|no events',
    noHits: 'match|no results|search|filter|no apps found|nothing found|try another|try a different|try adjusting',
    failed:
      "try again|something went wrong|couldn't load|could not load|couldn't be loaded|unable to load|failed to load|problem loading|error loading|refresh the page",
    forbidden:
      "don't have permission|do not have permission|don't have access|do not have access|need permission|not have the required permission|contact your admin|ask your admin|ask a super admin|contact a super admin|no permission",
    moved:
      "have moved|has moved|moved to a new|page not found|page doesn't exist|page does not exist|can't find that page|couldn't find that page|can't find the page|can't be found|isn't here|404",
    ended:
      'session is not valid|session has expired|session expired|please log in again|log in again|log in to your|log in to hubspot|sign in to hubspot|sign in to your|logged out|signed out',
    robot:
      'not a robot|verify you are human|verifying you are human|are human|security check|checking your browser|captcha|unusual traffic',
  },
}
