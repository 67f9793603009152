// The codings as the coder sees them: what the server has confirmed, with what is still on its way laid over it.

const PATTERNS = 4

export class Codings {
  /** `text` is the `Text` they lie in. */
  constructor(text) {
    this.text = text
    this.stored = new Map() // id -> coding as the server has it
    this.pending = [] // ops not yet confirmed, in order
    this.view = new Map() // id -> coding as shown
    this.byBlock = Array.from({ length: text.blocks.length }, () => null)
    this.codes = new Map()
    this.coders = new Map()
    this.me = null
    this.revision = -1
    this.codesVersion = ""
    this.order = null
    this.known = new Map() // id -> revision of its latest change that we have seen
  }

  setCodes(rows, version) {
    this.codes = new Map(
      rows.map(([id, path, name, colour, definition], order) => [
        id,
        { id, path, name, colour, definition, order, pattern: order % PATTERNS },
      ]),
    )
    this.codesVersion = version
  }

  setCoders(names) {
    for (const [id, name] of Object.entries(names)) this.coders.set(id, name)
  }

  code(id) {
    return this.codes.get(id) ?? this.provisional(id)
  }

  /** A code that was just named by typing, until the server has made it. */
  provisional(id) {
    const name = this.pending.find(op => op.id === id)?.name ?? "…"
    return { id, path: name, name, colour: "#607080", definition: "", order: 1e9, pattern: 0 }
  }

  isMine(coding) {
    return coding.coder === null || coding.coder === this.me
  }

  allMine() {
    for (const coding of this.view.values()) if (!this.isMine(coding)) return false
    return true
  }

  /** All codings shown, by where they begin. */
  sorted() {
    this.order ??= [...this.view.values()].sort(inOrder)
    return this.order
  }

  /** How many codings each code has in this document, by its id. */
  counts() {
    const counts = new Map()
    for (const { code } of this.view.values()) counts.set(code, (counts.get(code) ?? 0) + 1)
    return counts
  }

  inBlock(number) {
    const ids = this.byBlock[number]
    return ids ? [...ids].map(id => this.view.get(id)).sort(inOrder) : []
  }

  /** Codings that hold position `at` (between its character and the next). */
  at(at) {
    return this.inBlock(this.text.blockAt(at)).filter(coding => coding.start <= at && at < coding.end)
  }

  /** Take over the server's full list. Returns the numbers of the blocks that look different now. */
  load(rows) {
    const before = new Set(this.stored.keys())
    const changed = new Set(before)
    for (const row of rows) {
      const coding = fromRow(row)
      this.stored.set(coding.id, coding)
      before.delete(coding.id)
      changed.add(coding.id)
    }
    for (const id of before) this.stored.delete(id)
    return this.refresh(changed)
  }

  /** Take over the server's changes `[revision, id, row or null]`. Returns touched blocks. */
  merge(changes) {
    for (const [revision, id, row] of changes) {
      if (revision < (this.known.get(id) ?? 0)) continue // an answer that was overtaken by a later one
      this.known.set(id, revision)
      if (row) this.stored.set(id, fromRow(row))
      else this.stored.delete(id)
    }
    return this.refresh(changes.map(change => change[1]))
  }

  /** Show an op at once. Returns touched blocks. */
  push(op) {
    this.pending.push(op)
    return op.id ? this.refresh([op.id]) : new Set()
  }

  /** An op was confirmed or refused: it is no longer on its way. Returns touched blocks. */
  settle(uid) {
    const op = this.pending.find(op => op.uid === uid)
    this.pending = this.pending.filter(op => op.uid !== uid)
    return this.refresh(op?.id ? [op.id] : [])
  }

  /** Recompute what is shown for `ids`; the blocks that look different. */
  refresh(ids) {
    const touched = new Set()
    for (const id of new Set(ids)) {
      const before = this.view.get(id)
      const after = this.effective(id)
      if (same(before, after)) {
        if (after) this.view.set(id, after)
        continue
      }
      if (before) this.unindex(before, touched)
      if (after) this.index(after, touched)
      this.order = null
    }
    return touched
  }

  effective(id) {
    let coding = this.stored.get(id)
    for (const op of this.pending) {
      if (op.id === id) coding = applied(coding, op, this.me)
    }
    return coding
  }

  index(coding, touched) {
    this.view.set(coding.id, coding)
    for (let number = this.text.blockAt(coding.start); number <= this.text.blockBefore(coding.end); number++) {
      ;(this.byBlock[number] ??= new Set()).add(coding.id)
      touched.add(number)
    }
  }

  unindex(coding, touched) {
    this.view.delete(coding.id)
    for (let number = this.text.blockAt(coding.start); number <= this.text.blockBefore(coding.end); number++) {
      this.byBlock[number]?.delete(coding.id)
      touched.add(number)
    }
  }
}

function fromRow([id, code, coder, start, end, memo]) {
  return { id, code, coder, start, end, memo, unsaved: false }
}

function applied(coding, op, me) {
  const unsaved = Boolean(op.late)
  if (op.op === "add" || op.op === "in_vivo" || op.op === "new_code") {
    if (coding) return coding
    return { id: op.id, code: op.code ?? op.id, coder: me, start: op.start, end: op.end, memo: "", unsaved }
  }
  if (!coding || op.op === "remove") return undefined
  if (op.op === "resize") return { ...coding, start: op.start, end: op.end, unsaved }
  if (op.op === "recode") return { ...coding, code: op.code, unsaved }
  if (op.op === "memo") return { ...coding, memo: op.memo, unsaved }
  return coding
}

function same(one, other) {
  if (!one || !other) return one === other
  return ["start", "end", "code", "coder", "memo", "unsaved"].every(name => one[name] === other[name])
}

function inOrder(one, other) {
  return one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1)
}
