/**
 * The windows that the browser draws itself, which no page and no DevTools session reaches: its question whether a
 * permission may be given, and its notifications. Chromium lists them, and presses them, by the DevTools of its own
 * interface; a press there is a press as by a hand, through the same windows.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, vi } from 'vitest'

/** What a browser has to be started with. */
export const BROWSER_UI_ARGS: readonly string[] = [
  '--enable-ui-devtools=0',
  '--enable-features=ui-debug-tools-enable-synthetic-events',
]

export type BrowserUi = {
  /** Presses that button of the browser's question, once it stands there, and waits until it is gone. Returns what it said. */
  answer(choice: 'Allow' | 'Deny'): Promise<string[]>
  /**
   * What every notification on the screen says, line by line, oldest first; its buttons apart, drawn in capitals. They
   * leave the screen after some seconds, and only two or three have room at a time.
   */
  notifications(): Promise<Popup[]>
  /** Presses the notification with that text in it, or one of its buttons. @throws Error when none comes in 5 s. */
  press(text: string, button?: string): Promise<void>
  close(): void
}

export type Popup = { readonly texts: string[]; readonly buttons: string[] }

/** Closes the settings of a notification, which nobody opened. */
const DONE = 'Done'

type Node = { nodeId: number; attributes?: readonly string[]; children?: readonly Node[] }

/** Connects to the interface of the browser that runs on this profile and was started with `BROWSER_UI_ARGS`. */
export async function browserUi(userDataDir: string): Promise<BrowserUi> {
  const [port] = (await readFile(join(userDataDir, 'UIDevToolsActivePort'), 'utf8')).split('\n')
  const { send, close } = await connect(`ws://127.0.0.1:${port}/0`)
  await send('DOM.enable')
  await send('CSS.enable')

  const all = async (className: string, inside?: Node): Promise<Node[]> =>
    within(inside ?? ((await send('DOM.getDocument')) as { root: Node }).root).filter(
      node => classOf(node) === className,
    )
  const textOf = async ({ nodeId }: Node) => {
    const styles = JSON.stringify(await send('CSS.getMatchedStylesForNode', { nodeId }))
    const found = /"name":"Text","value":("(?:[^"\\]|\\.)*")/u.exec(styles)?.[1]
    return found === undefined ? '' : (JSON.parse(found) as string)
  }
  const textsOf = async (nodes: readonly Node[]) => (await Promise.all(nodes.map(textOf))).filter(text => text !== '')
  const press = async ({ nodeId }: Node) => {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
      await send('DOM.dispatchMouseEvent', {
        nodeId,
        event: { type, x: 12, y: 12, button: 'left', wheelDirection: 'none' },
      })
  }
  const popups = async () => {
    const found = await all('NotificationView')
    return Promise.all(
      found.map(async view => {
        const buttons = await all('NotificationTextButton', view)
        const labels = await all('Label', view)
        const names = await Promise.all(buttons.map(textOf))
        return { view, buttons, labels, names, texts: await textsOf(labels) }
      }),
    )
  }

  return {
    async answer(choice) {
      const [dialog] = await vi.waitFor(async () => {
        const found = await all('ExtensionInstallDialogView')
        expect(found).not.toEqual([])
        return found
      }, 10_000)
      const said = await textsOf(within(dialog as Node).filter(node => classOf(node) === 'Label'))
      // A question that has only just come up takes no press, nor one soon after another: nobody can have read it.
      await vi.waitFor(
        async () => {
          for (const button of await all('MdTextButton')) if ((await textOf(button)) === choice) await press(button)
          expect((await all('ExtensionInstallDialogView')).length, 'questions that are left').toBe(0)
        },
        { timeout: 10_000, interval: 700 },
      )
      return said
    },
    notifications: async () =>
      (await popups()).map(({ texts, names }) => ({ texts, buttons: names.filter(name => name !== DONE) })),
    async press(text, button) {
      const target = await vi.waitFor(async () => {
        const found = (await popups()).find(({ texts }) => texts.some(one => one.includes(text)))
        const wanted = found && (button ? found.buttons[found.names.indexOf(button.toUpperCase())] : found.view)
        if (!wanted) throw new Error(`No notification with "${text}"${button ? ` and a button "${button}"` : ''}`)
        return wanted
      }, 5_000)
      await press(target)
    },
    close,
  }
}

/** The node and all below it. */
function within(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(within)]
}

/** `class` of its attributes, which stand as name, value, name, value. */
function classOf({ attributes = [] }: Node): string | undefined {
  const at = attributes.indexOf('class')
  return at === -1 ? undefined : attributes[at + 1]
}

/** Requests and answers over a web socket, told apart by number. */
async function connect(url: string) {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error(`No interface to press at ${url}`))
  })
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>()
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data))
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  }
  let count = 0
  return {
    close: () => socket.close(),
    async send(method: string, params: object = {}): Promise<unknown> {
      count += 1
      const id = count
      const answer = new Promise<{ result?: unknown; error?: { message: string } }>(resolve => waiting.set(id, resolve))
      socket.send(JSON.stringify({ id, method, params }))
      const { result, error } = await answer
      if (error) throw new Error(`${method}: ${error.message}`)
      return result
    },
  }
}
