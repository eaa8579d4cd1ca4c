/** The document to read and scroll: that of the one same-host frame that fills most of the page, else the page itself. */
export const shownDocument = (page: Document): Document => {
  for (const frame of page.querySelectorAll('iframe')) {
    const { width, height } = frame.getBoundingClientRect()
    if (width < innerWidth / 2 || height < innerHeight / 2) continue
    try {
      if (frame.contentDocument?.body) return frame.contentDocument
    } catch {
      // another origin: not ours to read
    }
  }
  return page
}
