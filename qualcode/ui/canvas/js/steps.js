// Going from stretch to stretch, and choosing ever larger ones, as an editor does it for words.

/**
 * Where the caret goes by one of `spans`. Without extending it comes to where the next (or this) one begins; a selection
 * grows to where one ends, or begins when it grows backwards, and shrinks the same way without passing its anchor.
 */
export function step(spans, { anchor, focus }, forward, extend) {
  const starts = spans.map(span => span.start)
  const ends = spans.map(span => span.end)
  if (!extend) return forward ? after(starts, focus) ?? after(ends, focus) ?? focus : before(starts, focus) ?? 0
  if (forward) return (focus < anchor ? after(starts, focus, anchor) : null) ?? after(ends, focus) ?? focus
  return (focus > anchor ? before(ends, focus, anchor) : null) ?? before(starts, focus) ?? 0
}

function after(points, at, limit = Infinity) {
  let found = limit
  for (const point of points) if (point > at && point < found) found = point
  return found === limit ? null : found
}

function before(points, at, limit = -1) {
  let found = limit
  for (const point of points) if (point < at && point > found) found = point
  return found === limit ? null : found
}

/** Widens what is chosen step by step, and goes the same way back. */
export class Widening {
  constructor(choice, places) {
    this.choice = choice
    this.places = places
    this.before = [] // what was chosen before each step, the caret first
    this.shown = null
  }

  /** Whether what is chosen is still what the last step chose. */
  get fresh() {
    const { shown, choice } = this
    return shown !== null && shown.start === choice.start && shown.end === choice.end
  }

  /** Choose the next larger stretch; null when there is none. */
  wider() {
    const { anchor, focus, start, end } = this.choice
    const next = this.places().wider(start, end)
    if (!next) return null
    if (!this.fresh) this.before = []
    this.before.push({ anchor, focus })
    return this.take(next)
  }

  /** Choose what was chosen before; without that, the largest natural stretch inside what is chosen. */
  narrower() {
    const { start, end } = this.choice
    const back = this.fresh ? this.before.pop() : null
    if (!back) this.before = []
    const next = back ?? this.places().narrower(start, end)
    return next && this.take(next)
  }

  take(span) {
    const { anchor = span.start, focus = span.end } = span
    this.choice.set(anchor, focus, { reveal: focus - anchor < 2000 })
    this.shown = { start: this.choice.start, end: this.choice.end }
    return this.shown
  }
}
