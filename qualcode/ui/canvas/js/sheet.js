// The sheet of keys: every key by group, to be searched.

import { fold, h, icon, keycap } from "./dom.js"

const GROUPS = {
  sheet_move: [
    ["keys_move", ["←", "→", "↑", "↓"]],
    ["keys_words", ["Ctrl", "←", "→"]],
    ["keys_sentences", ["Alt", "↑", "↓"]],
    ["keys_paragraphs", ["Ctrl", "↑", "↓"]],
    ["keys_sections", ["Alt", "PageUp", "PageDown"]],
    ["keys_ends", ["Home", "End"]],
    ["keys_where", ["w"]],
  ],
  sheet_choose: [
    ["keys_extend", ["Shift"]],
    ["keys_widen", ["s"]],
    ["keys_narrow", ["Shift", "s"]],
    ["keys_all", ["Ctrl", "A"]],
  ],
  sheet_code: [
    ["keys_code", ["Enter"]],
    ["keys_number", ["1", "–", "9"]],
    ["keys_last", ["."]],
    ["keys_lock", ["l"]],
    ["keys_vivo", ["v"]],
  ],
  sheet_go: [
    ["keys_walk", ["n", "p"]],
    ["keys_walk_extend", ["Shift", "n", "p"]],
    ["keys_same", ["j"]],
    ["keys_uncoded", ["u"]],
    ["keys_notes", ["f"]],
  ],
  sheet_change: [
    ["keys_open", ["o"]],
    ["keys_memo", ["m"]],
    ["keys_recode", ["r"]],
    ["keys_edges", ["Alt", "Shift", "←", "→"]],
    ["keys_remove", ["Delete"]],
    ["keys_undo", ["Ctrl", "Z"]],
    ["keys_redo", ["Ctrl", "Shift", "Z"]],
  ],
  sheet_palette: [
    ["keys_find", ["a", "…", "å"]],
    ["keys_take", ["Enter"]],
    ["keys_take_more", ["Ctrl", "Enter"]],
    ["keys_complete", ["Tab"]],
  ],
  sheet_rest: [
    ["keys_sheet", ["?"]],
    ["keys_close", ["Esc"]],
  ],
}

/** Open the sheet over the canvas; `closed()` is called when it goes. */
export function openSheet(host, t, closed) {
  const shut = () => {
    dialog.close()
    dialog.remove()
    closed()
  }
  const groups = Object.entries(GROUPS).map(([title, rows]) => group(t, title, rows))
  const none = h("p", { class: "qc-none", role: "status", hidden: true })
  const search = h("input", {
    class: "qc-find",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: t("find_key"),
    "aria-label": t("find_key"),
    oninput: () => sift(t, groups, search.value, none),
  })
  const dialog = h(
    "dialog",
    { class: "qc-sheet", "aria-label": t("keys") },
    h("h2", {}, t("keys")),
    h("button", { class: "qc-shut", type: "button", "aria-label": t("close"), onclick: shut }, icon("close")),
    search,
    none,
    h("div", { class: "qc-columns", tabindex: "0", role: "region", "aria-label": t("keys") }, ...groups.map(each => each.element)),
  )
  dialog.addEventListener("keydown", event => event.stopPropagation())
  dialog.addEventListener("cancel", event => {
    event.preventDefault()
    shut()
  })
  host.append(dialog)
  dialog.showModal()
  search.focus()
}

function group(t, title, rows) {
  const made = rows.map(([words, keys]) => {
    const element = h("div", { class: "qc-row" }, h("dt", {}, ...keys.map(keycap)), h("dd", {}, t(words)))
    return { element, folded: fold(`${keys.join(" ")} ${t(words)}`) }
  })
  const element = h("section", {}, h("h3", {}, t(title)), h("dl", {}, ...made.map(row => row.element)))
  return { element, rows: made, folded: fold(t(title)) }
}

/** Show the rows that hold every typed word, or whose group does. */
function sift(t, groups, typed, none) {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  let found = 0
  for (const { element, rows, folded } of groups) {
    let shown = 0
    for (const row of rows) {
      row.element.hidden = !words.every(word => row.folded.includes(word) || folded.includes(word))
      shown += row.element.hidden ? 0 : 1
    }
    element.hidden = !shown
    found += shown
  }
  none.textContent = found ? "" : t("no_keys")
  none.hidden = found > 0
}
