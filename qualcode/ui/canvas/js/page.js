// The text in the page: sections of blocks, with codings painted as marks. Only touched blocks are ever rebuilt.
//
// A block's element holds exactly the block's characters, nothing else; numbers and speakers are generated content.

import { h } from "./dom.js"

const PER_SECTION = 40
const LINE = 29
const COLUMNS = 72
const TINTS = 4

export class Page {
  /** `places` gives each block's labels; `shown(coding)` says whether a filter lets it through. */
  constructor(codings, places, shown) {
    this.codings = codings
    this.text = codings.text
    this.places = places
    this.shown = shown
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
        section.append(this.block(number))
        lines += blocks[number].text ? Math.ceil(blocks[number].text.length / COLUMNS) + 0.4 : 0.6
      }
      section.style.containIntrinsicSize = `auto ${Math.round(lines * LINE)}px`
      this.stale.add(this.sections.length)
      this.sections.push(section)
    }
    this.root.append(...this.sections)
  }

  block(number) {
    const block = this.text.blocks[number]
    const label = this.places.label(number)
    const element = h("p", { class: `qc-p ${label.kind}`, "data-b": number })
    if (!block.text) element.classList.add("qc-empty")
    if (block.joined) element.classList.add("qc-joined")
    if (label.number) element.dataset.n = label.number
    if (label.speaker) element.dataset.who = label.speaker
    element.append(block.text)
    this.blocks.push(element)
    return element
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

  paint(number) {
    const { text } = this.text.blocks[number]
    const element = this.blocks[number]
    if (!text) return
    const cuts = this.cuts(number, text.length)
    if (!cuts) return element.replaceChildren(text)
    const active = new Set()
    const parts = []
    let from = 0
    for (const at of [...cuts.keys()].sort((one, other) => one - other)) {
      if (at > from) parts.push(this.part(text.slice(from, at), active))
      from = Math.max(from, at)
      for (const coding of cuts.get(at).ends) active.delete(coding)
      for (const coding of cuts.get(at).begins) active.add(coding)
    }
    if (from < text.length) parts.push(text.slice(from))
    element.replaceChildren(...parts)
  }

  /** Where codings begin and end in a block, by UTF-16 offset; null when it has none. */
  cuts(number, length) {
    const cuts = new Map()
    const cut = at => cuts.get(at) ?? cuts.set(at, { begins: [], ends: [] }).get(at)
    for (const coding of this.codings.inBlock(number)) {
      if (!this.shown(coding)) continue
      const from = this.text.unit(number, coding.start)
      const to = Math.min(this.text.unit(number, coding.end), length)
      if (from >= to) continue
      cut(from).begins.push(coding)
      cut(to).ends.push(coding)
    }
    return cuts.size ? cuts : null
  }

  part(words, active) {
    if (!active.size) return words
    const mark = document.createElement("mark")
    let colours = ""
    let names = "qc-m"
    let count = 0
    for (const coding of active) {
      if (coding.unsaved) names += " qc-unsaved"
      if (count >= TINTS) continue
      const code = this.codings.code(coding.code)
      colours += `--c${count}:${safeColour(code.colour)};`
      names += ` qc-u${count}${code.pattern}`
      count++
    }
    mark.className = `${names} qc-m${Math.min(active.size, TINTS)}`
    mark.style.cssText = colours
    mark.append(words)
    return mark
  }

  /** Element and offset of position `at`; `ending` prefers the end of a block to the beginning of the next. */
  point(at, ending = false) {
    const number = ending ? this.text.blockBefore(at) : this.text.blockAt(at)
    const element = this.blocks[number]
    let unit = this.text.unit(number, at)
    for (const child of element.childNodes) {
      const node = child.firstChild ?? child
      const length = node.length ?? 0
      if (unit < length || (unit === length && (ending || !child.nextSibling))) return [node, unit]
      unit -= length
    }
    return [element, 0]
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
    const next = node.childNodes[offset]
    const block = next?.matches?.(".qc-p") ? next : next?.querySelector?.(".qc-p")
    if (block) return this.text.blocks[Number(block.dataset.b)].start
    const section = node.closest?.(".qc-section")
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

function safeColour(colour) {
  return /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : "#607080"
}
