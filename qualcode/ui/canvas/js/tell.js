// Telling the Streamlit page that something changed: rarely, one at a time, and never while a script runs.

const REST = 450
const BETWEEN = 900
const LONGEST = 8000

export class Teller {
  constructor() {
    this.send = null
    this.timer = null
    this.last = 0
    this.due = null
  }

  /** Tell `value` soon; a later value replaces one that was not told yet. */
  tell(value) {
    this.due = { value, since: this.due?.since ?? Date.now() }
    this.later(REST)
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.now(), wait)
  }

  now() {
    if (!this.due || !this.send) return
    const early = BETWEEN - (Date.now() - this.last)
    if (early > 0) return this.later(early)
    if (running() && Date.now() - this.due.since < LONGEST) return this.later(200)
    const { value } = this.due
    this.due = null
    this.last = Date.now()
    this.send(value)
  }

  /** Whether a run of the page's script is likely our own doing. */
  justTold() {
    return Date.now() - this.last < BETWEEN
  }

  stop() {
    clearTimeout(this.timer)
    this.send = null
  }
}

function running() {
  return document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "running"
}
