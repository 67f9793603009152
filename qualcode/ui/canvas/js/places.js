// Where one is in the text: paragraph numbers, speakers, headings, sentences.

export class Places {
  constructor(text, structure) {
    this.text = text
    this.sentences = pairs(structure.sentences)
    this.paragraphs = pairs(structure.paragraphs)
    this.turns = structure.turns
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

  /** The next larger natural stretch around `[start, end)`: word, sentence, paragraph, the speaker's turn. */
  wider(start, end) {
    const word = this.text.wordAt(start)
    const around = list => list.find(span => span.start <= start && span.end >= end)
    const turn = this.turns.find(([, from, to]) => from <= start && to >= end)
    const choices = [
      word && word.end >= end ? word : null,
      around(this.sentences),
      around(this.paragraphs),
      turn && { start: turn[1], end: turn[2] },
    ]
    return choices.find(span => span && (span.start < start || span.end > end)) ?? null
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

function pairs(numbers) {
  const spans = []
  for (let at = 0; at < numbers.length; at += 2) spans.push({ start: numbers[at], end: numbers[at + 1] })
  return spans
}
