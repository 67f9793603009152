"""Bringing documents in: several files at once, each with its own result."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.errors import NotFound
from qualcode.i18n import N_, show_number
from qualcode.model.values import Imported
from qualcode.ui import state
from qualcode.ui.parts import dropped, review_reading
from qualcode.ui.parts.dropped import KINDS, Described, Dropped, choose_kind, is_table, kind_of
from qualcode.ui.parts.languages import TEXT_LANGUAGES, language_name
from qualcode.ui.parts.plain import Html, plain, tag, together
from qualcode.ui.parts.surveys import Survey
from qualcode.ui.parts.surveys import line as survey_line

Brought = Imported | Survey | Described
AT_ONCE = 40
"""Of so many files at most it is looked up whether there is something to review."""


def uploads(project: Project) -> None:
    """Choose files, say how to read them, bring them in, and see what became of each."""
    _ = state.words()
    round_ = state.recall("uploads", 0)
    files = st.file_uploader(
        _("Files with one text each, and tables that go with them"),
        accept_multiple_files=True,
        key=f"uploads-{round_}",
        help=_(
            "Text, Markdown, Word, PDF, subtitles and others, and a whole folder as .zip. Survey answers, attributes of "
            "documents and cases as .csv or .xlsx. A file that cannot be read does not stop the rest."
        ),
    )
    for table in _tables(files):
        choose_kind(project, table)
    _how()
    st.button(
        _("Bring in {n} files").format(n=len(files)) if files else _("Bring in"),
        key="uploads-go",
        type="primary",
        icon=":material/upload_file:",
        disabled=not files,
        on_click=_bring_in,
        args=(project, round_),
    )
    results(project)


def _how() -> None:
    """The language of the texts, and whether they are cleaned."""
    _ = state.words()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _("Language of the texts"),
            ("auto", *TEXT_LANGUAGES),
            format_func=language_name,
            key="uploads-language",
            width=240,
        )
        st.toggle(
            _("Clean the texts"),
            True,
            key="uploads-clean",
            help=_(
                "Takes out left-over markup and page numbers, mends broken lines and lost letters. Under Review you see "
                "each change and take back what is wrong. Turn it off to code the text exactly as it is."
            ),
        )


def _bring_in(project: Project, round_: int) -> None:
    _ = state.words()
    bar = st.progress(0.0, _("Reading …"))

    def progress(done: int, total: int, name: str) -> None:
        bar.progress(done / max(total, 1), plain(_("{n} of {m}: {name}").format(n=done, m=total, name=name)))

    before = project.revision
    brought = state.attempt(_bring, project, round_, progress)
    bar.empty()
    if brought is None:
        return
    state.remember("imported", (project.address, brought))
    state.remember("uploads", state.recall("uploads", 0) + 1)
    if project.revision != before:
        state.tell(_outcome(brought), undoes=project)


def _texts(files: Iterable[Any]) -> list[tuple[str, bytes]]:
    return [(file.name, file.getvalue()) for file in files if not is_table(file.name)]


def _tables(files: Iterable[Any]) -> list[Dropped]:
    beside = tuple(file.name for file in files if not is_table(file.name))
    return [
        Dropped(file.name, file.getvalue(), file.file_id, beside) for file in files if is_table(file.name)
    ]


def _bring(project: Project, round_: int, progress: Callable[[int, int, str], None]) -> tuple[Brought, ...]:
    """Texts first and then tables; several kinds are one act, and one undo."""
    files = state.widget(f"uploads-{round_}") or []
    texts = _texts(files)
    tables = [(kind_of(project, table), table) for table in _tables(files)]
    language = state.widget("uploads-language", "auto")
    clean = "auto" if state.widget("uploads-clean", True) else "off"
    add = partial(project.documents.add_all, language=language, clean=clean, progress=progress)
    if not tables:
        return add(texts)
    with project.together(N_("Imported texts and tables") if len(files) > 1 else ""):
        brought: list[Brought] = [*add(texts)] if texts else []
        for kind, table in sorted(tables, key=lambda each: KINDS.index(each[0])):
            progress(0, 1, table.name)
            brought.append(dropped.bring_in(project, table, kind, language))
    return tuple(brought)


def _outcome(brought: Sequence[Brought]) -> str:
    _ = state.words()
    if len(brought) == 1 and isinstance(brought[0], Survey):
        one = brought[0]
        told = _("Brought in {n} of {m} rows of “{name}”.")
        return told.format(n=one.taken, m=len(one.rows), name=one.name)
    good = sum(one.error is None for one in brought)
    return _("Brought in {n} of {m} files.").format(n=good, m=len(brought))


def just_imported(project: Project) -> bool:
    """Whether this session has brought something into the project that is shown."""
    imported = state.recall("imported")
    return bool(imported) and imported[0] == project.address


def results(project: Project) -> None:
    """A line for each file of the last import."""
    _ = state.words()
    imported = state.recall("imported")
    if not just_imported(project):
        return
    for number, one in enumerate(imported[1]):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"imported-{number}", gap="small"
        ):
            st.html(tag("ul", _line(one), class_="qp-results", aria_label=one.name), width="stretch")
            _onwards(project, number, one, len(imported[1]))


def _onwards(project: Project, number: int, one: Brought, files: int) -> None:
    """Where to look at what came in."""
    _ = state.words()
    if isinstance(one, Imported):
        if one.document is not None and _to_review(project, one.document.id, files):
            st.button(
                _("Review"),
                key=f"review-{number}",
                icon=":material/fact_check:",
                on_click=_review,
                args=(one.document.id,),
            )
    elif one.taken if isinstance(one, Survey) else one.kind == "cases" and one.error is None:
        st.button(
            _("Cases"),
            key=f"cases-{number}",
            icon=":material/group:",
            on_click=state.go,
            args=("cases",),
        )


def _to_review(project: Project, document_id: str, files: int) -> bool:
    """Whether anything is proposed; of a whole folder each has its button, so that nobody waits for the answer."""
    try:
        counts = (
            state.kept(project, review_reading.counts, document_id) if files <= AT_ONCE else {"cleaning": 1}
        )
    except NotFound:  # removed since, or its import undone
        return False
    return any(count for view, count in counts.items() if view != "text")


def _review(document_id: str) -> None:
    state.remember("document", document_id)
    state.remember("review-view", None)
    state.go("review")


def _line(one: Brought) -> Html:
    _ = state.words()
    if isinstance(one, Survey):
        return survey_line(one)
    if isinstance(one, Described):
        return dropped.line(one)
    if one.error is not None:
        return tag("li", tag("strong", one.name), tag("span", one.error.in_words(_)), class_="qp-bad")
    size = show_number(one.document.characters if one.document else 0, state.language())
    facts = [_("{n} characters").format(n=size), _("{n} segments").format(n=one.segments)]
    if one.speakers:
        facts.append(_("speakers: {names}").format(names=", ".join(one.speakers)))
    if one.cleaning:
        facts.append(_("cleaned: {n}").format(n=sum(one.cleaning.values())))
    warnings = [
        tag("span", _(template).format(**values), class_="qp-warning") for template, values in one.warnings
    ]
    return tag(
        "li", tag("strong", one.name), tag("span", " · ".join(facts)), together(*warnings), class_="qp-good"
    )
