// The canvas in the window: the scrolling page, what floats over it, focus, light, and where things are put.

import { Bar, Float } from "./bar.js"
import { nameOf } from "./asides.js"
import { h } from "./dom.js"
import { meaning } from "./keys.js"

const WIDE = 900
const NARROW = 700

export class Frame {
  constructor(canvas) {
    this.canvas = canvas
    const { t, codings, slots, actions, choice } = canvas
    const apply = id => {
      actions.apply(id)
      this.focus()
    }
    const about = { t, codings, slots }
    this.bar = new Bar(about, {
      palette: () => actions.askCode(),
      apply,
      undo: () => actions.undo(),
      redo: () => actions.redo(),
      keys: () => actions.keys(),
      filter: mine => this.filter(mine),
      unlock: () => actions.unlock(),
    }, canvas.notes.status)
    this.float = new Float(about, {
      palette: () => actions.askCode(),
      apply,
      vivo: () => actions.inVivo(),
      memo: () => actions.memo(),
    })
    this.body = canvas.page.root
    this.sheet = h("div", { class: "qc-page" }, this.body, choice.caret, ...actions.edges.handles,
      this.float.element, canvas.footnotes.element, actions.popover.element, actions.palette.element)
    this.scroll = h("div", { class: "qc-scroll" }, this.sheet)
    this.place = { top: 0 }
    this.pressed = false
  }

  build(root) {
    const { canvas } = this
    const { notes, page, t } = canvas
    page.scroll = this.scroll
    page.scrollTo = top => {
      this.scroll.scrollTop = top
      this.place.top = this.scroll.scrollTop
    }
    page.origin = () => this.sheet.getBoundingClientRect()
    page.left = () => {
      const block = page.blocks[0]
      return block.getBoundingClientRect().left + parseFloat(getComputedStyle(block).paddingLeft)
    }
    this.body.tabIndex = 0
    this.body.setAttribute("role", "document")
    this.body.setAttribute("aria-label", t("text_of", { name: canvas.data.document.name }))
    this.body.setAttribute("aria-describedby", "qc-how")
    const how = h("p", { id: "qc-how", class: "qc-heard" }, t("how"))
    root.replaceChildren(this.bar.element, how, this.scroll, notes.list, notes.polite, notes.urgent)
    this.root = root
    this.body.lang = canvas.data.document.language ?? ""
    this.shaped()
    this.listen()
    this.theme()
  }

  /** The parts of the text are known (anew): the gutter has room for what they need. */
  shaped() {
    const { layers, places } = this.canvas.page
    const quoted = layers.quotes.some(quote => quote.speaker)
    this.root.classList.toggle("qc-alone", !places.turns.length && !quoted)
    this.root.classList.toggle("qc-voices", quoted)
    this.root.classList.toggle("qc-paged", layers.pages.length > 0)
  }

  listen() {
    const { body, scroll } = this
    body.addEventListener("keydown", event => this.key(event))
    body.addEventListener("focus", () => this.focused())
    body.addEventListener("blur", () => this.lights())
    body.addEventListener("pointerdown", event => this.press(event))
    body.addEventListener("copy", event => this.copy(event))
    this.canvas.footnotes.listen(body)
    scroll.addEventListener("scroll", () => this.scrolled(), { passive: true })
    this.onUp = event => this.release(event)
    this.onLeave = event => {
      if (this.canvas.outbox.queue.length) event.preventDefault()
    }
    this.onBack = () => {
      if (document.hidden) this.canvas.live.pause()
      else this.canvas.poll()
    }
    this.onNet = () => this.canvas.outbox.flush(true)
    document.addEventListener("pointerup", this.onUp)
    document.addEventListener("visibilitychange", this.onBack)
    window.addEventListener("online", this.onNet)
    window.addEventListener("beforeunload", this.onLeave)
    this.resized = new ResizeObserver(() => this.size())
    this.resized.observe(this.root)
    this.ran = whenScriptsEnd(() => {
      if (!this.canvas.teller.justTold()) this.canvas.poll()
    })
    this.onWindow = () => this.size()
    window.addEventListener("resize", this.onWindow)
  }

  stop() {
    document.removeEventListener("pointerup", this.onUp)
    document.removeEventListener("visibilitychange", this.onBack)
    window.removeEventListener("online", this.onNet)
    window.removeEventListener("beforeunload", this.onLeave)
    window.removeEventListener("resize", this.onWindow)
    this.resized?.disconnect()
    this.ran?.disconnect()
  }

  key(event) {
    event.stopPropagation()
    if (this.canvas.footnotes.key(event)) return
    const does = meaning(event, this.canvas.actions.edges.active)
    if (!does) return
    event.preventDefault()
    this.heed()
    if (this.canvas.actions.edges.active && !isModifier(event) && !event.key.startsWith("Arrow") && !"[]EnterEscape".includes(event.key)) {
      this.canvas.actions.edges.finish()
    }
    does(this.canvas.actions)
  }

  focused() {
    if (!this.pressed) this.canvas.choice.place()
    this.lights()
  }

  /** What is copied are the words themselves, as in the document. */
  copy(event) {
    const { choice, text } = this.canvas
    choice.read()
    if (choice.empty) return
    event.clipboardData.setData("text/plain", text.slice(choice.start, choice.end))
    event.preventDefault()
  }

  textHasFocus() {
    return document.activeElement === this.body
  }

  /** Back to the text, with the selection as it was. */
  focus() {
    this.body.focus({ preventScroll: true })
    if (this.canvas.choice.placed) this.canvas.choice.show()
    this.lights()
  }

  press(event) {
    this.pressed = true
    this.touching = event.pointerType === "touch"
    const { anchor, focus } = this.canvas.choice
    this.before = { x: event.clientX, y: event.clientY, anchor, focus }
    this.float.hide()
    if (!this.canvas.footnotes.signOf(event.target)) this.canvas.footnotes.close()
    this.canvas.actions.edges.finish()
    document.body.classList.add("qc-selecting")
  }

  release(event) {
    if (!this.pressed) return
    this.pressed = false
    document.body.classList.remove("qc-selecting")
    this.lifted = event
    setTimeout(() => this.heed()) // after the browser has settled its selection
  }

  /** Know what the mouse has selected: before its words are painted anew, and before a key acts on them. */
  heed() {
    const event = this.lifted
    this.lifted = null
    if (event) this.released(event)
    else if (this.pressed) this.canvas.choice.read()
  }

  released(event) {
    const { choice, actions } = this.canvas
    choice.read()
    if (document.activeElement !== this.body) this.body.focus({ preventScroll: true })
    const { x, y, anchor, focus } = this.before
    const still = Math.hypot(event.clientX - x, event.clientY - y) < 5
    if (still && !event.shiftKey && choice.anchor === anchor && choice.focus === focus && !choice.empty) {
      const at = this.canvas.page.positionAt(x, y) // a click into a selection: browsers differ in when they drop it
      choice.set(at ?? focus, at ?? focus, { reveal: false })
    }
    if (choice.stretch) {
      choice.tidy()
      actions.popover.close(false)
      return actions.finished() ? this.lights() : this.showFloat()
    }
    const under = still && document.elementFromPoint(event.clientX, event.clientY)
    const sign = under && this.canvas.footnotes.signOf(under)
    if (sign) return this.canvas.footnotes.show(sign, true)
    const onMark = under && under.closest(".qc-m")
    if (onMark && this.body.contains(onMark)) actions.openHere()
    else actions.popover.close(false)
    return this.lights()
  }

  showFloat() {
    const { choice } = this.canvas
    this.float.show(element => this.placeBy(element, choice.stretch, true))
    this.lights()
  }

  /** The selection has changed, by whatever means. */
  chosen() {
    const { choice, actions } = this.canvas
    if (!this.pressed && choice.empty) this.float.hide()
    if (!choice.empty && actions.popover.open && !actions.popover.element.contains(document.activeElement)) {
      actions.popover.close(false)
    }
    if (this.touching && !this.pressed && choice.stretch) this.whenSettled()
    if (!this.pressed) this.arrived()
    this.lights()
  }

  /** Say it when the caret or selection comes into a left-out part or a quotation; those who see it need no words. */
  arrived() {
    const { choice, page, notes, t } = this.canvas
    const region = page.layers.leftOut(choice.start, choice.end)
    const quote = page.layers.quoteAt(choice.start)
    if (region && region !== this.region) notes.whisper(`${nameOf(t, region)}. ${t("out_why")}`)
    else if (quote?.speaker && quote !== this.quote) notes.whisper(t("quoted", { speaker: quote.speaker }))
    this.region = region
    this.quote = quote
  }

  /** Fingers move a selection by handles of the system's own, which press nothing in the page. */
  whenSettled() {
    clearTimeout(this.settled)
    this.settled = setTimeout(() => this.canvas.choice.stretch && this.showFloat(), 400)
  }

  /** Caret, and the selection's light while something else has the focus. */
  lights() {
    const { choice, page } = this.canvas
    const focused = this.textHasFocus()
    choice.drawCaret(focused)
    const span = focused || choice.empty ? null : choice
    light("qc-chosen", span && page.range(span.start, span.end))
  }

  /** Light up one coding. */
  glow(coding) {
    light("qc-glow", coding && this.canvas.page.range(coding.start, coding.end))
  }

  preview(span) {
    light("qc-edges", span && this.canvas.page.range(span.start, span.end))
  }

  flash(span) {
    light("qc-glow", this.canvas.page.range(span.start, span.end))
    setTimeout(() => light("qc-glow", null), 2500)
  }

  filter(mine) {
    this.canvas.onlyMine = mine
    this.canvas.recolour()
  }

  /** Put a floating element by a stretch: below it, or above where there is more room. */
  placeBy(element, span, above = false) {
    const { page } = this.canvas
    const first = page.rectangle(span.start)
    const last = page.rectangle(span.end, true)
    this.put(element, { left: above ? last.left - 60 : first.left, top: first.top, bottom: last.bottom }, above)
  }

  /** Put a floating element by a sign in the text. */
  placeUnder(element, sign) {
    this.put(element, sign.getBoundingClientRect(), false)
  }

  /** Back into the text, with the caret at `at`. */
  backTo(at) {
    this.canvas.choice.set(at, at, { reveal: false })
    this.focus()
  }

  placeAt(element, at) {
    const box = this.canvas.page.rectangle(at)
    this.put(element, box, false)
  }

  put(element, near, above) {
    const frame = this.scroll.getBoundingClientRect()
    const origin = this.sheet.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = element
    const under = near.bottom + 6
    const over = near.top - height - 6
    const fitsUnder = under + height < frame.bottom
    const fitsOver = over > frame.top
    let top = above ? (fitsOver || !fitsUnder ? over : under) : fitsUnder || !fitsOver ? under : over
    top = Math.min(Math.max(top, frame.top + 4), Math.max(frame.bottom - height - 4, frame.top + 4))
    const left = Math.min(Math.max(near.left, frame.left + 6), frame.right - width - 22)
    element.style.left = `${Math.max(left - origin.left, 4)}px`
    element.style.top = `${top - origin.top}px`
  }

  scrolled() {
    if (this.settling) return
    this.place.top = this.scroll.scrollTop
  }

  /** The canvas is in the page (again): size it, and scroll to where it was left. */
  returned() {
    this.theme()
    this.size()
    this.settling = true
    const back = () => {
      this.scroll.scrollTop = this.place.top
    }
    back()
    requestAnimationFrame(back)
    setTimeout(() => {
      back()
      this.settling = false
    }, 80)
  }

  size() {
    if (!this.canvas.host) return
    const { width, top } = this.root.getBoundingClientRect()
    if (!width) return
    const above = top + (scroller(this.root)?.scrollTop ?? 0)
    const height = Math.max(Math.round(window.innerHeight - above - 20), 360)
    this.root.style.setProperty("--qc-height", `${height}px`)
    this.root.classList.toggle("qc-wide", width >= WIDE)
    this.narrow = width < NARROW
    this.root.classList.toggle("qc-narrow", this.narrow)
    if (this.width !== width) this.canvas.margin.touchAll()
    this.width = width
    this.lights()
  }

  /** Whether the page is light or dark; asked again at every theme change. */
  theme() {
    const [red, green, blue] = colourOf(this.root, "--st-background-color")
    const dark = red * 0.3 + green * 0.59 + blue * 0.11 < 128
    this.root.dataset.theme = dark ? "dark" : "light"
  }
}

/** Calls `ended` after each run of the page's script: something beside the canvas may have changed the codings. */
function whenScriptsEnd(ended) {
  const app = document.querySelector('[data-testid="stApp"]')
  if (!app) return null
  const watch = new MutationObserver(() => {
    if (app.dataset.testScriptState === "notRunning") ended()
  })
  watch.observe(app, { attributeFilter: ["data-test-script-state"] })
  return watch
}

function isModifier(event) {
  return ["Shift", "Control", "Alt", "Meta"].includes(event.key)
}

function light(name, range) {
  if (!globalThis.CSS?.highlights) return
  if (range) CSS.highlights.set(name, new Highlight(range))
  else CSS.highlights.delete(name)
}

function scroller(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return document.scrollingElement
}

function colourOf(element, name) {
  const probe = h("i", { style: `color: var(${name}, white); display: none` })
  element.append(probe)
  const found = getComputedStyle(probe).color.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255]
  probe.remove()
  return found
}
