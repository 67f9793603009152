// The sheet of keys.

import { h, icon, keycap } from "./dom.js"

const ROWS = [
  ["keys_move", ["←", "→", "↑", "↓"]],
  ["keys_words", ["Ctrl", "←", "→"]],
  ["keys_extend", ["Shift", "←", "→"]],
  ["keys_widen", ["s"]],
  ["keys_code", ["Enter"]],
  ["keys_number", ["1", "–", "9"]],
  ["keys_last", ["."]],
  ["keys_vivo", ["v"]],
  ["keys_open", ["o"]],
  ["keys_memo", ["m"]],
  ["keys_edges", ["[", "]"]],
  ["keys_remove", ["Delete"]],
  ["keys_walk", ["n", "p"]],
  ["keys_undo", ["Ctrl", "Z"]],
  ["keys_redo", ["Ctrl", "Shift", "Z"]],
  ["keys_close", ["Esc"]],
]

/** Open the sheet over the canvas; `closed()` is called when it goes. */
export function openSheet(host, t, closed) {
  const shut = () => {
    dialog.close()
    dialog.remove()
    closed()
  }
  const rows = ROWS.flatMap(([words, keys]) => [h("dt", {}, ...keys.map(keycap)), h("dd", {}, t(words))])
  const dialog = h(
    "dialog",
    { class: "qc-sheet", "aria-label": t("keys") },
    h("h2", {}, t("keys")),
    h("button", { class: "qc-shut", type: "button", "aria-label": t("close"), onclick: shut }, icon("close")),
    h("dl", {}, ...rows),
  )
  dialog.addEventListener("keydown", event => event.stopPropagation())
  dialog.addEventListener("cancel", event => {
    event.preventDefault()
    shut()
  })
  host.append(dialog)
  dialog.showModal()
}
