// What lies at one place: every coding there, with its coder and note, and what can be done with it.

import { h, icon, swatch } from "./dom.js"

export class Popover {
  /** `about`: `{t, codings, coderName(coding)}`; `on`: `{remove, recode, adjust, memo(coding, text), closed(back)}`. */
  constructor(about, on) {
    this.about = about
    this.on = on
    this.writing = null
    this.element = h("div", { class: "qc-pop qc-codings", role: "dialog", "aria-label": about.t("codings_here"), hidden: true })
    this.element.addEventListener("keydown", event => this.key(event))
  }

  get open() {
    return !this.element.hidden
  }

  /** Show these codings. `write`: open the note of that coding at once. */
  show(codings, { place, focus = false, write = null }) {
    this.finish()
    this.ids = codings.map(coding => coding.id)
    this.element.replaceChildren(
      h("button", { class: "qc-shut", title: this.about.t("close"), "aria-label": this.about.t("close"), onclick: () => this.close() }, icon("close")),
      ...codings.map(coding => this.entry(coding)),
    )
    this.element.hidden = false
    if (write) this.write(write)
    place(this.element)
    if (write) this.writing.area.focus({ preventScroll: true })
    else if (focus) this.element.querySelector(".qc-acts button, button")?.focus({ preventScroll: true })
  }

  /** The codings may have changed; show them as they are, or close when none is left. */
  refresh(place) {
    if (!this.open || this.writing) return
    const codings = this.ids.map(id => this.about.codings.view.get(id)).filter(Boolean)
    const had = this.element.contains(document.activeElement)
    if (codings.length) this.show(codings, { place, focus: had })
    else this.close(had)
  }

  close(back = true) {
    if (!this.open) return
    this.finish()
    this.element.hidden = true
    this.on.closed(back)
  }

  entry(coding) {
    const code = this.about.codings.code(coding.code)
    const mine = this.about.codings.isMine(coding)
    const memo = h("p", { class: "qc-memo" }, coding.memo)
    memo.hidden = !coding.memo
    return h(
      "div",
      { class: "qc-entry", "data-id": coding.id, role: "group", "aria-label": code.path },
      h("p", { class: "qc-name" }, swatch(code), h("span", {}, code.path)),
      h("p", { class: "qc-who" }, this.about.coderName(coding), coding.unsaved ? ` · ${this.about.t("unsaved")}` : ""),
      memo,
      mine ? this.acts(coding) : null,
    )
  }

  acts(coding) {
    const { t } = this.about
    const act = (name, label, run) =>
      h("button", { type: "button", class: "qc-act", onclick: () => run(coding) }, icon(name), t(label))
    return h(
      "div",
      { class: "qc-acts" },
      act("tag", "change_code", this.on.recode),
      act("note", "memo", () => this.write(coding.id)),
      act("edges", "adjust", this.on.adjust),
      act("bin", "remove", this.on.remove),
    )
  }

  /** Open the note of a coding for writing. It is saved however the note is left, but for “Cancel”. */
  write(id) {
    this.finish()
    const { t } = this.about
    const coding = this.about.codings.view.get(id)
    const entry = this.element.querySelector(`[data-id="${CSS.escape(id)}"]`)
    const area = h("textarea", { class: "qc-area", rows: 4, "aria-label": t("memo"), placeholder: t("memo_hint") })
    area.value = coding.memo
    const row = h(
      "div",
      { class: "qc-acts" },
      h("button", { type: "button", class: "qc-act qc-main", onclick: () => this.close() }, t("save")),
      h("button", { type: "button", class: "qc-act", onclick: () => this.cancel() }, t("cancel")),
      h("span", { class: "qc-hint" }, t("memo_keys")),
    )
    entry.querySelector(".qc-memo").hidden = true
    entry.querySelector(".qc-acts")?.replaceWith(area, row)
    this.writing = { id, area, before: coding.memo }
    area.focus({ preventScroll: true })
  }

  cancel() {
    this.writing = null
    this.close()
  }

  finish() {
    const { writing } = this
    this.writing = null
    if (writing && writing.area.value.trim() !== writing.before.trim()) {
      this.on.memo(writing.id, writing.area.value.trim())
    }
  }

  key(event) {
    event.stopPropagation()
    const saves = event.key === "Enter" && (event.ctrlKey || event.metaKey)
    if (event.key !== "Escape" && !saves) return
    event.preventDefault()
    this.close()
  }
}
