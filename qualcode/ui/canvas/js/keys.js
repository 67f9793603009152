// The keys of the canvas. Whatever is pressed in the text stays there: Streamlit's own shortcuts never see it.

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)

/** What a key press asks of the canvas: a function of it, or null when the browser should do as usual. */
export function meaning(event, adjusting) {
  if (event.isComposing) return null
  const graph = event.getModifierState("AltGraph") // Norwegian keyboards type [ and ] with it; Windows calls it Ctrl+Alt
  const command = (event.ctrlKey || event.metaKey) && !graph
  const word = MAC ? event.altKey : event.ctrlKey
  if (adjusting) {
    const found = edges(event, word)
    if (found) return found
  }
  if (event.altKey && event.shiftKey && event.key.startsWith("Arrow")) return canvas => canvas.adjust(event.key === "ArrowRight")
  return moving(event, word, command) ?? (command ? withCommand(event) : event.altKey && !graph ? null : plain(event))
}

function edges(event, word) {
  const side = event.shiftKey ? "start" : "end"
  const moves = {
    ArrowRight: canvas => canvas.edges.nudge(side, true, word),
    ArrowLeft: canvas => canvas.edges.nudge(side, false, word),
    "]": canvas => canvas.edges.nudge("end", true, true),
    "[": canvas => canvas.edges.nudge("end", false, true),
    Enter: canvas => canvas.edges.finish(),
    Escape: canvas => canvas.edges.cancel(),
  }
  return moves[event.key]
}

function moving(event, word, command) {
  const extend = event.shiftKey
  const moves = {
    ArrowRight: choice => choice.move(true, { extend, word }),
    ArrowLeft: choice => choice.move(false, { extend, word }),
    ArrowDown: choice => choice.moveLine(true, "line", extend),
    ArrowUp: choice => choice.moveLine(false, "line", extend),
    PageDown: choice => choice.movePage(true, extend),
    PageUp: choice => choice.movePage(false, extend),
    Home: choice => (command ? choice.go(0, extend) : choice.moveLine(false, "lineboundary", extend)),
    End: choice => (command ? choice.go(choice.text.length, extend) : choice.moveLine(true, "lineboundary", extend)),
  }
  const move = moves[event.key]
  return move && (canvas => move(canvas.choice))
}

function withCommand(event) {
  const key = event.key.toLowerCase()
  if (key === "z") return event.shiftKey ? canvas => canvas.redo() : canvas => canvas.undo()
  if (key === "y") return canvas => canvas.redo()
  if (key === "a") return canvas => canvas.choice.set(0, canvas.text.length, { reveal: false })
  return null
}

function plain(event) {
  if (/^[1-9]$/.test(event.key)) return canvas => canvas.applySlot(Number(event.key) - 1)
  const keys = {
    Enter: canvas => canvas.enter(),
    c: canvas => canvas.askCode(),
    k: canvas => canvas.askCode(),
    ".": canvas => canvas.applyLast(),
    v: canvas => canvas.inVivo(),
    m: canvas => canvas.memo(),
    o: canvas => canvas.openHere(true),
    s: canvas => canvas.widen(),
    n: canvas => canvas.walk(true),
    p: canvas => canvas.walk(false),
    "]": canvas => canvas.adjust(true),
    "[": canvas => canvas.adjust(false),
    Delete: canvas => canvas.removeHere(),
    Backspace: canvas => canvas.removeHere(),
    "?": canvas => canvas.keys(),
    Escape: canvas => canvas.escape(),
  }
  return keys[event.key] ?? keys[event.key.toLowerCase()] ?? null
}
