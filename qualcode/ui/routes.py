"""The canvas's HTTP routes, under `/qualcode/`: its files, a document's text, its codings, and what a coder does.

They call the same verbs as every other edge. Everything but the static files needs a token (`access`); work on the
store runs in threads, never on the event loop.
"""

import json
from asyncio import Semaphore
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from qualcode import Project
from qualcode.errors import NotFound, QualcodeError
from qualcode.i18n import Translate, best_language, translator
from qualcode.model.values import Document
from qualcode.ui import access, plain
from qualcode.ui.canvas import assets
from qualcode.ui.news import moved_on
from qualcode.ui.ops import CHANGED, REMOVED, Gone, carry_out
from qualcode.ui.projects import seat
from qualcode.ui.standing import standing

FOREVER = "max-age=31536000, immutable"
MOST = 10_000_000
"""Bytes that one request may hold; hours of unsaved work take a fraction of it."""

LONGEST = 25
"""Seconds that a request for news is held; proxies give up on slower answers."""

AT_A_TIME = 3
"""Requests that write to one project at a time; twenty threads that wait for each other are slower."""
_turns: dict[str, Semaphore] = {}

Work = Callable[[Project, Request, Any, Translate], Response]


def routes(prefix: str = "") -> list[Route]:
    """The routes, below `prefix` where the app is served below one."""
    base = f"{prefix}/qualcode"
    return [
        Route(f"{base}/static/{{version}}/{{file}}", _static),
        Route(f"{base}/api/text/{{document}}/{{sha}}", _with_project(_text)),
        Route(f"{base}/api/structure/{{document}}/{{sha}}", _with_project(_structure)),
        Route(f"{base}/api/codings/{{document}}", _with_project(_codings)),
        Route(f"{base}/api/ops/{{document}}", _with_project(_ops), methods=["POST"]),
    ]


async def _static(request: Request) -> Response:
    name = request.path_params["file"]
    content = assets.files().get(name)
    if content is None or request.path_params["version"] != assets.version():
        return PlainTextResponse("not here", status_code=404, headers={"Cache-Control": "no-store"})
    return Response(
        content, media_type=assets.content_type(name), headers={"Cache-Control": f"public, {FOREVER}"}
    )


def _with_project(work: Work) -> Callable[[Request], Awaitable[Response]]:
    """Let in whoever holds a token, read the body, and do `work` in a thread; errors become their message."""

    async def answer(request: Request) -> Response:
        permit = access.read(request.headers.get(access.HEADER, ""))
        if permit is None or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return _failed("no token", 401)
        try:
            body = await _body(request)
        except ValueError:
            return _failed("not understood", 400)
        translate = translator(best_language(request.headers.get("x-qualcode-language")))
        await _news(permit, request)
        do = partial(_do, work, permit, request, body, translate)
        if body is None:
            return await run_in_threadpool(do)
        async with _turn(permit.address):
            return await run_in_threadpool(do)

    return answer


def _turn(address: str) -> Semaphore:
    """Where those who write to a project wait for their turn."""
    return _turns.setdefault(address, Semaphore(AT_A_TIME))


async def _news(permit: access.Permit, request: Request) -> None:
    """Holds a request that has time to `wait` until there is something to tell; trouble is told by the work itself."""
    wait, since = (request.query_params.get(name, "") for name in ("wait", "since"))
    if wait.isdecimal() and since.isdecimal():
        with suppress(QualcodeError):
            project = await run_in_threadpool(seat, permit.address, permit.coder)
            await moved_on(project, int(since), min(int(wait), LONGEST))


def _do(work: Work, permit: access.Permit, request: Request, body: Any, translate: Translate) -> Response:
    try:
        return work(seat(permit.address, permit.coder), request, body, translate)
    except NotFound as error:
        return _failed(error.in_words(translate), 404)
    except QualcodeError as error:
        return _failed(error.in_words(translate), 503)


async def _body(request: Request) -> Any:
    """The JSON body; `ValueError` when it is none or too large."""
    if request.method != "POST":
        return None
    received = bytearray()
    async for piece in request.stream():
        received += piece
        if len(received) > MOST:
            raise ValueError("too large")
    body = json.loads(bytes(received))
    ops = body.get("ops") if isinstance(body, dict) else None
    if (
        not isinstance(ops, list)
        or not all(isinstance(op, dict) for op in ops)
        or type(body.get("have")) is not int
    ):
        raise ValueError("no ops")
    return body


def _failed(message: str, status: int) -> Response:
    return JSONResponse({"message": message}, status_code=status, headers={"Cache-Control": "no-store"})


def _fresh(content: dict[str, Any]) -> Response:
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


def _text(project: Project, request: Request, _body: Any, _translate: Translate) -> Response:
    document = _document(project, request)
    return PlainTextResponse(project.documents.text(document), headers=_kept())


def _structure(project: Project, request: Request, _body: Any, _translate: Translate) -> Response:
    document = _document(project, request)
    return _fresh(_parts(project, document))  # parts can be left out and brought back while the text stays


def _parts(project: Project, document: str) -> dict[str, Any]:
    return plain.structure_rows(project.documents.structure(document))


def _document(project: Project, request: Request) -> str:
    """The id of the document asked for, when its text is still the one asked for."""
    document = project.documents.get(request.path_params["document"])
    if document.sha != request.path_params["sha"]:
        raise NotFound(CHANGED, name=document.name)
    return document.id


def _kept() -> dict[str, str]:
    return {"Cache-Control": f"private, {FOREVER}", "Vary": "X-Qualcode-Token"}


def _codings(project: Project, request: Request, _body: Any, _translate: Translate) -> Response:
    known, since = standing(project), request.query_params.get("since", "")
    revision = known.revision(project)  # read first: what comes in meanwhile is sent twice rather than never
    found = _still(project, request)
    content: dict[str, Any] = {"revision": revision, "sha": found.sha, "me": project.coder.id}
    if not since.isdecimal():
        content |= {"codings": project.codings.bare(found.id), "coders": plain.coders(project)}
        return _fresh(content | known.codebook(project))
    codebook = known.codebook(project)
    if codebook["codes_version"] != request.query_params.get("codes"):
        content |= codebook
    if revision == int(since):
        return _fresh(content | {"changes": []})
    content["shape"] = known.shape(project, found.id)
    return _fresh(content | _changes(project, found.id, int(since), revision))


def _ops(project: Project, request: Request, body: Any, translate: Translate) -> Response:
    known = standing(project)
    known.revision(project)
    document = _still(project, request)
    if document.sha != body.get("sha"):
        return _failed(NotFound(CHANGED, name=document.name).in_words(translate), 409)
    try:
        answers = carry_out(project, document.id, body["ops"], translate, sha=document.sha)
    except Gone as error:
        return _failed(error.in_words(translate), 404)
    revision = known.revision(project)
    content: dict[str, Any] = {"revision": revision, "me": project.coder.id, "answers": answers}
    if any(answer.get("codebook") for answer in answers):
        content |= known.codebook(project)
    if any(answer.get("parts") for answer in answers):
        content["shape"] = known.shape(project, document.id)
    return _fresh(content | _changes(project, document.id, body["have"], revision))


def _still(project: Project, request: Request) -> Document:
    """The document asked for. Raises `Gone` when somebody has removed it."""
    try:
        return standing(project).document(project, request.path_params["document"])
    except NotFound as error:
        raise Gone(REMOVED) from error


def _changes(project: Project, document: str, since: int, until: int) -> dict[str, Any]:
    """What became of the document's codings after `since`; names of coders when others took part."""
    known = standing(project)
    rows = known.changes(project, document, since, until)
    others = known.coders(project, rows)
    return {"changes": rows} | ({"coders": others} if others else {})
