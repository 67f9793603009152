// The nine codes under the number keys. A code keeps its number for as long as it is among the nine used last, so that
// fingers can learn it; the browser remembers them per project and coder.

const COUNT = 9

export class Slots {
  constructor(place) {
    this.key = `qualcode:slots:${place}`
    const kept = read(this.key)
    this.ids = kept.ids ?? []
    this.used = kept.used ?? [] // most recent first
    this.locked = null // the code that every finished selection gets
  }

  /** Forget codes that are gone, and fill empty places from the codebook. */
  settle(codes) {
    this.ids = this.ids.map(id => (codes.has(id) ? id : null))
    this.used = this.used.filter(id => codes.has(id))
    if (!codes.has(this.locked)) this.locked = null
    const spare = [...codes.keys()].filter(id => !this.ids.includes(id))
    for (let place = 0; place < COUNT && spare.length; place++) this.ids[place] ??= spare.shift()
  }

  get last() {
    return this.used[0] ?? null
  }

  /** A code was used. */
  use(id) {
    this.used = [id, ...this.used.filter(other => other !== id)].slice(0, 40)
    if (!this.ids.includes(id)) {
      const ages = this.ids.map(other => (this.used.includes(other) ? this.used.indexOf(other) : Infinity))
      const place = this.ids.length < COUNT ? this.ids.length : ages.indexOf(Math.max(...ages))
      this.ids[place] = id
    }
    this.keep()
  }

  /** A code that was named here has got its real id. */
  rename(before, after) {
    this.ids = this.ids.map(id => (id === before ? after : id))
    this.used = [...new Set(this.used.map(id => (id === before ? after : id)))]
    this.keep()
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ids: this.ids, used: this.used }))
    } catch {
      // no room: the numbers are then forgotten with the page
    }
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {}
  } catch {
    return {}
  }
}
