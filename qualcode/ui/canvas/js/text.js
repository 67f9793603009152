// The document's text as blocks, and positions in it.
// Inside qualcode a position counts Unicode code points; the browser counts UTF-16 units. They meet in this file only.

const LONGEST = 5000 // a longer line is shown as several blocks, so that a new coding never rebuilds a huge one
const ASTRAL = /[\ud800-\udfff]/
const PLAIN = /^[\t\n\x20-\u02ff\u2010-\u2027\u20ac]*$/
const ZWJ = "\u200d"

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })
const words = new Intl.Segmenter(undefined, { granularity: "word" })

export class Text {
  /** `blocks`: `{text, start, end, astral, plain, joined}`; `joined` blocks follow without a line break in between. */
  constructor(text) {
    this.blocks = []
    let at = 0
    for (const line of text.split("\n")) {
      let joined = false
      for (const part of pieces(line)) {
        const astral = ASTRAL.test(part)
        const length = astral ? countPoints(part, part.length) : part.length
        this.blocks.push({ text: part, start: at, end: at + length, astral, plain: PLAIN.test(part), joined })
        at += length
        joined = true
      }
      at += 1
    }
    this.length = at - 1
    this.starts = this.blocks.map(block => block.start)
  }

  /** Number of the block that holds position `at`; a position between two blocks belongs to the later one. */
  blockAt(at) {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle] <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Number of the block in which a stretch ending at `end` ends. */
  blockBefore(end) {
    return end > 0 ? this.blockAt(end - 1) : 0
  }

  /** UTF-16 offset of position `at` within block `number`. */
  unit(number, at) {
    const block = this.blocks[number]
    const points = Math.min(Math.max(at - block.start, 0), block.end - block.start)
    return block.astral ? countUnits(block.text, points) : points
  }

  /** Position of the UTF-16 offset `unit` within block `number`. */
  position(number, unit) {
    const block = this.blocks[number]
    return block.start + (block.astral ? countPoints(block.text, unit) : Math.min(unit, block.text.length))
  }

  /** Exactly the words of `[start, end)`. */
  slice(start, end) {
    let words = ""
    for (let number = this.blockAt(start); number < this.blocks.length; number++) {
      const block = this.blocks[number]
      if (block.start >= end) break
      if (block.start > start && !block.joined) words += "\n"
      words += block.text.slice(this.unit(number, start), this.unit(number, end))
    }
    const last = this.blocks[this.blockBefore(end)]
    return end > last.end && end > start ? words + "\n" : words
  }

  /** The nearest position not after (`back`) or not before `at` that does not cut a character in two. */
  snap(at, back) {
    const number = this.blockAt(at)
    const block = this.blocks[number]
    let unit = this.unit(number, at)
    if (block.plain || unit <= 0 || unit >= block.text.length) return at
    for (;;) {
      const found = graphemes.segment(block.text).containing(unit)
      if (!found) break
      if (found.index !== unit) unit = back ? found.index : found.index + found.segment.length
      else if (unit > 0 && block.text[unit - 1] === ZWJ) unit += back ? -1 : found.segment.length
      else break
    }
    return this.position(number, unit)
  }

  /** `[start, end)` widened to whole characters and without white space at its ends; null when nothing is left. */
  tidy(start, end) {
    let from = this.snap(Math.max(0, start), true)
    let to = this.snap(Math.min(this.length, end), false)
    while (from < to && isSpace(this.character(from))) from++
    while (to > from && isSpace(this.character(to - 1))) to--
    return from < to ? { start: from, end: to } : null
  }

  /** The code point at position `at`; a line break between blocks. */
  character(at) {
    const number = this.blockAt(at)
    const block = this.blocks[number]
    return at >= block.end ? "\n" : String.fromCodePoint(block.text.codePointAt(this.unit(number, at)))
  }

  /** The position one character after (or before) `at`. */
  step(at, forward) {
    const next = at + (forward ? 1 : -1)
    if (next < 0 || next > this.length) return at
    return this.snap(next, !forward)
  }

  /** The position one word after (or before) `at`, where words end (or begin). */
  stepWord(at, forward) {
    const number = this.blockAt(at)
    const block = this.blocks[number]
    const unit = this.unit(number, at)
    const parts = [...words.segment(block.text)].filter(part => part.isWordLike)
    if (forward) {
      const part = parts.find(part => part.index + part.segment.length > unit)
      if (part) return this.position(number, part.index + part.segment.length)
      return at < block.end ? block.end : Math.min(at + 1, this.length)
    }
    const part = parts.reverse().find(part => part.index < unit)
    if (part) return this.position(number, part.index)
    return at > block.start ? block.start : Math.max(at - 1, 0)
  }

  /** The word around `at`, as `{start, end}`, or null between words. */
  wordAt(at) {
    const number = this.blockAt(at)
    const block = this.blocks[number]
    const unit = this.unit(number, at)
    for (const look of [unit, unit - 1]) {
      const part = look >= 0 && look < block.text.length ? words.segment(block.text).containing(look) : null
      if (part?.isWordLike) {
        const start = this.position(number, part.index)
        return { start, end: this.position(number, part.index + part.segment.length) }
      }
    }
    return null
  }
}

function* pieces(line) {
  let from = 0
  while (line.length - from > LONGEST) {
    let cut = line.lastIndexOf(" ", from + LONGEST) + 1
    if (cut <= from) cut = from + LONGEST
    if (isLow(line.charCodeAt(cut))) cut -= 1
    yield line.slice(from, cut)
    from = cut
  }
  yield line.slice(from)
}

function isLow(unit) {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function isSpace(character) {
  return /^[\s\u00a0\ufeff]$/u.test(character)
}

function countPoints(text, units) {
  let points = 0
  for (let at = 0; at < units && at < text.length; points++) at += text.codePointAt(at) > 0xffff ? 2 : 1
  return points
}

function countUnits(text, points) {
  let at = 0
  for (let count = 0; count < points && at < text.length; count++) at += text.codePointAt(at) > 0xffff ? 2 : 1
  return at
}
