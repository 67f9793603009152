// Where one is in the text: paragraph numbers, speakers, headings, sections, sentences.

export class Places {
  constructor(text, structure) {
    this.text = text
    this.sentences = pairs(structure.sentences)
    this.paragraphs = pairs(structure.paragraphs)
    this.turns = structure.turns
    this.headings = structure.headings
    this.chapters = this.begun(() => true)
    this.labels = text.blocks.map(() => ({ kind: "", number: "", speaker: "" }))
    this.paragraphs.forEach(({ start }, index) => {
      const label = this.labels[text.blockAt(start)]
      if (!label.number) label.number = String(index + 1)
    })
    for (const [from, , , speaker] of structure.turns) this.labels[text.blockAt(from)].speaker = speaker
    for (const [, start, end, , interviewer] of structure.turns) if (interviewer) this.mark(start, end, "qc-asks")
    for (const [start, end, level] of structure.headings) this.mark(start, end, `qc-h${Math.min(level, 3)}`)
  }

  mark(start, end, kind) {
    for (let number = this.text.blockAt(start); number <= this.text.blockBefore(end); number++) {
      this.labels[number].kind += ` ${kind}`
    }
  }

  label(number) {
    return this.labels[number]
  }

  /** From each heading to the next one that `ends` it, and what stands before the first. */
  begun(ends) {
    if (!this.headings.length) return []
    const lineOf = ([at]) => this.text.blocks[this.text.blockAt(at)].start // signs of a heading stand before its words
    const spans = this.headings.map((heading, index) => {
      const next = this.headings.slice(index + 1).find(other => ends(heading, other))
      return { start: heading[0], end: next ? lineOf(next) : this.text.length }
    })
    return [{ start: 0, end: lineOf(this.headings[0]) }, ...spans].map(({ start, end }) => this.text.tidy(start, end)).filter(Boolean)
  }

  /** Sections with the sections in them, the innermost first. */
  get sections() {
    this.nested ??= this.begun((heading, other) => other[2] <= heading[2]).sort(bySize)
    return this.nested
  }

  /** The natural stretches that hold `[start, end)`, ever larger: word, sentence, paragraph, turn, sections. */
  around(start, end) {
    const word = this.text.wordAt(start)
    const holds = span => span && span.start <= start && span.end >= end
    const turn = this.turns.find(([, from, to]) => from <= start && to >= end)
    const found = [word, this.sentences.find(holds), this.paragraphs.find(holds), turn && { start: turn[1], end: turn[2] }]
    return [...found, ...this.sections].filter(holds).map(span => this.text.tidy(span.start, span.end)).filter(Boolean)
  }

  /** The next larger natural stretch around `[start, end)`; null when there is none. */
  wider(start, end) {
    const within = this.text.tidy(start, end) ?? { start, end }
    return this.around(within.start, within.end).find(span => span.end - span.start > within.end - within.start) ?? null
  }

  /** The largest natural stretch inside `[start, end)` that begins where it does; null when there is none. */
  narrower(start, end) {
    const inside = span => span.start >= start && span.end <= end && span.end - span.start < end - start
    return this.around(start, start).sort(bySize).findLast(inside) ?? null
  }

  /** Paragraph number and speaker at a position, for people. */
  where(at) {
    let low = 0
    let high = this.paragraphs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.paragraphs[middle].start <= at) low = middle + 1
      else high = middle
    }
    const turn = this.turns.find(([from, , to]) => from <= at && at < to)
    return { paragraph: Math.max(1, low), speaker: turn?.[3] ?? "" }
  }
}

function bySize(one, other) {
  return one.end - one.start - (other.end - other.start)
}

function pairs(numbers) {
  const spans = []
  for (let at = 0; at < numbers.length; at += 2) spans.push({ start: numbers[at], end: numbers[at + 1] })
  return spans
}
