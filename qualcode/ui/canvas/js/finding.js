// Finding codes by parts of their paths. What is compared is folded once per codebook, so that two thousand codes are
// sifted within a key press.

import { fold } from "./dom.js"

export class Finder {
  /** `codes` is the `Map` of all codes; a changed codebook is another `Map`. */
  constructor(codes) {
    this.codes = codes
    this.byPath = new Map()
    this.entries = [...codes.values()].map(code => {
      const name = fold(code.name)
      this.byPath.set(plain(code.path), code)
      return { code, path: fold(code.path), name, words: null }
    })
  }

  /** Codes whose path holds every typed part, in any order, best first; among equals, those that `first` names. */
  find(wanted, first = []) {
    const rank = new Map(first.map((id, place) => [id, place]))
    const parts = fold(wanted).split(/[\s/]+/).filter(Boolean)
    const found = []
    for (const entry of this.entries) {
      if (!parts.every(part => entry.path.includes(part))) continue
      found.push({ code: entry.code, score: score(entry, parts), rank: rank.get(entry.code.id) ?? Infinity })
    }
    found.sort((one, other) => one.score - other.score || compare(one.rank, other.rank) || one.code.order - other.code.order)
    return found.map(each => each.code)
  }

  /** The code of exactly this path, however its letters are cased. */
  called(path) {
    return this.byPath.get(plain(path)) ?? null
  }
}

function compare(one, other) {
  return one === other ? 0 : one - other
}

function score(entry, parts) {
  if (!parts.length) return 0
  const { name } = entry
  const last = parts.at(-1)
  if (name === parts.join(" ")) return 1
  if (name.startsWith(parts[0])) return 2
  entry.words ??= name.split(/[^\p{L}\p{N}]+/u)
  if (entry.words.some(word => parts.some(part => word.startsWith(part)))) return 3
  return name.includes(last) ? 4 : 5
}

function plain(path) {
  return path.normalize("NFC").toLocaleLowerCase("nb").split("/").map(part => part.trim()).join("/")
}
