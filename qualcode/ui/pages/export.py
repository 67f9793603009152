"""Export: reports for people, as Word, Excel or csv."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import LANGUAGES, show_number
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import attribute_label
from qualcode.ui.parts.filters import where_box
from qualcode.ui.parts.plain import tag
from qualcode.ui.parts.preparing import Wish, offer, prepare
from qualcode.ui.parts.sidebar import LANGUAGE_NAMES

ENDINGS = {
    "quotations": (".docx", ".xlsx", ".csv"),
    "frequencies": (".docx", ".xlsx", ".csv"),
    "codebook": (".docx", ".xlsx", ".csv"),
}


def page(project: Project) -> None:
    """Choose a report, see how much it will hold, make it, take it."""
    _ = state.words()
    names = {"quotations": _("Quotations"), "frequencies": _("Frequencies"), "codebook": _("Codebook")}
    kind = st.segmented_control(
        _("Report"),
        list(names),
        default="quotations",
        format_func=names.__getitem__,
        key="export-kind",
        required=True,
    )
    what, how = st.columns(2, gap="medium")
    with what, st.container(key="export-what", gap="small"):
        where, by, code = _what(project, kind)
    with how, st.container(key="export-how", gap="small"):
        ending, language, landscape = _how(kind)
        notes = kind == "quotations" and _notes()
    wish = Wish(kind, ending, where, by, code, language, landscape, notes)
    st.html(tag("p", _preview(project, wish), class_="qp-count", role="status"))
    with st.container(horizontal=True):
        st.button(
            _("Make the file"),
            key="export-make",
            type="primary",
            icon=":material/file_save:",
            on_click=prepare,
            args=(project, wish),
        )
        offer(project, wish)


def _how(kind: str) -> tuple[str, str, bool | None]:
    _ = state.words()
    ending = st.segmented_control(
        _("Format"),
        ENDINGS[kind],
        default=".docx",
        format_func=_format,
        key=f"export-format-{kind}",
        required=True,
    )
    language = st.segmented_control(
        _("Language of the report"),
        LANGUAGES,
        default=state.language(),
        format_func=LANGUAGE_NAMES.__getitem__,
        key="export-language",
        required=True,
    )
    landscape = st.toggle(_("Landscape"), True, key="export-landscape") if _is_wide(kind, ending) else None
    return ending, language, landscape


def _notes() -> bool:
    _ = state.words()
    return st.toggle(
        _("Quote from notes too"),
        False,
        key="export-notes",
        help=_("Notes are not what somebody said word for word; they are marked as notes in the report."),
    )


def _what(project: Project, kind: str) -> tuple[str, str | None, str | None]:
    _ = state.words()
    by, code = None, None
    if kind == "codebook":
        st.text(_("The whole codebook, with definitions, rules, examples and numbers of codings."))
        return "", None, None
    if kind == "frequencies":
        names = state.kept(project, reading.attribute_names)
        special = {"": _("(one column)"), "document": _("Document"), "coder": _("Coder")}
        by = st.selectbox(
            _("In columns by"),
            ["", *names, "document", "coder"],
            format_func=lambda name: special.get(name) or attribute_label(name),
            key="export-by",
        )
    else:
        codes = {each.id: each.path for each in state.kept(project, reading.codes)}
        code = st.selectbox(
            _("Code"),
            ["", *codes],
            format_func=lambda id_: codes[id_] if id_ else _("All"),
            key="export-code",
        )
    return where_box(project, "export"), by or None, code or None


def _format(ending: str) -> str:
    return {".docx": "Word", ".xlsx": "Excel", ".csv": "csv"}[ending]


def _is_wide(kind: str, ending: str) -> bool:
    return ending == ".docx" and kind != "codebook"


def _preview(project: Project, wish: Wish) -> str:
    _ = state.words()
    language = state.language()
    if wish.kind == "codebook":
        return _("Codes: {n}").format(n=show_number(len(state.kept(project, reading.codes)), language))
    filters = tuple((name, value) for name, value in (("code", wish.code), ("where", wish.where)) if value)
    some, all_ = (
        show_number(state.kept(project, reading.count, chosen), language) for chosen in (filters, ())
    )
    told = _("{n} of {m} codings").format(n=some, m=all_)
    if wish.kind != "quotations":
        return told
    withheld = state.kept(project, reading.withheld, filters, wish.notes, language)
    return f"{told} · {_('Left out of the quotations: {told}.').format(told=withheld)}" if withheld else told
