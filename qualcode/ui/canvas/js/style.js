// The style sheet, put on the page once. Positions are measured right after, so nothing is shown before it is there.

let ready = null

export function styled() {
  ready ??= load().catch(error => {
    ready = null
    throw error
  })
  return ready
}

async function load() {
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = new URL("canvas.css", import.meta.url).href
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve)
    link.addEventListener("error", () => reject(new Error("no style sheet")))
  })
  document.head.append(link)
  await loaded
}
