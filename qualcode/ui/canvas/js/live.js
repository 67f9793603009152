// News of what others did: one request at a time, which the server holds until there is something to tell. While nobody
// looks at the page it asks for nothing.

const PATIENCE = 15 // seconds that the server may hold a request
const REST = 700 // between an answer and the next request: a busy project is told in one piece, not in fifty
const SLOWEST = 8000

export class Live {
  /** `on`: `{wanted(), ask(seconds, signal), took(reply), failed(error)}`; `failed` says whether to go on asking. */
  constructor(on) {
    this.on = on
    this.timer = null
    this.controller = null
    this.wait = REST
  }

  /** Ask at once for what there is, and go on listening. */
  now() {
    this.pause()
    return this.ask(0)
  }

  later(wait = REST) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(PATIENCE), wait)
  }

  pause() {
    clearTimeout(this.timer)
    this.controller?.abort()
    this.controller = null
  }

  async ask(seconds) {
    if (!this.on.wanted()) return
    const mine = (this.controller = new AbortController())
    try {
      const reply = await this.on.ask(seconds, mine.signal)
      if (mine !== this.controller) return
      this.wait = REST
      this.on.took(reply)
    } catch (error) {
      if (mine !== this.controller) return
      this.wait = Math.min(SLOWEST, this.wait * 2)
      if (!this.on.failed(error)) return
    }
    this.later(this.wait)
  }
}
