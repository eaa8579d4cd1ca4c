import type { Words } from './shape.ts'

export const es: Words = {
  sections: {
    attention: 'necesita[n] tu atención|necesita[n] su atención|requiere[n] tu atención|requiere[n] su atención',
    'my-apps': 'mis aplicaciones',
    'other-apps':
      'otras aplicaciones|otras aplicaciones instaladas por usuarios de mi organización|otras aplicaciones instaladas por usuarios en mi organización',
    users: 'usuarios|usuarios conectados|conexiones',
    'app-log': 'registro de aplicaciones|registro de la aplicación|actividad|actividad de la aplicación',
    permissions: 'acceso y permisos de la aplicación|acceso y permisos|permisos',
    recommendations: 'recomendaciones|aplicaciones recomendadas',
  },
  columns: {
    app: 'aplicación|aplicaciones|nombre de la aplicación',
    name: 'nombre',
    status: 'estado|estatus',
    installed: 'fecha de instalación|instalada el|instalado el',
    installedBy: 'instalado por|instalada por',
    lastActivity: 'última actividad|fecha de [la ]última actividad',
    connections: 'conexiones|número de conexiones',
    person: 'usuario|nombre de usuario',
    email: 'correo|correo electrónico|dirección de correo electrónico',
    team: 'equipo|equipos',
    event: 'actividad|tipo de actividad|evento|acción',
    time: 'fecha|hora|fecha y hora',
    reason: 'motivo|razón|problema',
    permission: 'permiso|permisos',
  },
  status: {
    connected: 'conectado|conectada',
    expired:
      'expirado|expirada|conexión expirada|conexiones expiradas|expirados|expiradas|caducado|caducada|vencido|vencida',
    disconnected: 'desconectado|desconectada|desconectados|desconectadas|no conectado|no conectada',
    error: 'error|errores|error de conexión|errores de conexión',
  },
  trouble: {
    expired: 'expirado|expirada|expiró|caducado|caducada|caducó',
    disconnected: 'desconectado|desconectada|desconectó',
    error: 'error|errores',
  },
  events: {
    connected: 'conectado|conectada',
    disconnected: 'desconectado|desconectada',
    reconnected: 'reconectado|reconectada',
    installed: 'instalado|instalada',
    reinstalled: 'reinstalado|reinstalada',
    uninstalled: 'desinstalado|desinstalada',
  },
  groups: {
    'after-reauthorization': 'disponible[s] después de [la ]reautorización|disponible[s] tras [la ]reautorización',
  },
  connections: '@ conexión|@ conexiones',
  usersOf: 'conexiones de @|usuarios de @',
  page: {
    apps: 'aplicaciones conectadas',
    new: 'página de inicio de conexiones|información de conexión',
    classic: 'visión general|resumen',
    reconnect: 'reconectar|reautorizar|volver a autorizar',
    actions: 'acciones',
    loading: 'cargando',
    several: 'varias conexiones|múltiples conexiones',
    failed: 'inténtalo de nuevo|intentar de nuevo|reintentar',
    forbidden: 'no tienes permiso|no tiene permiso|no tienes acceso',
    ended: 'sesión ha caducado|sesión ha expirado|vuelve a iniciar sesión',
    noHits: 'ningún resultado|no hay resultados|búsqueda|filtro',
  },
}
