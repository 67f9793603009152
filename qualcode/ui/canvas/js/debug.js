// Counters and marks for tests and benches; they exist in the page only when `data.debug` is set.

const held = { mounts: 0, unmounts: 0, paints: 0, acks: 0, ops: 0, marks: {}, canvas: null }

export const debug = {
  on(wanted, canvas) {
    if (!wanted) return
    held.canvas = canvas
    window.__qualcode = held
  },
  count(name, by = 1) {
    held[name] += by
  },
  mark(name) {
    held.marks[name] = performance.now()
  },
}
