import type { Words } from './shape.ts'

/** Simplified, and traditional where a word of the status or its column differs. */
export const zh: Words = {
  sections: {
    attention: '需要您关注|需要你关注|需要您關注',
    'my-apps': '我的应用|我的应用程序',
    'other-apps': '其他应用|其他应用程序',
    'app-log': '应用日志',
    permissions: '权限',
    users: '用户',
  },
  columns: {
    app: '应用|应用程序|应用名称|应用程序名称',
    name: '名称',
    status: '状态|狀態',
    installed: '安装日期|安裝日期',
    installedBy: '安装者|安裝者',
    lastActivity: '上次活动日期|上次活动',
    connections: '连接|连接数',
    person: '用户',
    email: '电子邮件',
    team: '团队',
    event: '活动|活动类型',
    time: '日期|时间',
  },
  status: {
    connected: '已连接|已連接',
    expired: '连接过期|连接已过期|已过期',
    disconnected: '断开连接|已断开连接|未连接',
    error: '连接错误|错误',
  },
  page: {
    apps: '连接的应用程序|已连接的应用程序',
    new: '连接主页|连接洞察',
    reconnect: '重新连接',
    actions: '操作',
  },
}
