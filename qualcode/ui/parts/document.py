"""What can be done to one document: open, name, language, remove, and a look at its parts."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural
from qualcode.model.structure import UNITS, Unit
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.languages import TEXT_LANGUAGES, language_name
from qualcode.ui.parts.plain import plain, tag, together

A_PAGE = 20


def document_desk(project: Project, document: Document) -> None:
    """The chosen document below the table."""
    _ = state.words()
    with st.container(horizontal=True, vertical_alignment="bottom", key="document-head"):
        st.html(tag("h2", document.name, class_="qp-heading"), width="stretch")
        st.button(
            _("Code this document"),
            key="document-code",
            type="primary",
            icon=":material/ink_highlighter:",
            on_click=_open,
            args=(document.id,),
        )
    parts, facts = st.columns([3, 2], gap="medium")
    with parts:
        _preview(project, document)
    with facts:
        _name_and_language(project, document)
        _remove(project, document)


def _open(document_id: str) -> None:
    state.remember("document", document_id)
    state.remember("jump", None)
    state.go("code")


def _name_and_language(project: Project, document: Document) -> None:
    _ = state.words()
    name_key, language_key = (
        f"name-{document.id}-{document.name}",
        f"language-{document.id}-{document.language}",
    )
    st.text_input(
        _("Name"), document.name, key=name_key, on_change=_rename, args=(project, document, name_key)
    )
    st.selectbox(
        _("Language"),
        TEXT_LANGUAGES,
        TEXT_LANGUAGES.index(document.language),
        format_func=language_name,
        key=language_key,
        on_change=_speak,
        args=(project, document, language_key),
    )


def _rename(project: Project, document: Document, key: str) -> None:
    _ = state.words()
    if state.attempt(project.documents.rename, document.id, state.widget(key)):
        state.tell(_("The document has a new name."), undoes=project)


def _speak(project: Project, document: Document, key: str) -> None:
    _ = state.words()
    if state.attempt(project.documents.set_language, document.id, state.widget(key)):
        state.tell(_("The document's language is changed."), undoes=project)


def _remove(project: Project, document: Document) -> None:
    _, ngettext = state.words(), plural(state.language())
    with st.popover(_("Remove …"), icon=":material/delete:", key="document-remove"):
        asked = ngettext(
            "Remove “{name}” with its {n} coding? You can undo this.",
            "Remove “{name}” with its {n} codings? You can undo this.",
            document.codings,
        )
        st.markdown(plain(asked.format(name=document.name, n=document.codings)))
        st.button(
            _("Remove"),
            key="document-remove-yes",
            type="primary",
            on_click=_removed,
            args=(project, document),
        )


def _removed(project: Project, document: Document) -> None:
    _ = state.words()
    before = project.revision
    state.attempt(project.documents.remove, document.id)
    if project.revision != before:
        state.tell(_("Removed “{name}”.").format(name=document.name), undoes=project)


def unit_name(unit: Unit) -> str:
    """The kinds of parts, by the names readers know."""
    _ = state.words()
    return {
        "section": _("Sections"),
        "turn": _("Speaker turns"),
        "paragraph": _("Paragraphs"),
        "sentence": _("Sentences"),
    }[unit]


def _preview(project: Project, document: Document) -> None:
    _ = state.words()
    counts = state.kept_for_good(project, reading.parts, document.id, document.sha, document.language)[1]
    units = [unit for unit in UNITS if counts[unit]]
    if not units:
        return
    unit = st.segmented_control(
        _("Parts"),
        units,
        default="turn" if counts["turn"] else "paragraph",
        format_func=lambda each: f"{unit_name(each)} {counts[each]}",
        key=f"unit-{document.id}",
        required=True,
        label_visibility="collapsed",
    )
    found = state.kept(project, reading.segments, document.id, unit)
    pages = max(1, -(-len(found) // A_PAGE))
    number = min(state.widget(f"parts-{document.id}-{unit}", 1), pages)
    shown = found[(number - 1) * A_PAGE : number * A_PAGE]
    st.html(
        tag("div", *map(_part, shown), class_="qp-parts", tabindex="0", role="region", aria_label=_("Parts"))
    )
    if pages > 1:
        st.pagination(pages, key=f"parts-{document.id}-{unit}")


def _part(part: tuple[int, int, str, str, tuple[str, ...]]) -> str:
    start, end, words, speaker, section = part
    above = " › ".join(section)
    label = " · ".join(filter(None, [speaker, above, f"{start}–{end}"]))
    shown = words if len(words) <= 600 else words[:600].rsplit(" ", 1)[0] + " …"
    return together(tag("div", tag("span", label, class_="qp-label"), tag("p", shown), class_="qp-part"))
