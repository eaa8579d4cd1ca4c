import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks'
import type { TimeFrame } from '../../storage/formatTime.ts'
import type { Translator } from '../../storage/i18n.ts'

/**
 * What every text needs: the words (`t`), the moment that "3 min ago" counts from (`now`, epoch ms; the screen moves it
 * on, about once a minute, never the components) and the IANA `zone` of the clock.
 */
export type Frame = TimeFrame

const FrameContext = createContext<Frame | undefined>(undefined)

/** Gives language, moment and zone to everything inside, and tells the document its language. */
export function I18n(props: Frame & { readonly children: ComponentChildren }): JSX.Element {
  const { t, now, zone, children } = props
  const frame = useMemo(() => ({ t, now, zone }), [t, now, zone])
  useLayoutEffect(() => {
    document.documentElement.lang = t.lang
  }, [t])
  return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
}

/** Language, moment and zone. Throws outside of `<I18n>`. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A component with text stands outside of <I18n>')
  return frame
}

/** The translator of this screen. */
export const useT = (): Translator => useFrame().t
