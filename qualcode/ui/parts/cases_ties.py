"""Who is in which document: the cases of whole documents, and those of the speakers in them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from qualcode import Project
from qualcode.i18n import N_, show_number
from qualcode.model.values import Case, Document, Tie
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import Html, tag

A_PAGE = 12


def who_is_where(project: Project, cases: Sequence[Case]) -> None:
    """A row for each document; those that are about nobody yet can be had alone."""
    _ = state.words()
    documents = state.kept(project, reading.documents)
    if not documents:
        st.info(_("There are no documents yet. Bring some in first."), icon=":material/description:")
        return
    tied: dict[str, list[Tie]] = {}
    for tie in state.kept(project, reading.ties):
        tied.setdefault(tie.document_id, []).append(tie)
    shown = _chosen(documents, tied)
    pages = max(1, -(-len(shown) // A_PAGE))
    number = min(state.widget("ties-page") or 1, pages)
    for document in shown[(number - 1) * A_PAGE : number * A_PAGE]:
        _row(project, document, tied.get(document.id, []), cases)
    if pages > 1:
        st.pagination(pages, key="ties-page")


def _chosen(documents: Sequence[Document], tied: Mapping[str, object]) -> Sequence[Document]:
    _ = state.words()
    told = _("What somebody says has the attributes of their case: in excerpts, filters and tables.")
    st.html(tag("p", told, class_="qp-small"))
    nobody = [document for document in documents if document.id not in tied]
    if not nobody:
        return documents
    count = show_number(len(nobody), state.language())
    only = st.toggle(_("Only documents with nobody yet ({n})").format(n=count), key="ties-nobody")
    return nobody if only else documents


def _row(project: Project, document: Document, ties: Sequence[Tie], cases: Sequence[Case]) -> None:
    _ = state.words()
    voices = state.kept(project, reading.voices, document.id)
    with st.container(key=f"row-tie-{document.id}", gap="small"):
        facts, fields = st.columns([1.2, 1], gap="medium", vertical_alignment="top")
        with facts:
            nobody = None if ties else tag("span", _("nobody yet"), class_="qp-badge")
            st.html(tag("h3", document.name, " ", nobody, class_="qp-heading"))
            if voices:
                _speakers(document, ties, voices)
        with fields:
            _whole(project, document, ties, cases)


def _speakers(document: Document, ties: Sequence[Tie], voices: Mapping[str, bool]) -> None:
    _ = state.words()
    who: dict[str, list[str]] = {}
    for tie in ties:
        who.setdefault(tie.speaker, []).append(tie.case)
    names = [*voices, *(speaker for speaker in who if speaker and speaker not in voices)]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        said = (_speaker(name, who, voices) for name in names)
        st.html(tag("ul", *said, class_="qp-voices"), width="content")
        st.button(
            _("Say who speaks"),
            key=f"speakers-{document.id}",
            type="tertiary",
            icon=":material/record_voice_over:",
            on_click=_review,
            args=(document.id,),
        )


def _speaker(name: str, who: Mapping[str, Sequence[str]], voices: Mapping[str, bool]) -> Html:
    _ = state.words()
    if name in who:
        case = tag("strong", ", ".join(who[name]))
    elif voices[name]:
        case = tag("span", _("asks the questions"), class_="qp-label")
    else:
        case = tag("span", _("as the whole document") if "" in who else _("nobody yet"), class_="qp-label")
    return tag("li", name, " → ", case)


def _review(document_id: str) -> None:
    state.remember("document", document_id)
    state.remember("review-view", "speakers")
    state.go("review")


def _whole(project: Project, document: Document, ties: Sequence[Tie], cases: Sequence[Case]) -> None:
    _ = state.words()
    key = f"ties-{document.id}"
    state.fill(key, [tie.case for tie in ties if not tie.speaker])
    st.multiselect(
        _("The whole document is about"),
        [case.name for case in cases],
        key=key,
        accept_new_options=True,
        select_all=False,
        placeholder=_("Choose a case, or write a new one"),
        on_change=_store,
        args=(project, document, key),
    )


def _store(project: Project, document: Document, key: str) -> None:
    _ = state.words()
    before = project.revision
    wished = [" ".join(name.split()) for name in state.widget(key) or ()]
    state.attempt(tie, project, document.id, [name for name in wished if name])
    if project.revision != before:
        told = _("Said who “{document}” is about.").format(document=document.name)
        state.tell(told, undoes=project)


def tie(project: Project, document_id: str, names: Sequence[str]) -> None:
    """Makes the cases of the whole document those of these names, as one act; a name that is new becomes a person."""
    ids = {case.name: case.id for case in project.cases.all()}
    now = {tie.case: tie.case_id for tie in project.cases.ties(document_id) if not tie.speaker}
    with project.together(N_("Said who a document is about")):
        for name in names:
            if name not in now:
                id_ = ids.get(name) or project.cases.create(name).id
                project.cases.tie(id_, document_id)
        for name, id_ in now.items():
            if name not in names:
                project.cases.untie(id_, document_id)
