// Talking to our own routes. Nothing else is ever called.

const PATIENCE = 20000

/** The server could not be reached, or something else answered in its place; trying again may help. */
export class Away extends Error {}

/** The server answered that it will not; `status` is its HTTP status. */
export class Turned extends Error {
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

export class Server {
  /** `about`: `{base, token, language, document, sha}`. */
  constructor(about) {
    this.about = about
  }

  text() {
    return this.call(`text/${this.about.document}/${this.about.sha}`, {}, response => response.text())
  }

  structure() {
    return this.call(`structure/${this.about.document}/${this.about.sha}`)
  }

  codings() {
    return this.call(`codings/${this.about.document}`)
  }

  /** What happened after revision `since`; when nothing has, the server waits so many seconds for something. */
  changes(since, codes, seconds, signal) {
    const query = `since=${since}&codes=${codes}${seconds ? `&wait=${seconds}` : ""}`
    const signals = [signal, AbortSignal.timeout(PATIENCE + 1000 * seconds)]
    return this.call(`codings/${this.about.document}?${query}`, { signal: AbortSignal.any(signals) })
  }

  send(have, ops) {
    const body = JSON.stringify({ have, sha: this.about.sha, ops })
    return this.call(`ops/${this.about.document}`, { method: "POST", body })
  }

  async call(path, options = {}, read = readJson) {
    let response
    try {
      response = await fetch(`${this.about.base}/api/${path}`, {
        signal: AbortSignal.timeout(PATIENCE),
        ...options,
        headers: { "X-Qualcode-Token": this.about.token, "X-Qualcode-Language": this.about.language },
        credentials: "same-origin",
      })
    } catch (error) {
      throw new Away(String(error))
    }
    if (!response.ok) {
      const message = await response.json().then(answer => answer.message, () => "")
      throw new Turned(message ?? "", response.status)
    }
    try {
      return await read(response)
    } catch (error) {
      throw new Away(String(error))
    }
  }
}

function readJson(response) {
  if (!response.headers.get("content-type")?.includes("json")) throw new Error("not our server")
  return response.json()
}
