import './welcome.css'
import type { ComponentChildren, JSX } from 'preact'
import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'
import { viewHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import type { Sample } from './useSample.ts'

/** The ways to begin with an account, each with what it takes. */
export function Ways(props: {
  readonly sample: Sample
  /** The sample account is there already; there is one of it. */
  readonly hasSample: boolean
  /** The first way is the one button of the page that stands out. */
  readonly primary?: boolean | undefined
}): JSX.Element {
  const { sample, hasSample, primary } = props
  const t = useT()
  const { route } = useScreen()
  return (
    <ul class="pb-ways">
      <Way
        icon="page"
        title={t('term_read_this_page')}
        tag={t('welcome_recommended')}
        text={t('welcome_way_page')}
        action={
          <LinkButton href={CONNECTED_APPS_START} kind={primary ? 'primary' : 'default'} external>
            {t('welcome_open_hubspot')}
          </LinkButton>
        }
      />
      <Way
        icon="clipboard"
        title={t('term_paste')}
        tag={t('welcome_no_permission')}
        text={t('welcome_way_paste')}
        action={<LinkButton href={viewHref('paste', route)}>{t('term_paste')}</LinkButton>}
      />
      <Way
        icon="sample"
        title={t('term_sample_account')}
        tag={t('welcome_no_network')}
        text={t('welcome_way_sample')}
        action={
          <Button
            onClick={sample.start}
            busy={sample.state.kind === 'running'}
            disabledReason={hasSample ? t('welcome_sample_there') : undefined}
          >
            {t('term_try_sample')}
          </Button>
        }
      />
    </ul>
  )
}

function Way(props: {
  readonly icon: IconName
  readonly title: string
  readonly tag: string
  readonly text: string
  readonly action: ComponentChildren
}): JSX.Element {
  const { icon, title, tag, text, action } = props
  return (
    <li class="pb-way">
      <Icon name={icon} size={18} />
      <div class="pb-way-words">
        <h3>
          {title} <span class="pb-muted">{tag}</span>
        </h3>
        <p>{text}</p>
      </div>
      {action}
    </li>
  )
}
