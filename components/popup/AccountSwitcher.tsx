import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useT } from '../ui/I18n.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { HeaderProps } from './Header.tsx'

/** All accounts, or one of them. */
export default function AccountSwitcher(
  props: Pick<HeaderProps, 'accounts' | 'chosen' | 'onChoose'> & {
    readonly label: string
    /** Pressed before the menu was there. */
    readonly startOpen: boolean
  },
): JSX.Element {
  const { accounts, chosen, onChoose, label, startOpen } = props
  const t = useT()
  const box = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (startOpen) box.current?.querySelector('button')?.click()
  }, [startOpen])
  const isOne = accounts.some(({ id }) => id === chosen)
  return (
    <span ref={box}>
      <MenuButton
        label={t('popup_switcher', { account: label })}
        kind="quiet"
        small
        items={[
          {
            id: 'all',
            label: t('popup_all_accounts', { count: accounts.length }),
            checked: !isOne,
            onSelect: () => onChoose(null),
          },
          ...accounts.map(account => ({
            id: account.id,
            label: account.label,
            note: account.sample ? t('source_sample') : undefined,
            checked: account.id === chosen,
            onSelect: () => onChoose(account.id),
          })),
        ]}
      >
        <span class="popup-account">{label}</span>
      </MenuButton>
    </span>
  )
}
