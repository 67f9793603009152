// What the coder has selected, as positions, and the caret. The browser's own selection shows it while the text has
// the focus; while a palette or note has it, a highlight keeps showing it.

import { h } from "./dom.js"

export class Choice {
  /** `changed()` is called after every change, by mouse, touch or keys. */
  constructor(page, changed) {
    this.page = page
    this.text = page.text
    this.changed = changed
    this.anchor = 0
    this.focus = 0
    this.placed = false
    this.dragging = false
    this.caret = h("div", { class: "qc-caret", "aria-hidden": "true" })
    this.onSelection = () => this.read()
    document.addEventListener("selectionchange", this.onSelection)
    page.on.painted = () => this.restore()
  }

  get start() {
    return Math.min(this.anchor, this.focus)
  }

  get end() {
    return Math.max(this.anchor, this.focus)
  }

  get empty() {
    return this.anchor === this.focus
  }

  /** The chosen words as a tidy stretch; null when nothing is chosen. */
  get stretch() {
    return this.empty ? null : this.text.tidy(this.start, this.end)
  }

  stop() {
    document.removeEventListener("selectionchange", this.onSelection)
  }

  /** Take over the browser's selection when it lies in the text. */
  read() {
    const selection = document.getSelection()
    if (!selection?.rangeCount || !this.page.root.contains(selection.anchorNode)) return
    const anchor = this.page.position(selection.anchorNode, selection.anchorOffset)
    const focus = this.page.position(selection.focusNode, selection.focusOffset)
    if (anchor === null || focus === null) return
    if (anchor === this.anchor && focus === this.focus && this.placed) return
    this.anchor = anchor
    this.focus = focus
    this.placed = true
    this.changed()
  }

  /** Choose from `anchor` to `focus`, and show it. */
  set(anchor, focus, { reveal = true } = {}) {
    this.anchor = anchor
    this.focus = focus
    this.placed = true
    this.show()
    if (reveal) this.reveal()
    this.changed()
  }

  /** Make the browser's selection say what we hold; needed after blocks were rebuilt. */
  show() {
    const back = this.focus < this.anchor
    const anchor = this.page.point(this.anchor, back && !this.empty)
    const focus = this.page.point(this.focus, !back && !this.empty)
    document.getSelection()?.setBaseAndExtent(...anchor, ...focus)
  }

  /** Blocks that just came into view were rebuilt: put the browser's selection back before it is read. */
  restore() {
    if (this.placed && this.page.root.contains(document.getSelection()?.anchorNode)) this.show()
  }

  /** After the mouse or finger was lifted: only whole characters, and no white space at the ends. */
  tidy() {
    const tidy = this.stretch
    if (!tidy || (tidy.start === this.start && tidy.end === this.end)) return
    if (this.focus < this.anchor) this.set(tidy.end, tidy.start, { reveal: false })
    else this.set(tidy.start, tidy.end, { reveal: false })
  }

  /** Scroll so that the moving end is in view. */
  reveal() {
    const box = this.page.scroll
    if (!box) return
    this.page.blocks[this.text.blockAt(this.focus)].getBoundingClientRect() // lays out a section not yet shown
    const at = this.page.rectangle(this.focus, this.focus > this.anchor)
    const frame = box.getBoundingClientRect()
    const room = Math.min(80, frame.height / 4)
    if (at.top < frame.top || at.bottom > frame.bottom) {
      const far = at.bottom < frame.top - frame.height || at.top > frame.bottom + frame.height
      const aim = far ? frame.top + frame.height / 3 : at.top < frame.top ? frame.top + room : frame.bottom - room
      this.page.scrollTo(box.scrollTop + at.top - aim)
    }
  }

  /** Move the caret (`extend`: the selection's end) to `at`. */
  go(at, extend) {
    this.set(extend ? this.anchor : at, at)
  }

  move(forward, { extend = false, word = false } = {}) {
    if (!this.empty && !extend && !word) return this.go(forward ? this.end : this.start, false)
    const step = word ? this.text.stepWord(this.focus, forward) : this.text.step(this.focus, forward)
    return this.go(step, extend)
  }

  /** By lines, or to the ends of a line, as the browser lays them out. */
  moveLine(forward, unit, extend) {
    this.show()
    const selection = document.getSelection()
    const before = this.focus
    selection.modify(extend ? "extend" : "move", forward ? "forward" : "backward", unit)
    const at = this.page.position(selection.focusNode, selection.focusOffset)
    if (at === null || (at === before && unit === "line")) return this.go(this.nextBlock(before, forward), extend)
    this.focus = at
    if (!extend) this.anchor = at
    this.reveal()
    return this.changed()
  }

  nextBlock(at, forward) {
    const number = this.text.blockAt(at)
    const next = this.text.blocks[number + (forward ? 1 : -1)]
    return next ? next.start : forward ? this.text.length : 0
  }

  movePage(forward, extend) {
    const box = this.page.scroll
    const at = this.page.rectangle(this.focus)
    const by = (box.clientHeight - 60) * (forward ? 1 : -1)
    this.page.scrollTo(box.scrollTop + by)
    const found = this.page.positionAt(Math.max(at.left, this.page.left() + 1), at.top + 4)
    return this.go(found ?? (forward ? this.text.length : 0), extend)
  }

  /** Put the caret at the first block in view, when there is none yet. */
  place() {
    if (this.placed) return this.show()
    const top = this.page.scroll.getBoundingClientRect().top
    const found = this.page.positionAt(this.page.left() + 2, top + 24)
    const number = this.text.blockAt(found ?? 0)
    const first = this.text.blocks.findIndex((block, index) => index >= number && block.text)
    return this.set(this.text.blocks[Math.max(first, 0)].start, this.text.blocks[Math.max(first, 0)].start, { reveal: false })
  }

  /** Draw the caret, which browsers leave out of text that cannot be edited. */
  drawCaret(focused) {
    this.caret.hidden = !(focused && this.placed && this.empty)
    if (this.caret.hidden) return
    const at = this.page.rectangle(this.focus)
    const origin = this.page.origin()
    this.caret.style.transform = `translate(${at.left - origin.left - 1}px, ${at.top - origin.top}px)`
    this.caret.style.height = `${at.bottom - at.top}px`
    this.caret.getAnimations?.().forEach(animation => (animation.currentTime = 0))
  }
}
