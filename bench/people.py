"""A person at the canvas without a browser: speaks to the server as the page does, and holds what it would show."""

import http.client
import json
import threading
import time
import uuid
from typing import Any
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect

from qualcode.ui import access

WAIT = 15
REST = 0.7
"""How long the page waits for news, and how long it rests between two answers (`live.js`)."""


class Person:
    """One coder with one document open. `seen` says when each coding arrived here, by its id."""

    def __init__(self, url: str, address: str, name: str, document: str, sha: str) -> None:
        self.place = urlsplit(url)
        self.document, self.sha = document, sha
        self.token = access.issue(access.Permit(address, name))
        self.seen: dict[str, float] = {}
        self.acked: dict[str, float] = {}
        self.waits: list[float] = []
        self.received = 0
        self.revision, self.codes = 0, ""
        self.stopped = threading.Event()
        self._ops = self._connection()
        self._session: ClientConnection | None = None
        self._watching = threading.Thread(target=self._watch, daemon=True)

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.place.hostname or "", self.place.port, timeout=60)

    def come(self) -> None:
        """Start a session of the app, fetch the codings, and begin to listen for news."""
        self._session = session(self.place.netloc)
        reply = self._ask(self._ops, "GET", f"codings/{self.document}")
        self._take(reply, [[reply["revision"], row[0], row] for row in reply["codings"]])
        self._watching.start()

    def code(self, code: str, start: int, end: int) -> None:
        """Code a passage, and wait until the server says that it is stored."""
        id_ = str(uuid.uuid4())
        op = {"uid": str(uuid.uuid4()), "op": "add", "id": id_, "code": code, "start": start, "end": end}
        body = json.dumps({"have": self.revision, "sha": self.sha, "ops": [op]})
        asked = time.perf_counter()
        reply = self._ask(self._ops, "POST", f"ops/{self.document}", body)
        assert reply["answers"][0]["ok"], reply
        self.waits.append(time.perf_counter() - asked)
        self.acked[id_] = time.perf_counter()
        self._take(reply, reply["changes"])

    def go(self) -> None:
        """Close everything."""
        self.stopped.set()
        if self._session:
            self._session.close()

    def _watch(self) -> None:
        watching = self._connection()
        while not self.stopped.is_set():
            path = f"codings/{self.document}?since={self.revision}&codes={self.codes}&wait={WAIT}"
            try:
                reply = self._ask(watching, "GET", path)
            except (OSError, http.client.HTTPException):
                assert self.stopped.is_set(), "the server has gone"
                return
            self._take(reply, reply["changes"])
            self.stopped.wait(REST)

    def _take(self, reply: dict[str, Any], changes: list[Any]) -> None:
        now = time.perf_counter()
        for _, id_, row in changes:
            if row:
                self.seen.setdefault(id_, now)
        self.codes = reply.get("codes_version", self.codes)
        self.revision = max(self.revision, reply["revision"])

    def _ask(
        self, connection: http.client.HTTPConnection, verb: str, path: str, body: str | None = None
    ) -> Any:
        headers = {"X-Qualcode-Token": self.token, "X-Qualcode-Language": "nb"}
        connection.request(verb, f"/qualcode/api/{path}", body, headers)
        answer = connection.getresponse()
        content = answer.read()
        assert answer.status == 200, (answer.status, content[:200])
        self.received += len(content)
        return json.loads(content)


def session(netloc: str) -> ClientConnection:
    """A session of the app as a browser has one: its script has run once, and the socket stays open."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    opened = connect(
        f"ws://{netloc}/_stcore/stream", origin=f"http://{netloc}", subprotocols=["streamlit"], max_size=None
    )  # type: ignore[arg-type,list-item]
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    opened.send(asked.SerializeToString())
    while True:
        message = ForwardMsg()
        received = opened.recv(timeout=60)
        message.ParseFromString(received if isinstance(received, bytes) else received.encode())
        if message.WhichOneof("type") == "script_finished":
            return opened
