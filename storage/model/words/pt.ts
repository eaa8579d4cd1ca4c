import type { Words } from './shape.ts'

export const pt: Words = {
  sections: {
    attention: 'precisa[m] da sua atenção',
    'my-apps': 'meus apps|meus aplicativos',
    'other-apps': 'outros apps|outros aplicativos',
    'app-log': 'log do app',
    permissions: 'permissões',
    users: 'usuários',
  },
  columns: {
    app: 'app|aplicativo|nome do app|nome do aplicativo',
    name: 'nome',
    status: 'status',
    installed: 'data de instalação|data da instalação',
    installedBy: 'instalado por',
    lastActivity: 'última atividade|data da última atividade',
    connections: 'conexões',
    person: 'usuário',
    email: 'e-mail|endereço de e-mail',
    team: 'equipe',
    event: 'atividade',
    time: 'data|data e hora',
  },
  status: {
    connected: 'conectado|conectada',
    expired: 'expirado|expirada|conexão expirada',
    disconnected: 'desconectado|desconectada|não conectado',
    error: 'erro|erro de conexão',
  },
  page: {
    apps: 'apps conectados|aplicativos conectados',
    classic: 'visão geral',
    reconnect: 'reconectar',
    actions: 'ações',
  },
}
