// Moving a coding's boundaries, with the arrow keys or two handles. Many small moves are one change: it is stored when
// the coder is done.

import { h } from "./dom.js"

export class Adjust {
  /** `on`: `{preview(coding or null), done(coding, start, end), closed()}`. */
  constructor(page, on) {
    this.page = page
    this.on = on
    this.coding = null
    this.handles = ["start", "end"].map(side => {
      const handle = h("div", { class: `qc-handle qc-${side}`, hidden: true, "aria-hidden": "true" })
      handle.addEventListener("pointerdown", event => this.drag(event, side))
      return handle
    })
  }

  get active() {
    return this.coding !== null
  }

  begin(coding) {
    this.coding = coding
    this.start = coding.start
    this.end = coding.end
    this.show()
  }

  /** Move one side by a character or a word. */
  nudge(side, forward, word) {
    const { text } = this.page
    const at = this[side]
    this.move(side, word ? text.stepWord(at, forward) : text.step(at, forward))
  }

  move(side, at) {
    if (side === "start" && at < this.end) this.start = at
    if (side === "end" && at > this.start) this.end = at
    this.show()
  }

  show() {
    const origin = this.page.origin()
    for (const [handle, at, ending] of [
      [this.handles[0], this.start, false],
      [this.handles[1], this.end, true],
    ]) {
      const box = this.page.rectangle(at, ending)
      handle.hidden = false
      handle.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`
      handle.style.height = `${box.bottom - box.top}px`
    }
    this.on.preview({ start: this.start, end: this.end })
  }

  /** Store the new boundaries, if they are new and hold words. */
  finish() {
    if (!this.coding) return
    const { coding } = this
    const tidy = this.page.text.tidy(this.start, this.end)
    this.leave()
    if (tidy && (tidy.start !== coding.start || tidy.end !== coding.end)) this.on.done(coding, tidy.start, tidy.end)
  }

  cancel() {
    if (this.coding) this.leave()
  }

  leave() {
    this.coding = null
    for (const handle of this.handles) handle.hidden = true
    this.on.preview(null)
    this.on.closed()
  }

  drag(event, side) {
    event.preventDefault()
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    handle.classList.add("qc-held")
    const moved = now => {
      handle.style.pointerEvents = "none"
      const at = this.page.positionAt(now.clientX, now.clientY)
      handle.style.pointerEvents = ""
      if (at !== null) this.move(side, this.page.text.snap(at, side === "start"))
    }
    const up = () => {
      handle.classList.remove("qc-held")
      handle.removeEventListener("pointermove", moved)
      handle.removeEventListener("pointerup", up)
      handle.removeEventListener("pointercancel", up)
    }
    handle.addEventListener("pointermove", moved)
    handle.addEventListener("pointerup", up)
    handle.addEventListener("pointercancel", up)
  }
}
