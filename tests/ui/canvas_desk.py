"""A document, and a client that speaks to the canvas's routes as the page does."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware

from qualcode import Project
from qualcode.model.values import Code, Document
from qualcode.ui import access
from qualcode.ui.gate import Gate
from qualcode.ui.projects import close_all
from qualcode.ui.routes import routes

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have a client library that is not out yet
    from starlette.testclient import TestClient


@dataclass
class Desk:
    """A coder at one document, with what their page holds."""

    project: Project
    document: Document
    code: Code
    client: TestClient
    coder: str = "Nina"
    language: str = "en"
    have: int = -1
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        token = access.issue(access.Permit(self.project.address, self.coder))
        self.headers = {"X-Qualcode-Token": token, "X-Qualcode-Language": self.language}

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(f"/qualcode/api/{path}", headers=self.headers | headers)

    def codings(self, query: str = "") -> dict[str, Any]:
        return dict(self.get(f"codings/{self.document.id}{query}").json())

    def post(self, ops: list[dict[str, Any]], **body: Any) -> httpx.Response:
        content = {"have": self.have, "sha": self.document.sha, "ops": ops} | body
        return self.client.post(f"/qualcode/api/ops/{self.document.id}", json=content, headers=self.headers)

    def send(self, *ops: dict[str, Any]) -> list[dict[str, Any]]:
        return list(self.post([{"uid": uuid4().hex} | op for op in ops]).json()["answers"])

    def add(self, start: int, end: int, **more: Any) -> dict[str, Any]:
        op = {"uid": uuid4().hex, "op": "add", "id": str(uuid4()), "code": self.code.id}
        return op | {"start": start, "end": end} | more


@contextmanager
def office(coded: Project) -> Iterator[Callable[..., Desk]]:
    """Makes coders who sit down at the project's first document, one route away from it."""
    app = Starlette(routes=routes(), middleware=[Middleware(Gate)])
    with TestClient(app, base_url="http://localhost:8501") as client:
        document, code = coded.documents.all()[0], coded.codebook.get("Recovery/Håp")
        yield lambda **more: Desk(coded, document, code, client, **more)
    close_all()
