// The text in the page: sections of blocks, with codings painted as marks. Only touched blocks are ever rebuilt.
//
// A block's element holds exactly the block's characters, nothing else; numbers, speakers and the signs of notes are
// generated content, and what stands between blocks is no part of the text.

import { leftOutEnd, leftOutLabel } from "./asides.js"
import { h } from "./dom.js"
import { marked, weave } from "./weave.js"

const PER_SECTION = 40
const LINE = 29
const COLUMNS = 72

export class Page {
  /** `parts`: `{places, layers}` of the text; `on`: `{t, shown(coding), bringBack(region), sign(note)}`. */
  constructor(codings, parts, on) {
    this.codings = codings
    this.text = codings.text
    this.places = parts.places
    this.layers = parts.layers
    this.on = on
    this.shown = on.shown
    this.draw = {
      mark: (words, under) => marked(words, under, coding => codings.code(coding.code)),
      sign: note => on.sign(note),
    }
    this.blocks = []
    this.sections = []
    this.stale = new Set() // sections whose marks were never painted
    this.root = h("div", { class: "qc-text" })
    this.build()
  }

  build() {
    const { blocks } = this.text
    for (let from = 0; from < blocks.length; from += PER_SECTION) {
      const section = h("section", { class: "qc-section", "data-section": this.sections.length })
      let lines = 0
      for (let number = from; number < Math.min(from + PER_SECTION, blocks.length); number++) {
        section.append(...this.asides(this.layers.labels, number), this.block(number), ...this.asides(this.layers.closings, number))
        lines += 1.4 * (this.layers.labels.get(number)?.length ?? 0)
        lines += blocks[number].text ? Math.ceil(blocks[number].text.length / COLUMNS) + 0.4 : 0.6
      }
      section.style.containIntrinsicSize = `auto ${Math.round(lines * LINE)}px`
      this.stale.add(this.sections.length)
      this.sections.push(section)
    }
    this.root.append(...this.sections)
  }

  block(number) {
    const element = h("p", { "data-b": number })
    this.blocks.push(element)
    this.dress(number)
    if (this.layers.has(number)) this.paint(number, [])
    else element.append(this.text.blocks[number].text)
    return element
  }

  /** What a block is: its number, its speaker, its kind. */
  dress(number) {
    const block = this.text.blocks[number]
    const label = this.places.label(number)
    const { out, lang } = this.layers.kind(number)
    const element = this.blocks[number]
    const kinds = ["qc-p", label.kind, out && "qc-out", !block.text && "qc-empty", block.joined && "qc-joined"]
    element.className = kinds.filter(Boolean).join(" ")
    for (const [name, value] of [["data-n", label.number], ["data-who", label.speaker], ["lang", lang]]) {
      if (value) element.setAttribute(name, value)
      else element.removeAttribute(name)
    }
  }

  /** The labels of left-out parts that begin, or end, in a block. */
  asides(found, number) {
    const begins = found === this.layers.labels
    return (found.get(number) ?? []).map(region => (begins ? leftOutLabel(this.on.t, region, this.on) : leftOutEnd(this.on.t)))
  }

  /** The parts of the text have changed, its words have not. */
  relayer({ places, layers }) {
    const before = this.layers
    this.places = places
    this.layers = layers
    for (const aside of this.root.querySelectorAll(".qc-aside")) aside.remove()
    for (let number = 0; number < this.blocks.length; number++) {
      this.dress(number)
      this.blocks[number].before(...this.asides(layers.labels, number))
      this.blocks[number].after(...this.asides(layers.closings, number))
      if (layers.differs(number, before)) this.paint(number)
    }
  }

  sectionOf(number) {
    return Math.floor(number / PER_SECTION)
  }

  /** The first and the last block of a section. */
  within(section) {
    return [section * PER_SECTION, Math.min((section + 1) * PER_SECTION, this.blocks.length) - 1]
  }

  /** Paint the blocks of sections that have not been painted yet. Returns whether there was anything to do. */
  paintSection(section) {
    if (!this.stale.delete(section)) return false
    const [first, last] = this.within(section)
    for (let number = first; number <= last; number++) {
      if (this.codings.byBlock[number]?.size || this.blocks[number].firstElementChild) this.paint(number)
    }
    this.on.painted?.()
    return true
  }

  /** Paint touched blocks; those of sections nobody has looked at wait until they are looked at. */
  repaint(numbers) {
    for (const number of numbers) if (!this.stale.has(this.sectionOf(number))) this.paint(number)
  }

  /** Everything has to be painted anew, when it is looked at. */
  forget() {
    for (let section = 0; section < this.sections.length; section++) this.stale.add(section)
  }

  /** Put a block's words together anew, with what lies over them. */
  paint(number, marks = this.marks(number)) {
    const { text } = this.text.blocks[number]
    const spans = this.layers.spans(number)
    const signs = this.layers.signs(number)
    const plain = !marks.length && !spans.length && !signs.length
    this.blocks[number].replaceChildren(...(plain ? [text] : weave(text, marks, spans, signs, this.draw)))
  }

  /** The codings of a block, by UTF-16 offsets in it. */
  marks(number) {
    const { length } = this.text.blocks[number].text
    const marks = []
    for (const coding of this.codings.inBlock(number)) {
      if (!this.shown(coding)) continue
      const from = this.text.unit(number, coding.start)
      const to = Math.min(this.text.unit(number, coding.end), length)
      if (from < to) marks.push({ from, to, coding })
    }
    return marks
  }

  /** Element and offset of position `at`; `ending` prefers the end of a block to the beginning of the next. */
  point(at, ending = false) {
    const number = ending ? this.text.blockBefore(at) : this.text.blockAt(at)
    const element = this.blocks[number]
    let unit = this.text.unit(number, at)
    let last = null
    for (const child of element.childNodes) {
      const node = innermost(child)
      if (node.nodeType !== Node.TEXT_NODE) continue // the sign of a note
      if (unit < node.length || (unit === node.length && ending)) return [node, unit]
      unit -= node.length
      last = node
    }
    return last ? [last, last.length] : [element, 0]
  }

  /** A DOM range over `[start, end)`. */
  range(start, end) {
    const range = document.createRange()
    range.setStart(...this.point(start))
    if (end > start) range.setEnd(...this.point(end, true))
    return range
  }

  /** The position of a DOM point; null outside the text. */
  position(node, offset) {
    const element = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest?.(".qc-p")
    if (element && this.root.contains(element)) {
      const range = document.createRange()
      range.setStart(element, 0)
      range.setEnd(node, offset)
      return this.text.position(Number(element.dataset.b), range.toString().length)
    }
    if (!this.root.contains(node)) return null
    const inside = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement
    const block = nextBlock(inside.closest(".qc-aside") ?? node.childNodes[offset])
    if (block) return this.text.blocks[Number(block.dataset.b)].start
    const section = inside.closest(".qc-section")
    if (!section) return offset ? this.text.length : 0
    return this.text.blocks[this.within(Number(section.dataset.section))[1]].end
  }

  /** The position under a point of the window; null where there is no text. */
  positionAt(x, y) {
    const found = document.caretPositionFromPoint?.(x, y)
    if (found) return this.position(found.offsetNode, found.offset)
    const range = document.caretRangeFromPoint?.(x, y)
    return range ? this.position(range.startContainer, range.startOffset) : null
  }

  /** Where position `at` stands in the window, as a thin rectangle. */
  rectangle(at, ending = false) {
    const [node, offset] = this.point(at, ending)
    if (node.nodeType !== Node.TEXT_NODE) {
      const box = node.getBoundingClientRect()
      const left = box.left + parseFloat(getComputedStyle(node).paddingLeft)
      return { left, right: left, top: box.top, bottom: Math.max(box.bottom, box.top + 20) }
    }
    const range = document.createRange()
    const last = offset === node.length && offset > 0
    range.setStart(node, last ? offset - 1 : offset)
    range.setEnd(node, last ? offset : Math.min(offset + 1, node.length))
    const boxes = range.getClientRects()
    const box = last ? boxes[boxes.length - 1] : boxes[0]
    if (!box) return node.parentElement.getBoundingClientRect()
    const left = last ? box.right : box.left
    return { left, right: left, top: box.top, bottom: box.bottom }
  }
}

function innermost(node) {
  while (node.firstChild) node = node.firstChild
  return node
}

/** The first block in `node` or after it in its section. */
function nextBlock(node) {
  for (let at = node; at; at = at.nextSibling) {
    const found = at.matches?.(".qc-p") ? at : at.querySelector?.(".qc-p")
    if (found) return found
  }
  return null
}
