// What a coder can do, each by one name, for keys, buttons and the mouse alike.

import { newId } from "./dom.js"
import { Adjust } from "./adjust.js"
import { Palette } from "./palette.js"
import { Popover } from "./popover.js"
import { openSheet } from "./sheet.js"
import { Widening } from "./steps.js"
import { Walks } from "./walks.js"

export class Actions {
  constructor(canvas) {
    this.canvas = canvas
    const { t, codings, slots, page } = canvas
    this.palette = new Palette({ t, codes: () => codings.codes, slots, counts: () => codings.counts() })
    this.walks = new Walks(canvas)
    this.widening = new Widening(canvas.choice, () => page.places)
    this.popover = new Popover(
      { t, codings, coderName: coding => canvas.coderName(coding) },
      {
        remove: coding => this.remove(coding),
        recode: coding => this.recode(coding),
        adjust: coding => this.adjustCoding(coding),
        memo: (id, memo) => this.op("memo", { id, memo }),
        closed: back => this.closed(back),
      },
    )
    this.edges = new Adjust(page, {
      preview: span => canvas.frame.preview(span),
      done: (coding, start, end) => this.op("resize", { id: coding.id, start, end }),
      closed: () => {
        canvas.notes.hush()
        canvas.frame.focus()
      },
    })
  }

  get text() {
    return this.canvas.text
  }

  get choice() {
    return this.canvas.choice
  }

  op(name, values) {
    this.canvas.do({ uid: newId(), op: name, ...values })
  }

  closed(back) {
    if (back) this.canvas.frame.focus()
    this.canvas.frame.lights()
  }

  refresh() {
    this.popover.refresh(element => this.canvas.frame.placeAt(element, this.at))
  }

  /** Apply a code to the chosen words. */
  apply(code) {
    const span = this.choice.stretch
    if (!span) return this.hint()
    this.edges.finish()
    if (this.mineOn(span).some(coding => coding.code === code)) {
      this.canvas.notes.tell(this.canvas.t("already", { code: this.canvas.codings.code(code).path }))
    } else {
      this.op("add", { id: newId(), code, ...span })
      this.coded(span, this.canvas.codings.code(code).path)
    }
    this.canvas.slots.use(code)
    return this.used()
  }

  /** Say what was coded, and once for each left-out part that its words do not count. */
  coded(span, code) {
    const { notes, page, t } = this.canvas
    const region = page.layers.leftOut(span.start, span.end)
    if (!region || region === this.toldOf) return notes.whisper(t("coded", { code }))
    this.toldOf = region
    return notes.tell(`${t("coded", { code })} ${t("out_coded")}`)
  }

  /** A left-out part is material after all. */
  bringBack(region) {
    this.op("bring_back", { group: region.group })
    this.canvas.frame.backTo(region.start)
  }

  used() {
    this.canvas.frame.float.hide()
    this.popover.close(false)
    this.canvas.draw()
    this.canvas.frame.lights()
  }

  hint() {
    this.canvas.notes.tell(this.canvas.t("choose_words"))
  }

  applySlot(place) {
    const id = this.canvas.slots.ids[place]
    if (id) this.apply(id)
  }

  applyLast() {
    const { last } = this.canvas.slots
    if (last && this.canvas.codings.codes.has(last)) this.apply(last)
    else this.askCode()
  }

  inVivo() {
    const span = this.choice.stretch
    if (!span) return this.hint()
    const name = this.text.slice(span.start, span.end).split(/\s+/).join(" ").slice(0, 80).trim()
    this.op("in_vivo", { id: newId(), name, ...span })
    return this.used()
  }

  create(path) {
    const span = this.choice.stretch
    if (!span) return this.hint()
    this.op("new_code", { id: newId(), name: path, ...span })
    return this.used()
  }

  /** My codings of exactly these words. */
  mineOn({ start, end }) {
    const { codings } = this.canvas
    return codings.inBlock(this.text.blockAt(start)).filter(
      coding => coding.start === start && coding.end === end && codings.isMine(coding),
    )
  }

  /** Open the palette for the chosen words. `after(id)` gets the coding's id. */
  askCode(after = null) {
    const span = this.choice.stretch
    if (!span) return this.hint()
    this.choice.set(span.start, span.end, { reveal: false })
    this.canvas.frame.float.hide()
    this.canvas.notes.hush()
    this.popover.close(false)
    const before = new Set(this.mineOn(span).map(coding => coding.code))
    return this.palette.ask({
      applied: before,
      many: !after,
      span,
      on: {
        choose: code => this.apply(code),
        create: path => this.create(path),
        closed: back => {
          this.closed(back)
          const made = after && this.mineOn(span).find(coding => !before.has(coding.code))
          if (made) after(made)
        },
      },
      place: element => this.canvas.frame.placeBy(element, span),
    })
  }

  /** Ask for a code that every finished selection shall get; what is selected now gets it at once. */
  lock() {
    const { canvas } = this
    const at = this.choice.focus
    canvas.frame.float.hide()
    this.popover.close(false)
    return this.palette.ask({
      many: false,
      create: false,
      title: "lock_code",
      on: {
        choose: code => {
          canvas.slots.locked = code
          if (this.choice.stretch) this.apply(code)
          else canvas.slots.use(code)
          canvas.draw()
          canvas.notes.tell(canvas.t("locked_code", { code: canvas.codings.code(code).path }))
        },
        create: () => null,
        closed: back => this.closed(back),
      },
      place: element => canvas.frame.placeAt(element, at),
    })
  }

  unlock() {
    const { slots, notes, t, codings } = this.canvas
    if (slots.locked) notes.tell(t("unlocked_code", { code: codings.code(slots.locked).path }))
    slots.locked = null
    this.canvas.draw()
  }

  /** The selection is finished: with a locked code it is coded. Returns whether there is one. */
  finished() {
    const { locked } = this.canvas.slots
    if (locked) this.apply(locked)
    return locked !== null
  }

  /** Enter: code the selection; without one, open what lies at the caret. */
  enter() {
    if (this.choice.stretch) this.finished() || this.askCode()
    else if (!this.openHere(true)) this.hint()
  }

  /** Codings at the caret or selection, the shortest first. */
  here() {
    const { choice, canvas } = this
    const span = choice.stretch
    const at = span ? span.start : choice.focus
    let found = canvas.codings.at(at)
    if (!found.length && !span && at > 0) found = canvas.codings.at(at - 1)
    const exact = span ? found.filter(coding => coding.start === span.start && coding.end === span.end) : []
    const shown = (exact.length ? exact : found).filter(coding => canvas.shown(coding))
    return shown.sort((one, other) => one.end - one.start - (other.end - other.start))
  }

  openHere(focus = false) {
    const found = this.here()
    if (found.length) this.open(found, found[0].start, { focus })
    return found.length > 0
  }

  openCoding(coding) {
    this.choice.set(coding.start, coding.end)
    this.open([coding], coding.start, { focus: false })
    this.canvas.frame.focus()
  }

  open(codings, at, options = {}) {
    this.at = at
    this.canvas.frame.float.hide()
    this.popover.show(codings, { ...options, place: element => this.canvas.frame.placeAt(element, at) })
    this.canvas.frame.glow(codings[0])
  }

  /** The coding that a key means: mine, at the caret, the shortest. */
  mine() {
    const found = this.here()
    const mine = found.find(coding => this.canvas.codings.isMine(coding))
    if (!mine) this.canvas.notes.tell(this.canvas.t(found.length ? "not_yours" : "no_coding"))
    return mine
  }

  removeHere() {
    const coding = this.mine()
    if (coding) this.remove(coding)
  }

  remove(coding) {
    this.op("remove", { id: coding.id })
    this.popover.refresh(element => this.canvas.frame.placeAt(element, this.at))
    this.canvas.notes.whisper(this.canvas.t("removed", { code: this.canvas.codings.code(coding.code).path }))
    if (!this.popover.open) this.canvas.frame.focus()
  }

  recodeHere() {
    const coding = this.mine()
    if (coding) this.recode(coding)
  }

  recode(coding) {
    this.popover.close(false)
    this.palette.ask({
      applied: new Set([coding.code]),
      many: false,
      create: false,
      on: {
        choose: code => {
          this.canvas.slots.use(code)
          if (code !== coding.code) this.op("recode", { id: coding.id, code })
          this.canvas.draw()
        },
        create: () => null,
        closed: back => this.closed(back),
      },
      place: element => this.canvas.frame.placeAt(element, coding.start),
    })
  }

  /** Write a note on the coding here; on words without one, choose a code first. */
  memo() {
    const span = this.choice.stretch
    const mine = span ? this.mineOn(span) : this.here().filter(coding => this.canvas.codings.isMine(coding))
    if (mine.length) this.open([mine[0]], mine[0].start, { write: mine[0].id })
    else if (span) this.askCode(made => this.open([made], made.start, { write: made.id }))
    else this.mine()
  }

  /** Begin to move boundaries, with a first move of the end. */
  adjust(forward) {
    const coding = this.mine()
    if (!coding) return
    this.adjustCoding(coding)
    this.edges.nudge("end", forward, true)
  }

  adjustCoding(coding) {
    this.popover.close(false)
    this.canvas.frame.float.hide()
    this.choice.set(coding.start, coding.start)
    this.edges.begin(coding)
    this.canvas.frame.focus()
    this.canvas.notes.tell(this.canvas.t("adjust_keys"))
  }

  /** Choose the next larger stretch: word, sentence, paragraph, turn, section. */
  widen() {
    const wider = this.widening.wider()
    if (wider) this.walks.read(wider)
  }

  /** Go back to the stretch before. */
  narrow() {
    const narrower = this.widening.narrower()
    if (narrower) this.walks.read(narrower)
  }

  /** Show a place: scroll there, choose its words, and light it up. */
  jump({ start, end }) {
    this.choice.set(start, end)
    const coding = this.canvas.codings.at(start).find(coding => coding.start === start && coding.end === end)
    this.canvas.frame.flash({ start, end })
    if (coding) this.walks.walked = coding.id
  }

  undo() {
    this.edges.cancel()
    this.op("undo", {})
  }

  redo() {
    this.op("redo", {})
  }

  keys() {
    const before = document.activeElement
    const back = () => (this.canvas.frame.bar.element.contains(before) ? before.focus() : this.canvas.frame.focus())
    openSheet(this.canvas.root, this.canvas.t, back)
  }

  escape() {
    if (this.popover.open) this.popover.close()
    else if (!this.canvas.frame.float.element.hidden) this.canvas.frame.float.hide()
    else if (this.canvas.slots.locked) this.unlock()
    else if (!this.choice.empty) this.choice.set(this.choice.focus, this.choice.focus, { reveal: false })
    this.canvas.frame.glow(null)
  }
}
