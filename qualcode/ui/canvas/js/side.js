// Beside the text, to its left: where a printed page begins, who is quoted, and a rule along quotations and left-out
// parts. Drawn for sections in or near the view only, and again when the width changes; codings never move it.

import { h } from "./dom.js"

const ROW = 15

export class Side {
  /** `words(page)` is what a page's mark says; `narrow()` tells whether names and pages share one column. */
  constructor(page, words, narrow) {
    this.page = page
    this.words = words
    this.narrow = narrow
    this.drawn = new Map()
  }

  draw(section) {
    if (this.drawn.has(section)) return
    const layer = this.layer(section)
    this.drawn.set(section, layer)
    if (layer) this.page.sections[section].append(layer)
  }

  drop(section) {
    this.drawn.get(section)?.remove()
    this.drawn.delete(section)
  }

  forget() {
    for (const section of [...this.drawn.keys()]) this.drop(section)
  }

  layer(section) {
    const { layers, text } = this.page
    const [first, last] = this.page.within(section)
    const from = text.blocks[first].start
    const to = text.blocks[last].end
    const within = span => span.start <= to && span.end > from
    const begins = span => span.start >= from && span.start <= to
    const rules = [...layers.regions.filter(within).map(span => ["qc-dashed", span]), ...layers.quotes.filter(within).map(span => ["qc-quoted", span])]
    const pages = layers.pages.filter(begins).map(page => ["qc-page-mark", page.start, this.words(page)])
    const names = layers.quotes.filter(quote => begins(quote) && quote.speaker).map(quote => ["qc-voice", quote.start, quote.speaker])
    if (!rules.length && !pages.length && !names.length) return null
    const top = this.page.sections[section].getBoundingClientRect().top
    const made = rules.map(([kind, span]) => this.rule(kind, Math.max(span.start, from), Math.min(span.end, to), top))
    const columns = this.narrow() ? [[...pages, ...names].sort((one, other) => one[1] - other[1])] : [pages, names]
    for (const column of columns) made.push(...this.column(column, top))
    return h("div", { class: "qc-side", "aria-hidden": "true" }, ...made)
  }

  rule(kind, start, end, origin) {
    const top = this.page.rectangle(start).top - origin
    const bottom = this.page.rectangle(end, true).bottom - origin
    const rule = h("div", { class: `qc-rule ${kind}` })
    rule.style.cssText = `top:${top}px;height:${Math.max(bottom - top, 6)}px`
    return rule
  }

  /** Marks one below the other, each by its line or as near to it as there is room. */
  column(marks, origin) {
    let next = -Infinity
    return marks.map(([kind, at, words]) => {
      const { top, bottom } = this.page.rectangle(at)
      const middle = Math.max((top + bottom) / 2 - origin, next)
      next = middle + ROW
      const mark = h("div", { class: kind, title: words, "data-says": words })
      mark.style.top = `${middle}px`
      return mark
    })
  }
}
