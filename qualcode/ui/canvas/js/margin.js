// The margin: one stripe per coding beside its lines, in lanes, and the code's name where there is room.
// Only sections in or near the view have one; it is drawn after the text, never in its way.

import { h } from "./dom.js"

const LANES = 8
const MOST = 400
const TAG = 20
const AHEAD = "300px 0px"
const SOON = 20
const AFTER = 150 // a coding is painted, sent and confirmed before its stripe is drawn

export class Margin {
  /** `on`: `{open(coding), hover(coding or null)}`; `name(coding)` is what its tag says; `side` is drawn along with it. */
  constructor(page, name, side, on) {
    this.page = page
    this.codings = page.codings
    this.name = name
    this.side = side
    this.on = on
    this.near = new Set()
    this.stale = new Set()
    this.layers = new Map()
    this.timer = null
  }

  /** Begin to watch what is in view of `scroll`. */
  watch(scroll) {
    this.observer?.disconnect()
    this.observer = new IntersectionObserver(found => this.seen(found), { root: scroll, rootMargin: AHEAD })
    for (const section of this.page.sections) this.observer.observe(section)
  }

  stop() {
    this.observer?.disconnect()
    clearTimeout(this.timer)
  }

  seen(found) {
    for (const { target, isIntersecting } of found) {
      const section = Number(target.dataset.section)
      if (isIntersecting) {
        this.near.add(section)
        this.page.paintSection(section)
        this.stale.add(section)
      } else if (this.near.delete(section)) {
        this.layers.get(section)?.remove()
        this.layers.delete(section)
        this.side.drop(section)
      }
    }
    this.soon()
  }

  /** The codings of these blocks have changed. */
  touch(numbers) {
    for (const number of numbers) this.stale.add(this.page.sectionOf(number))
    this.soon(AFTER)
  }

  /** Everything has to be drawn anew: another width, filter or theme. */
  touchAll() {
    this.side.forget()
    for (const section of this.near) this.stale.add(section)
    this.soon()
  }

  soon(wait = SOON) {
    if (this.timer) return
    this.timer = setTimeout(() => {
      this.timer = null
      for (const section of this.stale) if (!this.near.has(section)) this.stale.delete(section)
      const [section] = this.stale // one at a time, so that keys and scrolling come in between
      if (section === undefined) return
      this.stale.delete(section)
      this.side.draw(section)
      this.draw(section)
      if (this.stale.size) this.soon(0)
    }, wait)
  }

  draw(section) {
    const layer = h("div", { class: "qc-margin", "aria-hidden": "true" })
    const stripes = this.stripes(section)
    const lanes = inLanes(stripes)
    const tags = inRows(stripes.filter(stripe => stripe.begins))
    for (const stripe of stripes) layer.append(this.stripe(stripe))
    for (const tag of tags) layer.append(this.tag(tag))
    layer.style.setProperty("--lanes", lanes)
    this.layers.get(section)?.remove()
    this.layers.set(section, layer)
    this.page.sections[section].append(layer)
  }

  /** The section's codings with where they begin and end on the page. */
  stripes(section) {
    const [first, last] = this.page.within(section)
    const from = this.page.text.blocks[first].start
    const to = this.page.text.blocks[last].end
    const origin = this.page.sections[section].getBoundingClientRect().top
    const found = new Map()
    for (let number = first; number <= last && found.size < MOST; number++) {
      for (const coding of this.codings.inBlock(number)) if (this.page.shown(coding)) found.set(coding.id, coding)
    }
    return [...found.values()].slice(0, MOST).map(coding => ({
      coding,
      begins: coding.start >= from,
      top: this.page.rectangle(Math.max(coding.start, from)).top - origin,
      bottom: this.page.rectangle(Math.min(coding.end, to), true).bottom - origin,
    }))
  }

  stripe({ coding, top, bottom, lane }) {
    const code = this.codings.code(coding.code)
    const others = this.codings.isMine(coding) ? "" : " qc-others"
    const late = coding.unsaved ? " qc-late" : ""
    const element = h("div", { class: `qc-stripe qc-u${code.pattern}${others}${late}`, title: this.name(coding) })
    element.style.cssText = `top:${top}px;height:${Math.max(bottom - top, 6)}px;--c:${code.colour};--lane:${lane}`
    this.wire(element, coding)
    return element
  }

  tag({ coding, row, more }) {
    const code = this.codings.code(coding.code)
    const others = this.codings.isMine(coding) ? "" : " qc-others"
    const element = h("div", { class: `qc-tag${others}`, title: this.name(coding), "data-id": coding.id })
    element.dataset.name = this.name(coding, true)
    if (more) element.dataset.more = `+${more}`
    element.style.cssText = `top:${row}px;--c:${code.colour}`
    this.wire(element, coding)
    return element
  }

  wire(element, coding) {
    element.addEventListener("pointerenter", () => this.on.hover(coding))
    element.addEventListener("pointerleave", () => this.on.hover(null))
    element.addEventListener("click", () => this.on.open(coding))
  }
}

/** Give each stripe the first lane that is free where it stands; the lanes in use. */
function inLanes(stripes) {
  const free = []
  for (const stripe of stripes) {
    let lane = free.findIndex(bottom => bottom <= stripe.top)
    if (lane < 0) lane = free.length
    stripe.lane = Math.min(lane, LANES - 1)
    free[stripe.lane] = Math.max(free[stripe.lane] ?? 0, stripe.bottom + 1)
  }
  return Math.min(free.length, LANES)
}

/** Place names one below the other; what has no room near its coding is counted at the name above. */
function inRows(stripes) {
  const tags = []
  let next = -Infinity
  for (const stripe of stripes) {
    const row = Math.max(stripe.top, next)
    if (tags.length && row > Math.max(stripe.top + TAG, stripe.bottom - TAG)) tags.at(-1).more++
    else {
      tags.push({ coding: stripe.coding, row, more: 0 })
      next = row + TAG
    }
  }
  return tags
}
