// Where Streamlit meets the canvas. It calls the default function at every change of data and theme, and its cleanup
// only when the element goes; a canvas lives on for a while, so that coming back finds it as it was left.

import { Canvas } from "./canvas.js"

const here = new WeakMap() // parent element -> canvas
const living = new Map() // project, coder and document -> canvas
const MOST = 3

export default function (component) {
  const { data, parentElement } = component
  const name = `${data.place}:${data.document.id}:${data.document.sha}`
  const before = here.get(parentElement)
  let canvas = living.get(name)
  if (before && before !== canvas) before.leave(parentElement)
  if (!canvas) canvas = new Canvas(data)
  living.delete(name)
  living.set(name, canvas)
  here.set(parentElement, canvas)
  canvas.arrive(parentElement, component)
  forgetOld(canvas)
  return () => here.get(parentElement)?.leave(parentElement)
}

/** Let go of canvases that nobody looks at and that hold nothing unsaved. */
function forgetOld(kept) {
  for (const [name, canvas] of living) {
    if (living.size <= MOST) return
    if (canvas === kept || canvas.host || canvas.outbox.queue.length) continue
    canvas.stop()
    living.delete(name)
  }
}
