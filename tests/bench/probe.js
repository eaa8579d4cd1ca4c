// First script of a measured page: finds out when the content that the page is opened for was painted.
// `data-content` is the selector of that content. What was found is read through window.probe.
;(() => {
  const selector = document.currentScript.dataset.content
  let shifts = 0
  let isFirst = true
  const entry = (type, name) =>
    new Promise(resolve => {
      const observer = new PerformanceObserver(list => {
        const found = list.getEntries().find(one => name === undefined || one.name === name)
        if (found) resolve(found)
      })
      observer.observe({ type, buffered: true })
    })
  const first = entry('paint', 'first-contentful-paint')
  const element = entry('element')

  // Where the content comes into an empty body, the first contentful paint is that of the content. Where other words
  // stood before it, the browser is asked when it painted this element.
  const found = new Promise(resolve => {
    const waiting = new MutationObserver(() => {
      const content = document.querySelector(selector)
      if (content === null) {
        if (document.body?.textContent.trim()) isFirst = false
        return
      }
      waiting.disconnect()
      for (const one of [content, ...content.querySelectorAll('*')]) one.setAttribute('elementtiming', 'content')
      resolve()
    })
    waiting.observe(document, { childList: true, subtree: true })
  })
  new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) shifts += value
  }).observe({ type: 'layout-shift', buffered: true })

  /** Once the content is painted: when things were painted, in ms since the page began to load. */
  window.probe = async () => {
    await found
    const { startTime } = await first
    const content = isFirst ? startTime : (await element).renderTime
    const size = { width: innerWidth, height: innerHeight }
    return { began: performance.timeOrigin, first: startTime, content, shifts, size }
  }
})()
