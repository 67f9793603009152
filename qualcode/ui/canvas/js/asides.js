// What stands between the blocks without being text: what a left-out part is, and the way to bring it back.

import { h, icon } from "./dom.js"

/** The label above a left-out part. `on.bringBack(region)` is called by its button. */
export function leftOutLabel(t, region, on) {
  const what = nameOf(t, region)
  const back = region.group && h(
    "button",
    { type: "button", class: "qc-act", "aria-label": `${t("bring_back")}: ${what}`, onclick: () => on.bringBack(region) },
    t("bring_back"),
  )
  const label = h(
    "div",
    { class: "qc-aside", role: "note" },
    h("span", { class: "qc-what" }, icon("out"), what),
    h("span", { class: "qc-why" }, t("out_why")),
    back || null,
  )
  for (const kind of ["pointerdown", "keydown"]) label.addEventListener(kind, event => event.stopPropagation())
  return label
}

/** Where a left-out part ends, for those who listen only. */
export function leftOutEnd(t) {
  return h("div", { class: "qc-aside qc-over" }, h("span", { class: "qc-heard" }, t("out_end")))
}

/** What a left-out part is, in the reader's words. */
export function nameOf(t, region) {
  const name = t(`out_${region.kind}`)
  return name === `out_${region.kind}` ? t("out") : name
}
