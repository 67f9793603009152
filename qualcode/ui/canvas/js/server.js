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

  codings(since, codes) {
    const query = since < 0 ? "" : `?since=${since}&codes=${codes}`
    return this.call(`codings/${this.about.document}${query}`)
  }

  send(have, ops) {
    const body = JSON.stringify({ have, sha: this.about.sha, ops })
    return this.call(`ops/${this.about.document}`, { method: "POST", body })
  }

  async call(path, options = {}, read = readJson) {
    let response
    try {
      response = await fetch(`${this.about.base}/api/${path}`, {
        ...options,
        headers: { "X-Qualcode-Token": this.about.token, "X-Qualcode-Language": this.about.language },
        signal: AbortSignal.timeout(PATIENCE),
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
