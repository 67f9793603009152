// Notes that were lifted out of the text: a sign at their place, and their words when one asks for them.

import { h } from "./dom.js"

const DWELL = 200 // a mouse on its way through the text opens nothing
const LEAVE = 250 // long enough to move the mouse from the sign to the note

export class Footnotes {
  /** `on`: `{place(element, sign), closed()}`. */
  constructor(t, on) {
    this.t = t
    this.on = on
    this.noteOf = new WeakMap()
    this.sign = null
    this.element = h("div", { class: "qc-pop qc-footnote", id: "qc-footnote", role: "tooltip", hidden: true })
    this.element.addEventListener("pointerenter", () => clearTimeout(this.timer))
    this.element.addEventListener("pointerleave", () => this.leave())
  }

  /** The sign of a note. It has no text of its own, so that the words around it stay as they are. */
  mark(note) {
    const label = this.t("note_sign", { number: note.number })
    const sign = h("span", { class: "qc-sign", role: "button", tabindex: "0", "aria-label": label, "data-says": note.number })
    this.noteOf.set(sign, note)
    return sign
  }

  /** Show notes of `body`'s signs when they are pointed at or focused. */
  listen(body) {
    body.addEventListener("pointerover", event => {
      const sign = event.pointerType === "mouse" && this.signOf(event.target)
      if (!sign || event.buttons) return this.leave()
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.show(sign), DWELL)
    })
    body.addEventListener("pointerleave", () => this.leave())
    body.addEventListener("focusin", event => {
      if (this.signOf(event.target)) this.show(event.target)
    })
    body.addEventListener("focusout", event => this.signOf(event.target) && this.close())
  }

  signOf(node) {
    const sign = node?.closest?.(".qc-sign")
    return sign && this.noteOf.has(sign) ? sign : null
  }

  get open() {
    return this.sign !== null
  }

  /** `kept`: it stays until it is closed, and not only while the mouse is there. */
  show(sign, kept = false) {
    clearTimeout(this.timer)
    this.kept = kept || (this.kept && this.sign === sign)
    if (this.sign !== sign) {
      this.sign?.removeAttribute("aria-describedby")
      this.sign = sign
      const note = this.noteOf.get(sign)
      this.element.replaceChildren(h("strong", {}, note.number), " ", note.words)
    }
    sign.setAttribute("aria-describedby", this.element.id)
    this.element.hidden = false
    this.on.place(this.element, sign)
  }

  leave() {
    clearTimeout(this.timer)
    if (!this.open || this.kept || document.activeElement === this.sign) return
    this.timer = setTimeout(() => this.close(), LEAVE)
  }

  close() {
    clearTimeout(this.timer)
    this.sign?.removeAttribute("aria-describedby")
    this.sign = null
    this.kept = false
    this.element.hidden = true
  }

  /** Keys while a sign has the focus. Returns whether the press was meant for it. */
  key(event) {
    const sign = this.signOf(event.target)
    if (!sign) return false
    if (event.key === "Enter" || event.key === " ") {
      if (this.sign === sign) this.close()
      else this.show(sign, true)
    } else if (event.key === "Escape" || event.key.startsWith("Arrow")) {
      const { start } = this.noteOf.get(sign)
      this.close()
      this.on.closed(start)
    } else return false
    event.preventDefault()
    return true
  }
}
