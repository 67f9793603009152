// What the canvas tells the coder: whether everything is stored, and messages. Screen readers hear both.

import { h, icon } from "./dom.js"

const QUIET = 400 // “saving” is only said when it takes longer than this
const STAY = 7000
const SIGNS = { saved: "check", saving: "wait", offline: "warn", busy: "warn", locked: "warn", gone: "warn" }

export class Notes {
  constructor(t) {
    this.t = t
    this.state = ""
    this.status = h("div", { class: "qc-status", role: "status", "aria-live": "polite" })
    this.list = h("div", { class: "qc-notes" })
    this.polite = h("div", { class: "qc-heard", role: "status", "aria-live": "polite" })
    this.urgent = h("div", { class: "qc-heard", role: "alert" })
    this.show("saved", 0)
  }

  /** Say whether everything is stored; `waiting` ops are not. */
  show(state, waiting, message = "") {
    clearTimeout(this.timer)
    if (state === "saving" && this.state === "saved") {
      this.timer = setTimeout(() => this.paint("saving", waiting, message), QUIET)
      return
    }
    if (state !== "saving") this.paint(state, waiting, message)
  }

  paint(state, waiting, message) {
    this.state = state
    const key = waiting || state === "saved" || state === "locked" || state === "gone" ? state : "away"
    const words = (state !== "gone" && message) || this.t(key, { count: waiting })
    if (this.status.dataset.state === state && this.status.textContent === words) return
    this.status.dataset.state = state
    this.status.title = words
    this.status.replaceChildren(icon(SIGNS[state]), h("span", {}, words))
  }

  /** A message that goes away by itself; `offer`: `{words, run}` is something to be done about it. */
  tell(words, offer = null) {
    this.polite.textContent = words
    this.post(words, "qc-said", offer)
  }

  /** A message that stays until it is closed: something was not done. */
  warn(words) {
    this.urgent.textContent = words
    this.post(words, "qc-warned")
  }

  /** Take the passing messages away. */
  hush() {
    for (const old of this.list.querySelectorAll(".qc-said")) old.remove()
  }

  /** Say something to those who listen only. */
  whisper(words) {
    this.polite.textContent = words
  }

  post(words, kind, offer = null) {
    this.hush()
    const shut = h("button", { class: "qc-shut", type: "button", "aria-label": this.t("close"), onclick: () => note.remove() }, icon("close"))
    const act = offer && h("button", { class: "qc-act", type: "button", onclick: () => offer.run() }, offer.words)
    const note = h("div", { class: `qc-told ${kind}` }, kind === "qc-warned" ? icon("warn") : null, h("span", {}, words), act, shut)
    this.list.append(note)
    while (this.list.children.length > 3) this.list.firstChild.remove()
    if (kind === "qc-said" && !offer) setTimeout(() => note.remove(), STAY) // what offers something waits for its answer
  }
}
