// Going through the document without a mouse: by sentence, paragraph, section and coding, to what is not coded yet, and
// from coding to coding of one code. Whoever listens hears where they come to.

import { nameOf } from "./asides.js"
import { step } from "./steps.js"

const HEARD = 160 // characters of a stretch that are read out

export class Walks {
  constructor(canvas) {
    this.canvas = canvas
    this.walked = null // the coding one came to last
    this.code = null // the code whose codings one goes through
  }

  get choice() {
    return this.canvas.choice
  }

  get places() {
    return this.canvas.page.places
  }

  tell(key, values) {
    this.canvas.notes.tell(this.canvas.t(key, values))
  }

  /** Go by one of `kind`: sentences, paragraphs, chapters or codings. */
  by(kind, forward, extend) {
    const spans = kind === "codings" ? this.shown() : this.places[kind]
    if (!spans.length) return this.tell(kind === "codings" ? "none_yet" : "no_headings")
    this.choice.go(step(spans, this.choice, forward, extend), extend)
    const { focus } = this.choice
    return this.read(this.choice.stretch ?? spans.find(span => span.start <= focus && focus < span.end))
  }

  /** Read a stretch out, unless something more important was just said of the place. */
  read(span) {
    const { notes, page, text } = this.canvas
    if (!span || page.layers.leftOut(span.start, span.end)) return
    const words = text.slice(span.start, Math.min(span.end, span.start + HEARD))
    notes.whisper(span.end - span.start > HEARD ? `${words} …` : words)
  }

  /** The codings one sees, by where they begin. */
  shown() {
    return this.canvas.codings.sorted().filter(coding => this.canvas.shown(coding))
  }

  /** Go to the next or previous coding. */
  coding(forward) {
    const all = this.shown()
    if (!all.length) return this.tell("none_yet")
    const coding = this.turnTo(this.next(all, forward))
    return this.canvas.notes.whisper(this.canvas.t("walked", this.about(coding)))
  }

  /** Go to the next or previous coding of the code at hand: the one under the caret, else the one used last. */
  sameCode(forward) {
    const code = this.codeHere()
    const all = this.shown().filter(coding => coding.code === code)
    if (!all.length) return this.tell("none_of_code")
    const coding = this.turnTo(this.next(all, forward))
    this.code = code
    return this.tell("walked_code", { ...this.about(coding), number: all.indexOf(coding) + 1, count: all.length })
  }

  codeHere() {
    const here = this.canvas.actions.here()
    if (here.some(coding => coding.code === this.code)) return this.code
    const mine = here.find(coding => this.canvas.codings.isMine(coding))
    return (mine ?? here[0])?.code ?? this.canvas.slots.last
  }

  next(all, forward) {
    const { start, end } = this.choice
    const now = all.findIndex(coding => coding.id === this.walked)
    const fits = now >= 0 && all[now].start === start && all[now].end === end
    const from = fits ? now + (forward ? 1 : -1) : this.beside(all, forward)
    return all.at(from % all.length)
  }

  /** The number of the first coding after what is chosen, or of the last before it. */
  beside(all, forward) {
    const { start, end, empty } = this.choice
    const chosen = empty ? -1 : all.findIndex(coding => coding.start === start && coding.end === end)
    if (chosen >= 0) return chosen + (forward ? 1 : -1)
    const later = all.findIndex(coding => coding.start > start || (coding.start === start && (empty || coding.end < end)))
    return forward ? Math.max(later, 0) : (later < 0 ? all.length : later) - 1
  }

  turnTo(coding) {
    this.walked = coding.id
    this.choice.set(coding.start, coding.end)
    this.canvas.frame.glow(coding)
    return coding
  }

  about(coding) {
    const { paragraph } = this.places.where(coding.start)
    return { code: this.canvas.codings.code(coding.code).path, coder: this.canvas.coderName(coding), paragraph }
  }

  /** Choose the next or previous passage that I have not coded. */
  uncoded(forward) {
    const open = this.open()
    if (!open.length) return this.tell("all_coded")
    const { start, end } = this.choice
    const later = open.findIndex(span => (this.choice.empty ? span.end > start : span.start >= end))
    const from = forward ? Math.max(later, 0) : open.findLastIndex(span => span.end <= start)
    const span = open.at(from)
    this.choice.set(span.start, span.end)
    const { paragraph, speaker } = this.places.where(span.start)
    return this.tell(speaker ? "uncoded_of" : "uncoded", { paragraph, speaker, count: open.length })
  }

  /** Paragraphs without a coding of mine, but for questions, headings and what is left out. */
  open() {
    const { codings, page } = this.canvas
    const passed = [
      ...codings.sorted().filter(coding => codings.isMine(coding)),
      ...this.places.turns.filter(turn => turn[4]).map(([, start, end]) => ({ start, end })),
      ...this.places.headings.map(([start, end]) => ({ start, end })),
    ].sort((one, other) => one.start - other.start)
    let reach = -1
    let at = 0
    return this.places.paragraphs.filter(span => {
      for (; at < passed.length && passed[at].start < span.end; at++) reach = Math.max(reach, passed[at].end)
      return reach <= span.start && !page.layers.leftOut(span.start, span.end)
    })
  }

  /** Go to the next or previous note's sign. */
  note(forward) {
    const { frame, t } = this.canvas
    const signs = [...frame.body.querySelectorAll(".qc-sign")]
    if (!signs.length) return this.tell("no_notes")
    const at = this.choice.focus
    const places = signs.map(sign => this.canvas.footnotes.noteOf.get(sign).start)
    const found = forward ? places.findIndex(place => place > at) : places.findLastIndex(place => place < at)
    const sign = signs.at(found < 0 ? (forward ? 0 : -1) : found)
    this.choice.set(places[signs.indexOf(sign)], places[signs.indexOf(sign)])
    return sign.focus({ preventScroll: true })
  }

  /** Say where one is: what stands beside the text is seen only. */
  where() {
    const { canvas, places } = this
    const { start, end } = this.choice
    const { paragraph, speaker } = places.where(start)
    const page = canvas.page.layers.pages.findLast(each => each.start <= start)
    const region = canvas.page.layers.leftOut(start, end)
    const here = [...new Set(canvas.actions.here().map(coding => canvas.nameOf(coding).split("\n")[0]))]
    const parts = [
      canvas.t("paragraph_number", { paragraph }),
      speaker,
      page && canvas.t("page_mark", { number: page.number }),
      region && nameOf(canvas.t, region),
      here.length ? canvas.t("coded_here", { codes: here.join("; ") }) : canvas.t("no_coding"),
    ]
    canvas.notes.tell(parts.filter(Boolean).join(" · "))
  }
}
