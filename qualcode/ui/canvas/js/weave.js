// A block's words as nodes: codings as marks, the author's emphasis inside them, signs of notes between them.
//
// Every node is either a text node, a chain of elements around one text node, or a sign without any text. The words in
// them are exactly the block's words; `Page` counts on it.

import { h } from "./dom.js"

const TINTS = 4

/** Nodes for `text`: `marks` are `{from, to, coding}`, `spans` and `signs` come from `Layers`; `draw` is `{mark, sign}`. */
export function weave(text, marks, spans, signs, draw) {
  const cuts = new Map()
  const cut = at => cuts.get(at) ?? cuts.set(at, { begins: [], ends: [], signs: [] }).get(at)
  for (const each of [...marks, ...spans]) {
    cut(each.from).begins.push(each)
    cut(each.to).ends.push(each)
  }
  for (const { unit, note } of signs) cut(unit).signs.push(note)
  const active = new Set()
  const nodes = []
  let from = 0
  for (const at of [...cuts.keys()].sort((one, other) => one - other)) {
    if (at > from) nodes.push(dressed(text.slice(from, at), active, draw.mark))
    from = Math.max(from, at)
    for (const each of cuts.get(at).ends) active.delete(each)
    for (const note of cuts.get(at).signs) nodes.push(draw.sign(note))
    for (const each of cuts.get(at).begins) active.add(each)
  }
  if (from < text.length) nodes.push(text.slice(from))
  return nodes
}

function dressed(words, active, mark) {
  let node = words
  const codings = []
  const tags = new Set()
  for (const { coding, tag, lang, out } of active) {
    if (coding) codings.push(coding)
    else if (tag && !tags.has(tag)) node = h(tag, {}, node)
    else if (lang) node = h("span", { lang }, node)
    else if (out) node = h("span", { class: "qc-out" }, node)
    tags.add(tag)
  }
  return codings.length ? mark(node, codings) : node
}

/** `words` under these codings; `codeOf(coding)` is its code. */
export function marked(words, codings, codeOf) {
  const mark = document.createElement("mark")
  let colours = ""
  let names = "qc-m"
  let count = 0
  for (const coding of codings) {
    if (coding.unsaved) names += " qc-unsaved"
    if (count >= TINTS) continue
    const code = codeOf(coding)
    colours += `--c${count}:${safeColour(code.colour)};`
    names += ` qc-u${count}${code.pattern}`
    count++
  }
  mark.className = `${names} qc-m${Math.min(codings.length, TINTS)}`
  mark.style.cssText = colours
  mark.append(words)
  return mark
}

function safeColour(colour) {
  return /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : "#607080"
}
