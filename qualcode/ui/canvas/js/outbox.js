// Ops on their way to the server: kept until confirmed, always in order, one request at a time, retried for ever.
// What is not confirmed is also kept in the browser's own storage, so that a closed tab loses nothing.

import { Away, Turned } from "./server.js"

const SLOWEST = 8000
const MOST = 200
const PATIENCE = 3 // answers of "server error" before the op itself is held to be at fault
const OLD = "qualcode:outbox:"

export class Outbox {
  /** `on`: `{answers(answers, reply), state(name, message), refused(ops, message), have()}`. */
  constructor(server, place, on) {
    this.server = server
    this.key = `${OLD}${place}:${Math.random().toString(36).slice(2)}`
    this.prefix = `${OLD}${place}:`
    this.on = on
    this.queue = []
    this.busy = false
    this.stopped = false
    this.wait = 0
    this.errors = 0
    this.timer = null
  }

  /** Ops that an earlier page could not deliver; they are ours now. Harmless if that page still lives: each has its uid. */
  adopt() {
    const found = []
    for (const key of keysWith(this.prefix)) {
      found.push(...(read(key) ?? []))
      localStorage.removeItem(key)
    }
    return found
  }

  push(...ops) {
    this.queue.push(...ops)
    this.keep()
    if (this.timer) this.waits(...this.told)
    this.flush()
  }

  /** Send what waits, unless a request is under way or we are waiting to try again. */
  async flush(now = false) {
    if (this.stopped) return this.stop()
    if (this.busy || !this.queue.length || (this.timer && !now)) return
    clearTimeout(this.timer)
    this.timer = null
    this.busy = true
    this.on.state("saving")
    const batch = this.batch()
    try {
      this.arrived(await this.server.send(this.on.have(), batch))
    } catch (error) {
      this.failed(error, batch)
    } finally {
      this.busy = false
    }
    this.flush()
  }

  /** The first ops that can go together: one that uses a code still being made must wait until the code has its name. */
  batch() {
    const made = new Set()
    let count = 0
    for (const op of this.queue) {
      if (count === MOST || made.has(op.code)) break
      if (op.op === "new_code" || op.op === "in_vivo") made.add(op.id)
      count++
    }
    return this.queue.slice(0, count)
  }

  arrived(reply) {
    const again = reply.answers.find(answer => answer.again)
    const answers = reply.answers.filter(answer => !answer.again)
    const settled = new Map(answers.map(answer => [answer.uid, answer]))
    const gone = this.queue.filter(op => settled.has(op.uid))
    this.errors = 0
    this.queue = this.queue.filter(op => !settled.has(op.uid))
    for (const op of gone) this.rename(op.id, settled.get(op.uid).coding?.[1])
    this.keep()
    this.on.answers(answers, reply)
    if (again) this.later("busy", again.message)
    else {
      this.wait = 0
      this.on.state(this.queue.length ? "saving" : "saved")
    }
  }

  /** Later ops that used a code made here by its provisional id use its real one. */
  rename(provisional, code) {
    for (const op of this.queue) if (code && op.code && op.code === provisional) op.code = code
  }

  failed(error, batch) {
    if (error instanceof Away) return this.later("offline", "")
    if (!(error instanceof Turned)) throw error
    if (error.status === 401 || error.status === 403) return this.later("locked", "")
    if (error.status === 404) return this.stop(error.message)
    if (error.status === 503) return this.later("busy", error.message)
    if (error.status >= 500 && ++this.errors < PATIENCE) return this.later("offline", "")
    this.errors = 0
    this.refuse(error.status >= 500 ? batch.slice(0, 1) : batch, error.message)
  }

  /** The document is gone: what waits is kept, and sent only when it turns out to be there again. */
  stop(message = "") {
    this.stopped = true
    this.waits("gone", message)
  }

  waits(state, message) {
    this.told = [state, message]
    for (const op of this.queue) op.late = true
    this.on.state(state, message)
  }

  /** The document is there (again). */
  resume() {
    this.stopped = false
    return this.flush(true)
  }

  refuse(ops, message) {
    const uids = new Set(ops.map(op => op.uid))
    this.queue = this.queue.filter(op => !uids.has(op.uid))
    this.keep()
    this.on.refused(ops, message)
    this.on.state(this.queue.length ? "saving" : "saved")
  }

  later(state, message) {
    this.wait = Math.min(SLOWEST, this.wait ? this.wait * 2 : 400)
    this.waits(state, message)
    this.timer = setTimeout(() => {
      this.timer = null
      this.flush()
    }, this.wait)
  }

  keep() {
    try {
      if (this.queue.length) localStorage.setItem(this.key, JSON.stringify(this.queue))
      else localStorage.removeItem(this.key)
    } catch {
      // no room in the browser's storage: the ops are still in memory, and leaving the page asks first
    }
  }
}

function keysWith(prefix) {
  return Object.keys(localStorage).filter(key => key.startsWith(prefix))
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}
