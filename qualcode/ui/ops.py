"""What the canvas asks for, carried out by the verbs of the project: one op, one verb, one journal row, one undo.

Each op carries a `uid` made in the browser. An op whose answer got lost is sent again and does nothing the second
time; its answer is the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from qualcode import Project
from qualcode.errors import Conflict, NotFound, QualcodeError, Refused, StoreBusy
from qualcode.i18n import N_, Translate
from qualcode.model.values import Coding
from qualcode.ui.plain import coding_row

Op = Mapping[str, Any]
Answer = dict[str, Any]
_OLD_PAGE = N_("This page is out of date. Reload it, and repeat the last step.")


CHANGED = N_("The text of “{name}” has been changed. Reload the page, and code in the new text.")
REMOVED = N_(
    "This document has been removed from the project. What is not saved yet is kept in this browser: when the removal "
    "is undone, reload the page."
)


class _Shown(dict[str, Any]):
    """Values of a journal row; a name that an older row lacks is left out."""

    def __missing__(self, name: str) -> str:
        return "…"


class OldPage(Refused):
    """The page sent something this program does not know; it was loaded before an upgrade, most likely."""


class Gone(NotFound):
    """The document is not in the project any more; what waits to be done in it may wait until it is back."""


def carry_out(
    project: Project, document: str, ops: Sequence[Op], translate: Translate, *, sha: str
) -> list[Answer]:
    """One answer per op, in order: `{uid, ok, coding?, told?}`, or `{uid, ok: false, message}`.

    `sha` names the text that their positions are of: when it has been changed, nothing is coded. When the project is
    busy the rest is left undone and answered `again`: nothing of it was stored. Raises `Gone` when the document is.
    """
    answers: list[Answer] = []
    for op in ops:
        answer = _answer(project, document, {**op, "sha": sha}, translate)
        answers.append(answer)
        if answer.get("again"):
            break
    return answers


def _answer(project: Project, document: str, op: Op, translate: Translate) -> Answer:
    uid = str(op.get("uid", ""))
    try:
        done = _verb(op)(project, document, op)
    except StoreBusy as error:
        return {"uid": uid, "ok": False, "again": True, "message": error.in_words(translate)}
    except Gone:
        raise
    except QualcodeError as error:
        return {"uid": uid, "ok": False, "message": error.in_words(translate)}
    if entry := done.pop("entry", None):
        done["told"] = translate(entry.what).format_map(_Shown(entry.details))
        done |= _elsewhere(project, document, entry.details)
    return {"uid": uid, "ok": True, **done}


def _elsewhere(project: Project, document: str, details: Mapping[str, Any]) -> Answer:
    """Where it was, when what was undone or done again was in another document than the one at hand."""
    try:
        found = project.documents.get(str(details.get("document", "")))
    except NotFound:
        return {}
    if found.id == document:
        return {}
    span = {name: details[name] for name in ("start", "end") if name in details}
    return {"elsewhere": {"document": found.id, "name": found.name, **span}}


def _verb(op: Op) -> Callable[[Project, str, Op], Answer]:
    verb = _VERBS.get(str(op.get("op")))
    missing = [name for name, kind in _FIELDS.get(str(op.get("op")), ()) if type(op.get(name)) is not kind]
    if verb is None or missing or not op.get("uid"):
        raise OldPage(_OLD_PAGE)
    return verb


@contextmanager
def _acting(project: Project, document: str, op: Op, what: str = "") -> Iterator[bool]:
    """One op as one act; says whether it was done before. Raises `Conflict` when its positions are of an earlier text."""
    with project.together(what, uid=op["uid"]) as t:
        row = t.row("document", document)
        if row is None:
            raise Gone(REMOVED)
        if not t.repeated and row["text_sha"] != op["sha"]:
            raise Conflict(CHANGED, name=row["name"])
        if not t.repeated and what:
            t.say("together", document=row["name"], start=op["start"], end=op["end"])
        yield t.repeated


def _add(project: Project, document: str, op: Op) -> Answer:
    with _acting(project, document, op) as repeated:
        if repeated:
            return _again(project, document, op)
        made = project.codings.apply(document, op["code"], op["start"], op["end"], id=op["id"])
    return {"coding": coding_row(made)}


def _in_vivo(project: Project, document: str, op: Op) -> Answer:
    with _acting(project, document, op) as repeated:
        if repeated:
            return _again(project, document, op)
        made = project.codings.in_vivo(document, op["start"], op["end"], id=op["id"])
    return {"coding": coding_row(made), "codebook": True}


def _new_code(project: Project, document: str, op: Op) -> Answer:
    with _acting(project, document, op, N_("Coded a passage with a new code")) as repeated:
        if repeated:
            return _again(project, document, op)
        code = _code_called(project, op["name"])
        made = project.codings.apply(document, code, op["start"], op["end"], id=op["id"])
    return {"coding": coding_row(made), "codebook": True}


def _code_called(project: Project, path: str) -> str:
    try:
        return project.codebook.get(path).id
    except NotFound:
        return project.codebook.create(path).id


def _remove(project: Project, document: str, op: Op) -> Answer:
    return _change(project, document, op, lambda desk: desk.remove(op["id"]))


def _resize(project: Project, document: str, op: Op) -> Answer:
    return _change(project, document, op, lambda desk: desk.resize(op["id"], op["start"], op["end"]))


def _recode(project: Project, document: str, op: Op) -> Answer:
    return _change(project, document, op, lambda desk: desk.recode(op["id"], op["code"]))


def _memo(project: Project, document: str, op: Op) -> Answer:
    return _change(project, document, op, lambda desk: desk.set_memo(op["id"], op["memo"]))


def _change(project: Project, document: str, op: Op, change: Callable[[Any], Coding | None]) -> Answer:
    with _acting(project, document, op) as repeated:
        if repeated:
            return {}
        if project.codings.get(op["id"]).document_id != document:
            raise OldPage(_OLD_PAGE)
        changed = change(project.codings)
    return {"coding": coding_row(changed)} if changed else {}


def _bring_back(project: Project, document: str, op: Op) -> Answer:
    with _acting(project, document, op) as repeated:
        if not repeated:
            project.cleaning.choose(document, reject=[op["group"]])
    return {"parts": True}


def _undo(project: Project, _document: str, op: Op) -> Answer:
    if (entry := project.undo(uid=op["uid"])) is None:
        raise Refused("There is nothing to undo.")
    return {"entry": entry, "codebook": True, "parts": True}


def _redo(project: Project, _document: str, op: Op) -> Answer:
    if (entry := project.redo(uid=op["uid"])) is None:
        raise Refused("There is nothing to redo.")
    return {"entry": entry, "codebook": True, "parts": True}


def _again(project: Project, document: str, op: Op) -> Answer:
    """The answer of an op that was carried out before: the coding it made, as it is now, if it still is."""
    for coding in project.codings.of(document):
        same_words = (coding.start, coding.end, coding.coder_id) == (op["start"], op["end"], project.coder.id)
        if coding.id == op["id"] or (same_words and coding.code_id == op.get("code")):
            return {"coding": coding_row(coding), "codebook": True}
    return {"codebook": True}


_SPAN = (("id", str), ("start", int), ("end", int))
_FIELDS: dict[str, tuple[tuple[str, type], ...]] = {
    "add": (*_SPAN, ("code", str)),
    "in_vivo": _SPAN,
    "new_code": (*_SPAN, ("name", str)),
    "remove": (("id", str),),
    "resize": _SPAN,
    "recode": (("id", str), ("code", str)),
    "memo": (("id", str), ("memo", str)),
    "bring_back": (("group", str),),
}
_VERBS: dict[str, Callable[[Project, str, Op], Answer]] = {
    "add": _add,
    "in_vivo": _in_vivo,
    "new_code": _new_code,
    "remove": _remove,
    "resize": _resize,
    "recode": _recode,
    "memo": _memo,
    "bring_back": _bring_back,
    "undo": _undo,
    "redo": _redo,
}
