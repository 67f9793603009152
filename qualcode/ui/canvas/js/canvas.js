// The canvas: one document, its codings, and the coder's hands on it. The parts know nothing of each other; here they meet.

import { Actions } from "./actions.js"
import { Codings } from "./codings.js"
import { debug } from "./debug.js"
import { fill, h } from "./dom.js"
import { Footnotes } from "./footnotes.js"
import { Frame } from "./frame.js"
import { Layers } from "./layers.js"
import { Live } from "./live.js"
import { Margin } from "./margin.js"
import { Notes } from "./notes.js"
import { Outbox } from "./outbox.js"
import { Page } from "./page.js"
import { Places } from "./places.js"
import { Choice } from "./selection.js"
import { Away, Server, Turned } from "./server.js"
import { Side } from "./side.js"
import { Slots } from "./slots.js"
import { styled } from "./style.js"
import { Teller } from "./tell.js"
import { Text } from "./text.js"

export class Canvas {
  constructor(data) {
    this.data = data
    this.t = (key, values) => fill(data.i18n[key] ?? key, values)
    this.root = h("div", { class: "qc", lang: data.language })
    this.notes = new Notes(this.t)
    this.slots = new Slots(data.place)
    this.teller = new Teller()
    this.server = new Server({
      base: data.base,
      token: data.token,
      language: data.language,
      document: data.document.id,
      sha: data.document.sha,
    })
    this.onlyMine = false
    this.host = null
    this.failures = 0
    this.asked = 0
    this.outbox = new Outbox(this.server, `${data.place}:${data.document.id}`, {
      have: () => this.codings.revision,
      answers: (answers, reply) => this.answered(answers, reply),
      refused: (ops, message) => this.refused(ops, message),
      state: (state, message) => this.saving(state, message),
    })
    this.live = new Live({
      wanted: () => this.host && this.ready && !document.hidden,
      ask: (seconds, signal) => this.server.changes(this.codings.revision, this.codings.codesVersion, seconds, signal),
      took: reply => this.heard(reply),
      failed: error => this.unreached(error),
    })
    this.root.append(h("p", { class: "qc-wait", role: "status" }, this.t("loading")))
    this.open()
  }

  /** Fetch text, structure and codings at once, then show them. */
  async open() {
    try {
      const [text, structure, codings] = await Promise.all([
        this.server.text(),
        this.server.structure(),
        this.server.codings(),
        styled(),
      ])
      this.build(text, structure, codings)
    } catch (error) {
      if (!(error instanceof Away || error instanceof Turned)) throw error
      const again = h("button", { class: "qc-tool", type: "button", onclick: () => this.open() }, this.t("try_again"))
      const words = error.message && error instanceof Turned && error.status !== 401 ? error.message : this.t("not_opened")
      this.root.replaceChildren(h("p", { class: "qc-wait", role: "alert" }, words, " ", again))
    }
  }

  build(text, structure, codings) {
    this.text = new Text(text)
    if (this.text.length !== this.data.document.characters) throw new Error("the text came in another length")
    this.codings = new Codings(this.text)
    this.footnotes = new Footnotes(this.t, {
      place: (element, sign) => this.frame.placeUnder(element, sign),
      closed: at => this.frame.backTo(at),
    })
    this.page = new Page(this.codings, this.parts(structure), {
      t: this.t,
      shown: coding => this.shown(coding),
      sign: note => this.footnotes.mark(note),
      bringBack: region => this.actions.bringBack(region),
    })
    this.choice = new Choice(this.page, () => this.frame?.chosen())
    const side = new Side(this.page, ({ number }) => this.t("page_mark", { number }), () => this.frame.narrow)
    this.margin = new Margin(this.page, (coding, short) => this.nameOf(coding, short), side, {
      open: coding => this.actions.openCoding(coding),
      hover: coding => this.frame.glow(coding),
    })
    this.actions = new Actions(this)
    this.frame = new Frame(this)
    this.take(codings)
    this.codings.load(codings.codings)
    for (const op of this.outbox.adopt()) this.push(op)
    this.frame.build(this.root)
    this.margin.watch(this.page.scroll)
    this.ready = true
    this.frame.returned()
    this.draw()
    this.obey(this.data.command)
    this.live.later()
    debug.mark("ready")
    requestAnimationFrame(() => setTimeout(() => debug.mark("shown")))
  }

  /** Where one is in the text, and what lies over it. */
  parts(structure) {
    this.shape = structure.shape
    return { places: new Places(this.text, structure), layers: new Layers(this.text, structure) }
  }

  /** The parts of the text are others now: something was left out or brought back. */
  async reshape(shape) {
    this.shape = shape
    try {
      this.page.relayer(this.parts(await this.server.structure()))
      this.frame.shaped()
      this.margin.touchAll()
      this.choiceBack()
    } catch (error) {
      this.shape = ""
      this.unreached(error)
    }
  }

  /** Codes, coders, parts and revision from any answer. */
  take(reply) {
    const sameText = (reply.sha ?? this.data.document.sha) === this.data.document.sha
    if (this.ready && sameText && reply.shape && reply.shape !== this.shape) this.reshape(reply.shape)
    if (reply.me) this.codings.me = reply.me
    if (reply.coders) this.codings.setCoders(reply.coders)
    if (reply.codes && reply.codes_version !== this.codings.codesVersion) {
      this.codings.setCodes(reply.codes, reply.codes_version)
      if (this.ready) this.recolour()
    }
    this.codings.revision = Math.max(this.codings.revision, reply.revision)
  }

  recolour() {
    this.frame.heed()
    this.page.forget()
    for (const section of this.margin.near) this.page.paintSection(section)
    this.margin.touchAll()
    this.choiceBack()
    this.draw()
  }

  shown(coding) {
    return !this.onlyMine || this.codings.isMine(coding)
  }

  nameOf(coding, short = false) {
    const code = this.codings.code(coding.code)
    const who = this.codings.isMine(coding) ? "" : ` · ${this.coderName(coding)}`
    if (short) return code.name + who
    return [code.path + who, coding.memo, coding.unsaved ? this.t("unsaved") : ""].filter(Boolean).join("\n")
  }

  coderName(coding) {
    if (this.codings.isMine(coding)) return this.t("you")
    return this.codings.coders.get(coding.coder) ?? this.t("another_coder")
  }

  /** Do an op: shown now, sent, and confirmed or taken back later. */
  do(op) {
    this.push(op)
    debug.count("ops")
  }

  push(op) {
    const touched = this.codings.push(op)
    this.outbox.push(op) // first, so that it travels while we paint
    this.paint(touched)
  }

  /** Rebuild touched blocks, and put the selection back that rebuilding lost. */
  paint(touched) {
    if (!touched.size || !this.ready) return
    this.frame.heed()
    this.page.repaint(touched)
    this.choiceBack()
    this.margin.touch(touched)
    debug.count("paints")
  }

  choiceBack() {
    if (this.choice.placed && this.frame.textHasFocus()) this.choice.show()
    this.frame.lights()
  }

  answered(answers, reply) {
    const unsaved = new Map(this.codings.pending.map(op => [op.uid, op]))
    this.take(reply)
    const touched = this.codings.merge(reply.changes)
    for (const answer of answers) {
      const op = unsaved.get(answer.uid)
      if (op && answer.coding && (op.op === "new_code" || op.op === "in_vivo")) this.named(op, answer.coding[1])
      for (const number of this.codings.settle(answer.uid)) touched.add(number)
      if (answer.ok && op?.op === "bring_back") this.notes.tell(this.t("brought_back"))
      if (!answer.ok) this.notes.warn(this.t("refused", { why: answer.message }))
      else if (answer.told) this.notes.tell(...this.reversed(op, answer))
    }
    this.paint(touched)
    this.actions.refresh()
    debug.count("acks", answers.length)
    debug.mark("ack")
    this.teller.tell({ revision: this.codings.revision, document: this.data.document.id })
    if (reply.changes.some(([, , row]) => row && !this.codings.codes.has(row[1]))) this.poll() // a code made elsewhere
  }

  /** What to say of an undo or redo; where it was in another document, with a way there. */
  reversed(op, { told: what, elsewhere }) {
    const told = this.t(op?.op === "redo" ? "redone" : "undone", { what })
    if (!elsewhere) return [told]
    const go = { words: this.t("go_there"), run: () => this.teller.send?.({ go: elsewhere, document: this.data.document.id }) }
    return [this.t("elsewhere", { told, document: elsewhere.name }), this.teller.send && go]
  }

  /** A code named here by typing or in vivo has its real id now. */
  named(op, code) {
    this.slots.rename(op.id, code)
    this.slots.use(code)
    this.draw()
  }

  refused(ops, message) {
    const touched = new Set()
    for (const op of ops) for (const number of this.codings.settle(op.uid)) touched.add(number)
    this.paint(touched)
    this.notes.warn(this.t("refused", { why: message || this.t("server_error") }))
    this.actions?.refresh()
  }

  saving(state, message) {
    const waiting = this.outbox?.queue.length ?? 0
    if (state === "gone") this.live.pause()
    if (state === "gone" && this.notes.state !== "gone") this.notes.warn(message)
    this.notes.show(state, waiting, message)
    if (waiting && state !== "saving" && this.ready) {
      this.paint(this.codings.refresh(this.codings.pending.map(op => op.id).filter(Boolean)))
    }
  }

  /** Ask at once for what others did. */
  poll() {
    return this.live.now()
  }

  heard(reply) {
    this.take(reply)
    this.paint(this.codings.merge(reply.changes))
    if (reply.changes.length) this.draw()
    if (reply.sha !== this.data.document.sha && !this.textChanged) this.notes.warn(this.t("text_changed"))
    this.textChanged = reply.sha !== this.data.document.sha
    const away = this.failures || this.outbox.stopped
    this.failures = 0
    if (away && !this.outbox.queue.length) this.notes.show("saved", 0)
    this.outbox.resume()
  }

  /** Whether to go on asking: not for a document that is gone, except when somebody comes back to the page. */
  unreached(error) {
    if (!(error instanceof Away || error instanceof Turned)) throw error
    this.failures++
    const { status, message } = error
    if (status === 404) {
      this.outbox.stop(message)
      return false
    }
    const locked = status === 401
    if (this.failures > 1 || locked) this.notes.show(locked ? "locked" : "offline", this.outbox.queue.length)
    return true
  }

  draw() {
    this.frame.bar.draw()
    this.actions.palette.soon()
  }

  /** Do what the page asks for, once per number. */
  obey(command) {
    if (!command || !this.ready || command.id === this.asked) return
    this.asked = command.id
    if (command.jump) this.actions.jump(command.jump)
  }

  /** Come into the page, or get new data or another theme while there. */
  arrive(parent, { data, setTriggerValue }) {
    const fresh = this.host !== parent
    this.data = data
    this.server.about.token = data.token
    this.teller.send = data.quiet ? null : value => setTriggerValue("changed", value)
    debug.on(data.debug, this)
    if (fresh) {
      this.host = parent
      parent.replaceChildren(this.root)
      debug.count("mounts")
      if (this.ready) {
        this.frame.returned()
        this.live.now()
      }
    }
    this.frame?.theme()
    this.obey(data.command)
    this.outbox.flush()
  }

  leave(parent) {
    if (this.host !== parent) return
    this.host = null
    this.live.pause()
    this.teller.stop()
    this.root.remove()
    debug.count("unmounts")
  }

  stop() {
    this.live.pause()
    this.margin?.stop()
    this.choice?.stop()
    this.frame?.stop()
  }
}
