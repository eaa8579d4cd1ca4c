import type { Words } from './shape.ts'

export const es: Words = {
  sections: {
    attention: 'necesita[n] tu atención|requiere[n] tu atención',
    'my-apps': 'mis aplicaciones',
    'other-apps': 'otras aplicaciones',
    'app-log': 'registro de aplicaciones',
    permissions: 'permisos',
    foreign: 'resumen de aplicaciones',
    users: 'usuarios',
  },
  columns: {
    app: 'aplicación|nombre de la aplicación',
    name: 'nombre',
    status: 'estado',
    installed: 'fecha de instalación',
    installedBy: 'instalado por|instalada por',
    lastActivity: 'última actividad|fecha de [la ]última actividad',
    connections: 'conexiones',
    person: 'usuario',
    email: 'correo electrónico',
    team: 'equipo',
    event: 'actividad',
    time: 'fecha|fecha y hora',
  },
  status: {
    connected: 'conectado|conectada|conectados|conectadas',
    expired: 'expirado|expirada|conexión expirada|conexiones expiradas',
    disconnected: 'desconectado|desconectada|desconectados|desconectadas|no conectado|no conectada',
    error: 'error|errores|error de conexión|errores de conexión',
  },
  page: {
    apps: 'aplicaciones conectadas',
    new: 'página de inicio de conexiones|información de conexión',
    classic: 'visión general|resumen',
    reconnect: 'reconectar',
    actions: 'acciones',
  },
}
