// The bar above the text, and the small tools that appear beside a selection: everything the keys do, to be seen.

import { h, icon, keycap, swatch } from "./dom.js"

export class Bar {
  /** `about`: `{t, codings, slots}`; `on`: `{palette, apply(id), undo, redo, keys, filter(mine), unlock}`. */
  constructor(about, on, status) {
    this.about = about
    this.on = on
    const { t } = about
    this.codes = h("div", { class: "qc-chips", role: "group", "aria-label": t("quick_codes") })
    this.lock = h("button", { type: "button", class: "qc-tool qc-locked", hidden: true, onclick: () => on.unlock() })
    this.mine = h("button", { type: "button", class: "qc-tool qc-filter", "aria-pressed": "false", hidden: true, onclick: () => this.toggle() }, t("only_mine"))
    this.element = h(
      "div",
      { class: "qc-bar", role: "toolbar", "aria-label": t("tools") },
      tool("tag", t("code"), "Enter", on.palette, "qc-code"),
      this.lock,
      this.codes,
      this.mine,
      h("span", { class: "qc-end" },
        tool("undo", t("undo"), "Ctrl+Z", on.undo, "qc-bare"),
        tool("redo", t("redo"), "Ctrl+Shift+Z", on.redo, "qc-bare"),
        tool("keys", t("keys"), "?", on.keys, "qc-bare"),
        status,
      ),
    )
    this.element.addEventListener("keydown", event => this.key(event))
    this.element.addEventListener("pointerdown", event => event.preventDefault()) // keeps the selection in the text
  }

  /** Draw the codes under the number keys; the one used last is marked. */
  draw() {
    const { codings, slots, t } = this.about
    slots.settle(codings.codes)
    const chips = slots.ids.map((id, place) => {
      const code = id && codings.codes.get(id)
      if (!code) return null
      const last = id === slots.last
      const label = `${code.path} (${place + 1}${last ? `, ${t("again_key")}` : ""})`
      return h(
        "button",
        { type: "button", class: `qc-chip${last ? " qc-last" : ""}`, title: label, "aria-label": label, onclick: () => this.on.apply(id) },
        keycap(String(place + 1)),
        swatch(code),
        h("span", {}, code.name),
      )
    })
    this.codes.replaceChildren(...chips.filter(Boolean))
    this.drawLock()
    this.mine.hidden = !this.pressed && codings.allMine()
  }

  /** The code that is locked, for as long as it is. */
  drawLock() {
    const { codings, slots, t } = this.about
    const code = codings.codes.get(slots.locked)
    const had = document.activeElement === this.lock
    this.lock.hidden = !code
    if (had && !code) this.element.querySelector("button").focus()
    if (!code) return
    this.lock.title = t("unlock", { code: code.path })
    this.lock.setAttribute("aria-label", this.lock.title)
    this.lock.replaceChildren(icon("lock"), swatch(code), h("span", { class: "qc-short" }, code.name), keycap("Esc"))
  }

  get pressed() {
    return this.mine.getAttribute("aria-pressed") === "true"
  }

  toggle() {
    this.mine.setAttribute("aria-pressed", String(!this.pressed))
    this.on.filter(this.pressed)
  }

  key(event) {
    event.stopPropagation()
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const buttons = [...this.element.querySelectorAll("button:not([hidden])")]
    buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus()
    event.preventDefault()
  }
}

/** The tools beside a selection made with mouse or finger. */
export class Float {
  constructor(about, on) {
    this.about = about
    this.on = on
    this.element = h("div", { class: "qc-float qc-pop", role: "toolbar", "aria-label": about.t("tools_selection"), hidden: true })
    this.element.addEventListener("pointerdown", event => event.preventDefault())
    this.element.addEventListener("keydown", event => event.stopPropagation())
  }

  show(place) {
    const { t, slots, codings } = this.about
    const last = codings.codes.get(slots.last)
    const again = last && h(
      "button",
      { type: "button", class: "qc-tool", title: t("again", { code: last.path }), onclick: () => this.on.apply(last.id) },
      swatch(last),
      h("span", { class: "qc-short" }, last.name),
      keycap("."),
    )
    this.element.replaceChildren(
      ...[
        tool("tag", t("code"), "Enter", this.on.palette, "", true),
        again,
        tool("quote", t("in_vivo"), "v", this.on.vivo, "", true),
        tool("note", t("memo"), "m", this.on.memo, "", true),
      ].filter(Boolean),
    )
    this.element.hidden = false
    place(this.element)
  }

  hide() {
    this.element.hidden = true
  }
}

function tool(sign, words, key, run, kind = "", cap = false) {
  const bare = kind.includes("qc-bare")
  return h(
    "button",
    { type: "button", class: `qc-tool ${kind}`, title: `${words} (${key})`, "aria-label": bare ? words : null, onclick: () => run() },
    icon(sign),
    bare ? null : h("span", {}, words),
    cap || kind.includes("qc-code") ? keycap(key === "Enter" ? "⏎" : key) : null,
  )
}
