import type { ComponentChildren, JSX } from 'preact'
import { unreadCount } from '../../storage/notices.ts'
import { accountIn } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { CountBadge } from '../ui/CountBadge.tsx'
import { useT } from '../ui/I18n.tsx'
import { SectionLinks } from '../ui/SectionLinks.tsx'
import { useLive } from '../useLive.ts'
import { notificationsHref } from './hrefs.ts'

/** Heading of list, inbox and deliveries, and the links between them. */
export function NotificationsHead(props: {
  readonly current: 'rules' | 'inbox' | 'deliveries'
  readonly actions?: ComponentChildren
}): JSX.Element {
  const { current, actions } = props
  const { route } = useScreen()
  const t = useT()
  const account = accountIn(route)
  const unread = useLive(() => unreadCount(account), [account]) ?? 0
  return (
    <>
      <header class="pb-page-head">
        <h1>{t('term_notifications')}</h1>
        <div class="pb-page-actions">{actions}</div>
      </header>
      <div class="pb-rule-links">
        <SectionLinks
          label={t('term_notifications')}
          current={current}
          links={[
            { id: 'rules', href: notificationsHref(route), label: t('term_notifications') },
            {
              id: 'inbox',
              href: notificationsHref(route, 'inbox'),
              label: (
                <>
                  {t('term_inbox')}
                  {unread > 0 && <CountBadge value={unread} label={t('nav_unread', { count: unread })} />}
                </>
              ),
            },
            { id: 'deliveries', href: notificationsHref(route, 'deliveries'), label: t('term_deliveries') },
          ]}
        />
      </div>
    </>
  )
}
