// The stand-in's own page script. It behaves as an app does: rows by IntersectionObserver with recycled nodes, late
// arrival, re-renders that replace every node, pagers, tabs, panels, route changes without a reload.
// Tests speak to it by scrolling and clicking, and through window.__hubspot.
;(() => {
  let data
  let salt
  let timers = []
  let observer
  let pending = []
  const windows = new Map()
  const $ = (selector, root = document) => root.querySelector(selector)
  const main = () => $('[data-main]')
  const fragment = (html, context) => {
    const range = document.createRange()
    range.selectNodeContents(context)
    return range.createContextualFragment(html.replaceAll(data.salt, salt))
  }
  const replace = (element, html) => element.replaceChildren(fragment(html, element))

  /** Later: by a timer of the page's own, or when a test says arrive(). */
  function later(ms, work) {
    if (data.clockwork === 'manual') pending.push(work)
    else timers.push(setTimeout(work, ms))
  }

  function start(from) {
    data = JSON.parse($('#page-data', from).textContent)
    salt = data.salt
    for (const timer of timers) clearTimeout(timer)
    timers = []
    pending = []
    windows.clear()
    for (const list of data.lists) windows.set(list.id, { ...list.first })
    for (const [index, phase] of data.phases.entries()) {
      later(500 + index * 900, () => {
        if (index < data.phases.length - 1) return replace(main(), phase)
        freshSalt()
        replace(main(), phase)
        watch()
      })
    }
    if (data.phases.length === 0) watch()
  }

  function freshSalt() {
    salt = Math.random().toString(36).slice(2, 8).padEnd(6, 'q')
  }

  function watch() {
    observer?.disconnect()
    observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) for (const list of data.lists) follow(list)
      },
      { rootMargin: '120px' },
    )
    for (const spacer of document.querySelectorAll('[data-spacer]')) observer.observe(spacer)
  }

  /** Brings the window of a list to where the person looks. */
  function follow(list) {
    const body = $(`[data-rows="${list.id}"]`)
    const now = windows.get(list.id)
    if (!body?.isConnected || body.getClientRects().length === 0) return
    if (list.lazy === 'append') {
      const end = $('[data-spacer]', body)
      if (!end || end.getBoundingClientRect().top > innerHeight + 120) return
      draw(list, { from: 0, to: Math.min(list.rows.length, now.to + list.drawn) })
    } else if (list.lazy === 'recycle') {
      const above = -body.getBoundingClientRect().top
      const visible = Math.ceil(innerHeight / data.rowHeight)
      const spare = Math.max(0, (list.drawn - visible) >> 1)
      const first = Math.max(0, Math.floor(above / data.rowHeight) - spare)
      const from = Math.min(first, Math.max(0, list.rows.length - list.drawn))
      if (from === now.from) return
      draw(list, { from, to: Math.min(list.rows.length, from + list.drawn) })
    }
  }

  /** Draws rows from..to, using the row elements that are there: a recycled row is the same node with other content. */
  function draw(list, window) {
    windows.set(list.id, window)
    const body = $(`[data-rows="${list.id}"]`)
    const old = [...body.children].filter(
      row => !row.hasAttribute('data-spacer') && !row.hasAttribute('data-loading-row'),
    )
    for (const row of [...body.children]) if (!old.includes(row)) row.remove()
    const wanted = list.rows.slice(window.from, window.to)
    for (const [index, html] of wanted.entries()) {
      if (list.lazy === 'append' && index < old.length) continue
      const fresh = fragment(html, body).firstElementChild
      const node = old[index]
      if (!node) {
        body.append(fresh)
        continue
      }
      for (const { name } of [...node.attributes]) node.removeAttribute(name)
      for (const { name, value } of fresh.attributes) node.setAttribute(name, value)
      node.replaceChildren(...fresh.childNodes)
    }
    for (const extra of old.slice(wanted.length)) extra.remove()
    body.prepend(...space(list, window.from))
    body.append(...space(list, list.rows.length - window.to))
    watch()
  }

  /** Placeholders for rows that are not drawn. */
  function space(list, rows) {
    if (rows === 0 || list.lazy === 'pager' || list.lazy === 'none') return []
    const body = $(`[data-rows="${list.id}"]`)
    const tall = height =>
      fragment(list.placeholder.replace('height:1px', `height:${height}px`), body).firstElementChild
    if (list.lazy === 'append') return [tall(40)]
    const made = []
    for (let left = rows; left > 0; left -= data.placeholderRows) {
      made.push(tall(Math.min(left, data.placeholderRows) * data.rowHeight))
    }
    return made
  }

  function page(list, to) {
    if (!(to >= 0) || to * list.drawn >= list.rows.length) return
    const body = $(`[data-rows="${list.id}"]`)
    replace(body, list.loading)
    later(150, () => {
      body.replaceChildren()
      draw(list, { from: to * list.drawn, to: Math.min(list.rows.length, (to + 1) * list.drawn) })
      $(`[data-pager="${list.id}"]`).replaceWith(fragment(list.pagers[to], main()))
      const total = $(`[data-total="${list.section}"]`)
      if (total && list.totals[to]) total.textContent = list.totals[to]
    })
  }

  function showTab(id) {
    for (const panel of document.querySelectorAll('[data-panel]')) {
      const on = panel.dataset.panel === id
      panel.hidden = !on
      if (on) panel.removeAttribute('data-r')
    }
    for (const tab of document.querySelectorAll('[data-tab]')) {
      const on = tab.dataset.tab === id
      if (tab.hasAttribute('aria-selected')) tab.setAttribute('aria-selected', String(on))
      else if (on) tab.setAttribute('aria-current', 'page')
      else tab.removeAttribute('aria-current')
    }
    watch()
  }

  function closeLayers() {
    $('[data-layers]').replaceChildren()
    $('[data-app-root]').removeAttribute('aria-hidden')
  }

  document.addEventListener('click', event => {
    const target =
      event.target instanceof Element
        ? event.target.closest('[data-page],[data-tab],[data-opens],[data-closes],[data-unfolds]')
        : null
    if (!target || target.getAttribute('aria-disabled') === 'true') return
    const { page: to, tab, opens, closes, unfolds } = target.dataset
    if (tab) showTab(tab)
    if (closes) closeLayers()
    if (to !== undefined)
      page(
        data.lists.find(list => list.id === target.closest('[data-pager]').dataset.pager),
        Number(to),
      )
    if (opens && data.layers[opens]) {
      replace($('[data-layers]'), data.layers[opens])
      if ($('[data-layers] [aria-modal]')) $('[data-app-root]').setAttribute('aria-hidden', 'true')
    }
    if (unfolds) {
      const fold = $(`[data-fold="${unfolds}"]`)
      fold.append(fragment(data.folds[unfolds], fold))
      $(`[data-more="${unfolds}"]`).remove()
    }
  })

  // The reason behind a status is drawn beside the root, and only while the pointer is on it.
  document.addEventListener('mouseover', event => {
    $('[data-layers] [role="tooltip"]')?.remove()
    const target = event.target instanceof Element ? event.target.closest('[aria-describedby^="tooltip-"]') : null
    if (!target) return
    const tip = document.createElement('div')
    tip.setAttribute('role', 'tooltip')
    tip.id = target.getAttribute('aria-describedby')
    tip.textContent = target.textContent
    $('[data-layers]').append(tip)
  })

  /** Puts another document's root in place of this one's, as a route change of a single-page app does. */
  function show(html, url) {
    const next = new DOMParser().parseFromString(html, 'text/html')
    if (url) history.pushState({}, '', url)
    document.title = next.title
    closeLayers()
    $('[data-app-root]').replaceWith(document.adoptNode($('[data-app-root]', next)))
    $('#page-data').textContent = $('#page-data', next)?.textContent ?? ''
    if ($('#page-data').textContent) start(document)
  }

  window.__hubspot = {
    /** What was to come later comes now. */
    arrive() {
      const due = pending
      pending = []
      for (const work of due) work()
      return due.length
    },
    /** Only the next of it: first headings and a few rows, then everything with new nodes. */
    arriveNext() {
      pending.shift()?.()
      return pending.length
    },
    /** Replaces every node of the content by a fresh one with new class names; what is drawn stays the same. */
    rerender() {
      const was = salt
      freshSalt()
      const content = main()
      const copy = content.cloneNode(true)
      for (const element of copy.querySelectorAll('[class]')) {
        element.setAttribute('class', element.getAttribute('class').replaceAll(was, salt))
      }
      content.replaceChildren(...copy.childNodes)
      watch()
    },
    /** A route change or account switch without a reload; `html` is the document to show at `url`. */
    show,
    /** The same, asking the page's own server. */
    async go(path) {
      const answer = await fetch(path, { headers: { 'x-stand-in-page': '1' } })
      show(await answer.text(), path)
    },
    openTab: showTab,
    closeLayers,
    /** What is drawn, for tests of this page itself. */
    state() {
      return {
        pending: pending.length,
        lists: data.lists.map(list => {
          const body = $(`[data-rows="${list.id}"]`)
          const rows = body
            ? [...body.children].filter(
                row => !row.hasAttribute('data-spacer') && !row.hasAttribute('data-loading-row'),
              )
            : []
          return { id: list.id, total: list.rows.length, drawn: rows.length, ...windows.get(list.id) }
        }),
      }
    },
  }
  if ($('#page-data')) start(document)
})()
