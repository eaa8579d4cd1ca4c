// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button, IconButton } from '../../../components/ui/Button.tsx'
import { ExternalLink, IconLink, LinkButton } from '../../../components/ui/Link.tsx'
import { clear, click, descriptionOf, find, focus, show } from './screen.tsx'

afterEach(clear)

describe('a button', () => {
  it('is pressed', async () => {
    const onClick = vi.fn()
    await show(<Button onClick={onClick}>Reconnect</Button>)
    await click(find('button', 'Reconnect'))
    expect(onClick).toHaveBeenCalledOnce()
  })

  it('never submits a form by accident', async () => {
    await show(<Button>Reconnect</Button>)
    expect(find('button').getAttribute('type')).toBe('button')
    await show(<Button type="submit">Apply</Button>)
    expect(find('button').getAttribute('type')).toBe('submit')
  })

  it('that is disabled takes the focus, says why, and does nothing', async () => {
    const onClick = vi.fn()
    await show(
      <Button type="submit" onClick={onClick} disabledReason="Choose who is notified first.">
        Apply
      </Button>,
    )
    const button = find('button', 'Apply') as HTMLButtonElement
    await focus(button)
    expect(document.activeElement).toBe(button)
    expect(button.disabled).toBe(false)
    expect(button.type).toBe('button')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(descriptionOf(button)).toBe('Choose who is notified first.')
    await click(button)
    expect(onClick).not.toHaveBeenCalled()
  })

  it('that is busy says so and keeps its words', async () => {
    await show(<Button busy>Reading 2 of 3</Button>)
    expect(find('button', 'Reading 2 of 3').getAttribute('aria-busy')).toBe('true')
  })

  it('that is a drawing is named by its label', async () => {
    await show(<IconButton icon="inbox" label="Inbox, 2 new" count={2} />)
    expect(find('button', 'Inbox, 2 new').textContent).toBe('2')
    expect(document.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })
})

describe('a link out of Patchbay', () => {
  it.each([
    ['in a sentence', <ExternalLink href="https://a.example/">Marketplace</ExternalLink>],
    [
      'as a button',
      <LinkButton href="https://a.example/" external>
        Marketplace
      </LinkButton>,
    ],
    ['as a drawing', <IconLink href="https://a.example/" external icon="external" label="Marketplace" />],
  ])('%s says that it opens a new tab, and gives nothing along', async (_, link) => {
    await show(link)
    const element = find('link', 'Marketplace (opens in a new tab)')
    expect(element.getAttribute('target')).toBe('_blank')
    expect(element.getAttribute('rel')).toBe('noopener noreferrer')
    await show(link, 'ja')
    expect(find('link', 'Marketplace (新しいタブで開きます)')).toBeTruthy()
  })
})
