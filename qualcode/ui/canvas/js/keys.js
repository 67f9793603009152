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
  const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight"
  if (event.altKey && event.shiftKey && sideways) return canvas => canvas.adjust(event.key === "ArrowRight")
  return leaping(event, command, graph) ?? moving(event, word, command) ?? (command ? withCommand(event) : event.altKey && !graph ? null : plain(event))
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

/** By larger steps than a line: Alt with up and down by sentences, Ctrl by paragraphs, Alt with a page key by sections. */
function leaping(event, command, graph) {
  const forward = { ArrowDown: true, ArrowUp: false, PageDown: true, PageUp: false }[event.key]
  if (forward === undefined || graph) return null
  const page = event.key.startsWith("Page")
  const alt = event.altKey && !command
  const kind = alt ? (page ? "chapters" : "sentences") : command && !page ? "paragraphs" : null
  return kind && (canvas => canvas.walks.by(kind, forward, event.shiftKey))
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
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return going(key, event.shiftKey) ?? doing[key] ?? null
}

/** Keys that go somewhere; Shift turns most of them round. */
function going(key, shift) {
  const ways = {
    s: canvas => (shift ? canvas.narrow() : canvas.widen()),
    n: canvas => (shift ? canvas.walks.by("codings", true, true) : canvas.walks.coding(true)),
    p: canvas => (shift ? canvas.walks.by("codings", false, true) : canvas.walks.coding(false)),
    j: canvas => canvas.walks.sameCode(!shift),
    u: canvas => canvas.walks.uncoded(!shift),
    f: canvas => canvas.walks.note(!shift),
    w: canvas => canvas.walks.where(),
  }
  return ways[key]
}

const doing = {
  Enter: canvas => canvas.enter(),
  c: canvas => canvas.askCode(),
  k: canvas => canvas.askCode(),
  l: canvas => canvas.lock(),
  ".": canvas => canvas.applyLast(),
  v: canvas => canvas.inVivo(),
  m: canvas => canvas.memo(),
  o: canvas => canvas.openHere(true),
  r: canvas => canvas.recodeHere(),
  "]": canvas => canvas.adjust(true),
  "[": canvas => canvas.adjust(false),
  Delete: canvas => canvas.removeHere(),
  Backspace: canvas => canvas.removeHere(),
  "?": canvas => canvas.keys(),
  Escape: canvas => canvas.escape(),
}
