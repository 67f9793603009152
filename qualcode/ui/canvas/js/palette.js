// The code palette: type any parts of a code's path, Enter applies it.

import { h, icon, swatch } from "./dom.js"
import { Finder } from "./finding.js"

const MOST = 40
const RECENT = 9
const EXCERPT = 90

export class Palette {
  /** `about`: `{t, codes(), slots, counts(), suggested(span)}`; codes and counts are `Map`s by id. */
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
    this.list = h("div", { id: "qc-codes", class: "qc-list", role: "listbox", "aria-label": t("codes"), onpointerdown: event => this.press(event) })
    this.count = h("p", { class: "qc-hint", role: "status" })
    this.note = h("p", { class: "qc-note" })
    this.hint = h("p", { class: "qc-hint" }, t("palette_keys"))
    this.element = h(
      "div",
      { class: "qc-palette qc-pop", role: "dialog", hidden: true },
      this.input,
      this.list,
      this.count,
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

  /**
   * Ask for a code. `on`: `{choose(code id), create(path), closed(back)}`; `applied` are already there; `many`: several can
   * be taken; `create`: new ones can be named; `span`: the words it is for.
   */
  ask({ on, applied = new Set(), many = true, create = true, span = null, title = "choose_code", place }) {
    Object.assign(this, { on, applied, many, create })
    this.index()
    this.counts = this.about.counts()
    this.suggested = (span && this.about.suggested?.(span)) ?? []
    this.input.value = ""
    this.element.setAttribute("aria-label", this.about.t(title))
    this.input.placeholder = this.about.t(title === "choose_code" ? "find" : title)
    this.hint.textContent = this.about.t(many ? "palette_keys" : "palette_one")
    this.element.hidden = false
    this.fill()
    place(this.element)
    this.input.focus({ preventScroll: true })
  }

  /** Make ready for the codes there are; `soon` does it when the browser has nothing else to do. */
  index() {
    if (this.finder?.codes !== this.about.codes()) this.finder = new Finder(this.about.codes())
  }

  soon() {
    const idly = globalThis.requestIdleCallback ?? (run => setTimeout(run, 200))
    if (this.finder?.codes !== this.about.codes()) idly(() => this.index())
  }

  close(back = true) {
    if (!this.open) return
    this.element.hidden = true
    this.on.closed(back)
  }

  /** List what fits: the codes used last, those suggested for these words, the others; while typing, the best. */
  fill() {
    const { t, slots } = this.about
    const wanted = this.input.value.trim()
    const recent = slots.used.filter(id => this.finder.codes.has(id))
    const codes = this.finder.find(wanted, [...recent, ...this.suggested])
    this.items = codes.slice(0, MOST).map(code => this.codeItem(code))
    if (wanted && this.create && !this.finder.called(wanted)) this.items.push(this.newItem(wanted))
    this.items.forEach(({ element }, index) => {
      element.id = `qc-code-${index}`
      element.dataset.at = index
    })
    this.list.replaceChildren(...(wanted ? this.items.map(item => item.element) : this.grouped(new Set(recent.slice(0, RECENT)))))
    this.count.textContent = codes.length ? t("codes_found", { count: codes.length }) : t(this.create ? "no_codes" : "no_code_fits")
    this.activate(0)
  }

  grouped(recent) {
    const suggested = new Set(this.suggested)
    const kind = ({ code }) => (recent.has(code.id) ? "recent_codes" : suggested.has(code.id) ? "suggested_codes" : "all_codes")
    const groups = ["recent_codes", "suggested_codes", "all_codes"].map(name => [name, this.items.filter(item => kind(item) === name)])
    const full = groups.filter(([, items]) => items.length)
    if (full.length < 2) return this.items.map(item => item.element)
    return full.map(([name, items]) => {
      const words = this.about.t(name)
      const title = h("p", { class: "qc-group", "aria-hidden": "true" }, words)
      return h("div", { role: "group", "aria-label": words }, title, ...items.map(item => item.element))
    })
  }

  codeItem(code) {
    const { slots, t } = this.about
    const number = slots.ids.indexOf(code.id) + 1
    const above = code.path.slice(0, Math.max(0, code.path.length - escaped(code.name).length))
    const count = this.counts.get(code.id) ?? 0
    const element = h(
      "div",
      { role: "option", class: "qc-item", "aria-selected": "false" },
      swatch(code),
      h("span", { class: "qc-path" },
        above && h("span", { class: "qc-above" }, above),
        h("span", {}, code.name),
        code.definition && h("span", { class: "qc-says" }, excerpt(code.definition))),
      this.applied.has(code.id) && icon("check"),
      count > 0 && h("span", { class: "qc-count", title: t("codings_of", { count }) }, String(count), h("span", { class: "qc-heard" }, t("codings_word"))),
      number > 0 && h("kbd", { class: "qc-key" }, String(number)),
    )
    return { element, code }
  }

  newItem(path) {
    const words = this.about.t("create", { name: path })
    return { element: h("div", { role: "option", class: "qc-item qc-new", "aria-selected": "false" }, words), path }
  }

  activate(index) {
    this.items[this.active]?.element.setAttribute("aria-selected", "false")
    this.active = Math.min(Math.max(index, 0), this.items.length - 1)
    const item = this.items[this.active]
    item?.element.setAttribute("aria-selected", "true")
    if (item) this.input.setAttribute("aria-activedescendant", item.element.id)
    else this.input.removeAttribute("aria-activedescendant")
    const said = item?.code?.definition ?? ""
    this.note.textContent = excerpt(said) === said ? "" : said
    this.note.hidden = !this.note.textContent
    if (item) this.reveal(item.element)
  }

  /** Scroll the list, and the list only. */
  reveal(element) {
    const { offsetTop: top, offsetHeight: height } = element
    const { list } = this
    if (this.active === 0) list.scrollTop = 0
    else if (top < list.scrollTop) list.scrollTop = top
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight
  }

  press(event) {
    event.preventDefault()
    const item = event.target.closest("[data-at]")
    if (item) this.take(Number(item.dataset.at), stays(event))
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
    if (event.key in moves) this.moveBy(moves[event.key])
    else if (event.key === "Enter" && !event.isComposing) this.take(this.active, stays(event))
    else if (event.key === "Tab") this.complete(event.shiftKey)
    else if (event.key === "Escape") this.close()
    else return
    event.preventDefault()
  }

  /** One step goes on at the other end. */
  moveBy(by) {
    const next = this.active + by
    const round = Math.abs(by) === 1 && (next < 0 || next >= this.items.length)
    this.activate(round ? (next < 0 ? this.items.length - 1 : 0) : next)
  }

  /** Write out the path of the code one is at; once it stands there, go on below it. With nothing to write, leave. */
  complete(leave) {
    const code = this.items[this.active]?.code
    const typed = this.input.value
    if (leave || !code || typed === `${code.path}/`) return this.close()
    this.input.value = typed === code.path ? `${code.path}/` : code.path
    return this.fill()
  }
}

function stays(event) {
  return event.shiftKey || event.ctrlKey || event.metaKey
}

function excerpt(words) {
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()} …` : words
}

function escaped(name) {
  return name.replaceAll("\\", "\\\\").replaceAll("/", "\\/")
}
