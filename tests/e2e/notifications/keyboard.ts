/** What a person does who has no pointer. Everything here goes through keys; nothing is focused or pressed from outside. */

import type { Page } from 'puppeteer-core'

export type Focused = { readonly role: string; readonly name: string }

/** What has the focus now, as assistive technology names it. */
export async function focused(page: Page): Promise<Focused> {
  const session = await page.createCDPSession()
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    })
    const [node] = nodes
    return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') }
  } finally {
    await session.detach()
  }
}

/** Presses Tab until what has the focus has that role and name. @throws Error with the way it went when a round has none. */
export async function tabTo(
  page: Page,
  role: string,
  name: string | RegExp,
  key: 'Tab' | 'back' = 'Tab',
): Promise<void> {
  const way: string[] = []
  for (let steps = 0; steps < 120; steps++) {
    if (key === 'back') await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    if (key === 'back') await page.keyboard.up('Shift')
    const now = await focused(page)
    if (now.role === role && (typeof name === 'string' ? now.name === name : name.test(now.name))) return
    way.push(`${now.role} "${now.name}"`)
  }
  throw new Error(`Tab leads to no ${role} named ${name}: ${[...new Set(way)].join(', ')}`)
}

/** Presses an arrow until what has the focus has that name: in radio groups, menus and lists with one tab stop. */
export async function arrowTo(page: Page, name: string, key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown'): Promise<void> {
  const way: string[] = []
  for (let steps = 0; steps < 40; steps++) {
    const now = await focused(page)
    if (now.name === name) return
    way.push(now.name)
    await page.keyboard.press(key)
  }
  throw new Error(`${key} leads to nothing named "${name}": ${[...new Set(way)].join(', ')}`)
}

/** Puts that text into the field with the focus, in place of what stands there. */
export async function typeInstead(page: Page, text: string): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type(text)
}
