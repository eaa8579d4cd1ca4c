import type { PartialWords } from './wordTypes.ts'

const sentences = (expired: string, disconnected: string, error: string) => ({
  expired: [() => expired],
  disconnected: [() => disconnected],
  error: [() => error],
})

/** Only what HUBSPOT-PAGE.md 6 lists; everything else of such a page is English. */
export const OTHERS = {
  de: {
    locale: 'de-de',
    headings: { page: ['Verknüpfte Apps'], overview: ['Übersicht'] },
    columns: {
      status: ['Status'],
      installed: ['Installationsdatum'],
      installer: ['Installiert von'],
      lastActivity: ['Letzte Aktivität'],
    },
    status: {
      connected: ['Verbunden', 'Verknüpft'],
      expired: ['Abgelaufen'],
      disconnected: ['Getrennt'],
      error: ['Fehler'],
    },
    labels: {
      reconnect: ['Erneut verbinden'],
      disconnect: ['Trennen'],
      actions: ['Aktionen'],
      uninstall: ['Deinstallieren'],
      showMore: ['Mehr'],
    },
    sentences: sentences('Abgelaufen', 'Getrennt', 'Fehler'),
  },
  fr: {
    locale: 'fr-fr',
    headings: { page: ['Applications connectées'], overview: ["Vue d'ensemble"] },
    columns: {
      status: ['Statut'],
      installed: ["Date d'installation"],
      installer: ['Installé par', 'Installée par'],
      lastActivity: ['Dernière activité'],
    },
    status: {
      connected: ['Connecté', 'Connectée'],
      expired: ['Expiré', 'Expirée'],
      disconnected: ['Déconnecté', 'Déconnectée'],
      error: ['Erreur'],
    },
    labels: {
      reconnect: ['Reconnecter'],
      disconnect: ['Déconnecter'],
      actions: ['Actions'],
      uninstall: ['Désinstaller'],
      viewDetails: ['Afficher les détails'],
    },
    sentences: sentences('Expirée', 'Déconnectée', 'Erreur'),
  },
  es: {
    locale: 'es-es',
    headings: {
      page: ['Aplicaciones conectadas'],
      home: ['Página de inicio de conexiones'],
      insights: ['Información de conexión'],
      overview: ['Visión general'],
      summary: ['Resumen de aplicaciones'],
      log: ['Registro de aplicaciones'],
    },
    columns: {
      status: ['Estado'],
      installed: ['Fecha de instalación'],
      installer: ['Instalado por'],
      lastActivity: ['Última actividad'],
    },
    status: {
      connected: ['Conectada'],
      expired: ['Conexión expirada'],
      disconnected: ['Desconectada'],
      error: ['Error'],
    },
    labels: { reconnect: ['Reconectar'], actions: ['Acciones'], uninstall: ['Desinstalar'] },
    sentences: sentences('Conexión expirada', 'Desconectada', 'Error'),
  },
  pt: {
    locale: 'pt-br',
    headings: { page: ['Apps conectados', 'Aplicativos conectados'] },
    columns: {
      status: ['Status'],
      installed: ['Data de instalação'],
      installer: ['Instalado por'],
      lastActivity: ['Última atividade'],
    },
    status: { connected: ['Conectado'], expired: ['Expirado'], disconnected: ['Desconectado'], error: ['Erro'] },
    labels: { reconnect: ['Reconectar'], actions: ['Ações'], uninstall: ['Desinstalar'] },
    sentences: sentences('Expirado', 'Desconectado', 'Erro'),
  },
  it: {
    locale: 'it-it',
    headings: { page: ['App connesse'], overview: ['Panoramica'] },
    columns: {
      status: ['Stato'],
      installed: ['Data di installazione'],
      installer: ['Installata da'],
      lastActivity: ['Ultima attività'],
    },
    status: { connected: ['Connessa'], expired: ['Scaduta'], disconnected: ['Disconnessa'], error: ['Errore'] },
    labels: { reconnect: ['Riconnetti'], disconnect: ['Disconnetti'], actions: ['Azioni'], uninstall: ['Disinstalla'] },
    sentences: sentences('Scaduta', 'Disconnessa', 'Errore'),
  },
  nl: {
    locale: 'nl-nl',
    headings: { page: ['Gekoppelde apps'] },
    columns: {
      status: ['Status'],
      installed: ['Installatiedatum'],
      installer: ['Geïnstalleerd door'],
      lastActivity: ['Laatste activiteit'],
    },
    status: {
      connected: ['Gekoppeld', 'Verbonden'],
      expired: ['Verlopen'],
      disconnected: ['Losgekoppeld'],
      error: ['Fout'],
    },
    labels: { reconnect: ['Opnieuw koppelen', 'Opnieuw verbinden'], actions: ['Acties'] },
    sentences: sentences('Verlopen', 'Losgekoppeld', 'Fout'),
  },
  pl: {
    locale: 'pl-pl',
    headings: { page: ['Połączone aplikacje', 'Connected Apps'], home: ['Connections (Połączenia)'] },
    columns: {
      status: ['Status'],
      installed: ['Data instalacji'],
      installer: ['Zainstalowane przez'],
      lastActivity: ['Ostatnia aktywność'],
    },
    status: {
      connected: ['Połączono'],
      expired: ['Wygasłe połączenie', 'Wygasłe połączenia'],
      disconnected: ['Rozłączone'],
      error: ['Błąd'],
    },
    labels: { reconnect: ['Połącz ponownie'], actions: ['Działania'], uninstall: ['Odinstaluj'] },
    sentences: sentences('Wygasłe połączenia', 'Rozłączone', 'Błąd'),
  },
  zh: {
    locale: 'zh-cn',
    headings: {
      page: ['连接的应用程序'],
      home: ['连接主页'],
      insights: ['连接洞察'],
      attention: ['需要您关注'],
    },
    columns: {
      status: ['状态'],
      installed: ['安装日期'],
      installer: ['安装者'],
      lastActivity: ['上次活动日期'],
    },
    status: { connected: ['已连接'], expired: ['连接过期'], disconnected: ['断开连接'], error: ['连接错误'] },
    labels: { reconnect: ['重新连接'], actions: ['操作'], uninstall: ['卸载'] },
    sentences: sentences('连接过期', '断开连接', '连接错误'),
  },
} satisfies Record<string, PartialWords>
