// The code palette: type any part of a code's path, Enter applies it.

import { fold, h, icon, swatch } from "./dom.js"

const MOST = 60

export class Palette {
  /** `about`: `{t, codes(), slots}`. */
  constructor(about) {
    this.about = about
    const { t } = about
    this.input = h("input", {
      class: "qc-find",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: t("find"),
      "aria-label": t("find"),
      "aria-expanded": "true",
      "aria-controls": "qc-codes",
      "aria-autocomplete": "list",
      oninput: () => this.fill(),
      onkeydown: event => this.key(event),
    })
    this.list = h("ul", { id: "qc-codes", class: "qc-list", role: "listbox", "aria-label": t("codes") })
    this.note = h("p", { class: "qc-note" })
    this.hint = h("p", { class: "qc-hint" }, t("palette_keys"))
    this.element = h(
      "div",
      { class: "qc-palette qc-pop", role: "dialog", "aria-label": t("choose_code"), hidden: true },
      this.input,
      this.list,
      this.note,
      this.hint,
    )
    this.element.addEventListener("focusout", event => {
      if (!this.element.contains(event.relatedTarget)) this.close(false)
    })
  }

  get open() {
    return !this.element.hidden
  }

  /** Ask for a code. `on`: `{choose(code id), create(path), closed(back)}`; `applied` are already there; `many`: stay. */
  ask({ on, applied = new Set(), many = true, create = true, place }) {
    this.on = on
    this.applied = applied
    this.many = many
    this.create = create
    this.input.value = ""
    this.hint.hidden = !many
    this.element.hidden = false
    this.fill()
    place(this.element)
    this.input.focus({ preventScroll: true })
  }

  close(back = true) {
    if (!this.open) return
    this.element.hidden = true
    this.on.closed(back)
  }

  fill() {
    const wanted = this.input.value.trim()
    const codes = matching([...this.about.codes().values()], wanted, this.about.slots.used)
    const items = codes.slice(0, MOST).map(code => this.codeItem(code))
    if (wanted && this.create && !codes.some(code => sameName(code.path, wanted))) items.push(this.newItem(wanted))
    if (!items.length) items.push({ element: h("li", { class: "qc-none" }, this.about.t("no_codes")), idle: true })
    this.items = items.filter(item => !item.idle)
    this.list.replaceChildren(...items.map(item => item.element))
    this.items.forEach((item, index) => {
      item.element.id = `qc-code-${index}`
      item.element.addEventListener("pointerdown", event => {
        event.preventDefault()
        this.take(index, event.shiftKey)
      })
    })
    this.activate(0)
  }

  codeItem(code) {
    const number = this.about.slots.ids.indexOf(code.id) + 1
    const above = code.path.slice(0, Math.max(0, code.path.length - escaped(code.name).length))
    const element = h(
      "li",
      { role: "option", class: "qc-item", "aria-selected": "false" },
      swatch(code),
      h("span", { class: "qc-path" }, above && h("span", { class: "qc-above" }, above), h("span", {}, code.name)),
      this.applied.has(code.id) && icon("check"),
      number > 0 && h("kbd", { class: "qc-key" }, String(number)),
    )
    return { element, code }
  }

  newItem(path) {
    const words = this.about.t("create", { name: path })
    return { element: h("li", { role: "option", class: "qc-item qc-new", "aria-selected": "false" }, words), path }
  }

  activate(index) {
    this.active = Math.min(Math.max(index, 0), this.items.length - 1)
    this.items.forEach((item, at) => item.element.setAttribute("aria-selected", String(at === this.active)))
    const item = this.items[this.active]
    this.input.setAttribute("aria-activedescendant", item?.element.id ?? "")
    this.note.textContent = item?.code?.definition ?? ""
    this.note.hidden = !this.note.textContent
    if (item) this.reveal(item.element)
  }

  /** Scroll the list, and the list only. */
  reveal(element) {
    const { offsetTop: top, offsetHeight: height } = element
    const { list } = this
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight
  }

  take(index, stay) {
    const item = this.items[index]
    if (!item) return
    const chosen = item.code ? this.on.choose(item.code.id) : this.on.create(item.path)
    if (!(stay && this.many)) return this.close()
    this.applied.add(chosen ?? item.code?.id)
    this.input.value = ""
    this.fill()
  }

  key(event) {
    event.stopPropagation()
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    if (event.key in moves) this.activate(this.active + moves[event.key])
    else if (event.key === "Enter" && !event.isComposing) this.take(this.active, event.shiftKey)
    else if (event.key === "Escape" || event.key === "Tab") this.close()
    else return
    event.preventDefault()
  }
}

/** Codes whose path holds every typed part, best first; without typing the latest used come first. */
export function matching(codes, wanted, used) {
  const recent = code => (used.includes(code.id) ? used.indexOf(code.id) : Infinity)
  const parts = fold(wanted).split(/[\s/]+/).filter(Boolean)
  if (!parts.length) return codes.sort((one, other) => recent(one) - recent(other) || one.order - other.order)
  const scored = []
  for (const code of codes) {
    const path = fold(code.path)
    if (!parts.every(part => path.includes(part))) continue
    scored.push({ code, score: score(fold(code.name), parts) })
  }
  scored.sort((one, other) => one.score - other.score || one.code.order - other.code.order)
  return scored.map(each => each.code)
}

function score(name, parts) {
  const last = parts.at(-1)
  if (name === parts.join(" ")) return 0
  if (name.startsWith(parts[0])) return 1
  if (name.split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(last))) return 2
  return name.includes(last) ? 3 : 4
}

function sameName(one, other) {
  const plain = text => text.normalize("NFC").toLocaleLowerCase("nb").split("/").map(part => part.trim()).join("/")
  return plain(one) === plain(other)
}

function escaped(name) {
  return name.replaceAll("\\", "\\\\").replaceAll("/", "\\/")
}
