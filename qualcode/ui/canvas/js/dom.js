// Small makers of elements. Text only ever enters the page as text, never as markup.

/** An element: `h("button", {class: "x", onclick}, "words", child)`. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value)
    else element.setAttribute(key, value === true ? "" : value)
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return element
}

const PATHS = {
  check: "M3 8.5l3.2 3.2L13 5",
  wait: "M8 3v5l3 2M8 1.8a6.2 6.2 0 1 0 .01 0",
  warn: "M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.6v.1",
  undo: "M6 3L2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2",
  close: "M4 4l8 8M12 4l-8 8",
  note: "M3 2.5h10v8l-3 3H3zM10 13.5v-3h3",
  tag: "M2 2h5.5L14 8.5 8.5 14 2 7.5zM5 5v.1",
  quote: "M3 9.5h3.2V6H3zM9.5 9.5h3.2V6H9.5zM6.2 9.5c0 2-1 3-2.4 3M12.7 9.5c0 2-1 3-2.4 3",
  bin: "M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.5v4.5M9.3 6.5v4.5",
  edges: "M5.5 3L2.5 8l3 5M10.5 3l3 5-3 5M8 2v12",
  out: "M8 1.8a6.2 6.2 0 1 0 .01 0M3.8 3.8l8.4 8.4",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  keys: "M1.5 4h13v8h-13zM4 6.5v.1M6.7 6.5v.1M9.4 6.5v.1M12 6.5v.1M5 9.5h6",
}

/** A small line drawing that takes the colour of the words around it. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 16 16")
  svg.setAttribute("class", "qc-icon")
  svg.setAttribute("aria-hidden", "true")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", PATHS[name])
  svg.append(path)
  return svg
}

/** The coloured sign of a code: colour and pattern together, as in its underline. */
export function swatch(code) {
  const dot = h("span", { class: `qc-dot qc-u${code.pattern}`, "aria-hidden": "true" })
  dot.style.setProperty("--c", code.colour)
  return dot
}

/** A key's picture for help texts. */
export function keycap(name) {
  return h("kbd", { class: "qc-key" }, name)
}

const LETTERS = { æ: "ae", ø: "o", å: "a", ä: "ae", ö: "o", ü: "u", đ: "d", ð: "d", ß: "ss" }

/** Letters as somebody without a Norwegian keyboard would type them; `aa` and `oe` count as å and ø. */
export function fold(text) {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replace(/aa/g, "a").replace(/oe/g, "o")
  const lower = text.normalize("NFC").toLocaleLowerCase("nb").replace(/[æøåäöüđðß]/g, letter => LETTERS[letter])
  return lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/aa/g, "a").replace(/oe/g, "o")
}

/** A new id. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/** `words` with `{name}` places filled. */
export function fill(words, values = {}) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole))
}
