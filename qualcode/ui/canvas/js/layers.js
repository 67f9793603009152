// What lies over the text without being part of it: parts that are left out, the author's emphasis, printed pages,
// notes, quotations and other languages. Kept by block, so that a block can be drawn without looking at the rest.

const EMPHASIS = { bold: "strong", italic: "em", underline: "u" }

export class Layers {
  /** `structure` is what the server sends of the text's parts. */
  constructor(text, structure) {
    this.text = text
    this.spansOf = new Map() // block -> [{from, to, tag} or {from, to, lang} or {from, to, out}], in UTF-16 units
    this.signsOf = new Map() // block -> [{unit, note}]
    this.kinds = new Map() // block -> what all of it is: {out, lang}
    this.labels = new Map() // block -> regions that begin in it
    this.closings = new Map() // block -> regions that end in it
    this.notes = structure.notes.map(([start, number, words]) => ({ start, number: number || "*", words }))
    this.regions = structure.excluded.map(([start, end, kind, group]) => ({ start, end, kind, group }))
    this.quotes = structure.quotes.map(([start, end, speaker]) => ({ start, end, speaker }))
    this.pages = this.begun(structure.pages)
    for (const [start, end, kind] of structure.emphasis) if (EMPHASIS[kind]) this.spread(start, end, { tag: EMPHASIS[kind] })
    for (const [start, end, lang] of structure.languages) this.spread(start, end, { lang })
    for (const region of this.regions) this.leaveOut(region)
    for (const note of this.notes) this.sign(note)
  }

  /** Lay something over every block of `[start, end)`; over a block as a whole where it covers all of it. */
  spread(start, end, what) {
    for (let number = this.text.blockAt(start); number <= this.text.blockBefore(end); number++) {
      const from = this.text.unit(number, start)
      const to = this.text.unit(number, end)
      const whole = !what.tag && from === 0 && to === this.text.blocks[number].text.length
      if (whole) this.kinds.set(number, { ...this.kinds.get(number), ...what })
      else if (from < to) push(this.spansOf, number, { from, to, ...what })
    }
  }

  leaveOut(region) {
    this.spread(region.start, region.end, { out: true })
    push(this.labels, this.text.blockAt(this.wordsAt(region.start)), region)
    push(this.closings, this.text.blockBefore(region.end), region)
  }

  sign(note) {
    const number = this.text.blockAt(note.start)
    push(this.signsOf, number, { unit: this.text.unit(number, note.start), note })
  }

  /** Where pages begin, at their first words; of pages that hold none, only the last is told. */
  begun(pages) {
    const found = new Map()
    for (const [start, number] of pages) if (number) found.set(this.wordsAt(start), number)
    return [...found].map(([start, number]) => ({ start, number })).sort((one, other) => one.start - other.start)
  }

  /** The first position at or after `at` that is not white space; `at` itself where nothing follows. */
  wordsAt(at) {
    for (let number = this.text.blockAt(at); number < this.text.blocks.length; number++) {
      const unit = this.text.unit(number, at)
      const found = this.text.blocks[number].text.slice(unit).search(/\S/)
      if (found >= 0) return this.text.position(number, unit + found)
    }
    return at
  }

  spans(number) {
    return this.spansOf.get(number) ?? []
  }

  signs(number) {
    return this.signsOf.get(number) ?? []
  }

  /** Whether a block has anything between or around its words. */
  has(number) {
    return this.spansOf.has(number) || this.signsOf.has(number)
  }

  kind(number) {
    return this.kinds.get(number) ?? {}
  }

  /** The left-out part in which all of `[start, end)` lies. */
  leftOut(start, end) {
    return this.regions.find(region => region.start <= start && end <= region.end && start < region.end) ?? null
  }

  quoteAt(at) {
    return this.quotes.find(quote => quote.start <= at && at < quote.end) ?? null
  }

  /** Whether a block would be drawn otherwise under `other` layers. */
  differs(number, other) {
    const drawn = layers => JSON.stringify([layers.spans(number), layers.signs(number)])
    return (this.has(number) || other.has(number)) && drawn(this) !== drawn(other)
  }
}

function push(map, key, value) {
  if (map.has(key)) map.get(key).push(value)
  else map.set(key, [value])
}
