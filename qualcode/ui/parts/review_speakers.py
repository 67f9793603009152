"""Speakers: who is who in a transcript, who asks, and which case each of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.i18n import N_, plural, show_number
from qualcode.model.layers import Voice
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import Html, plain, tag

KINDS = ("person", "group", "site")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in the fields of one speaker: the name, whether they ask, the case and its kind if it is new."""

    label: str
    name: str
    asks: bool
    case: str = ""
    kind: str = "person"


def speakers_view(project: Project, document: Document) -> None:
    """Names, roles and cases for every label in the text; one button saves them all as one act."""
    _ = state.words()
    found = state.kept(project, review_reading.speakers, document.id)
    cases = state.kept(project, review_reading.cases)
    told = _("Several labels with one name become one speaker. Interviewers can be left out of counts.")
    st.html(tag("p", told, class_="qp-small"))
    said = [_row(project, document, each, cases) for each in found]
    changed = [one for one, each in zip(said, found, strict=True) if _differs(one, each)]
    ngettext, n = plural(state.language()), len(changed)
    st.button(
        ngettext("Save {n} change", "Save {n} changes", n).format(n=n) if changed else _("Saved"),
        key="speakers-save",
        type="primary",
        disabled=not changed,
        on_click=_save,
        args=(project, document, said, found),
    )


def _differs(said: Said, each: Any) -> bool:
    return (said.name, said.asks, said.case) != (each.name, each.interviewer, each.case)


def _row(project: Project, document: Document, each: Any, cases: Sequence[str]) -> Said:
    """One speaker: what the text says to the left, what people say to the right."""
    _ = state.words()
    mark = f"{document.id}-{each.label}"
    with st.container(key=f"row-speaker-{mark}", gap="small"):
        facts, fields = st.columns([1, 1.5], gap="medium")
        with facts:
            st.html(_facts(each))
        with fields, st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            name = st.text_input(_("Name"), each.name, key=f"voice-{mark}-{each.name}", width=185)
            case, kind = _case(each, cases, mark)
            asks = st.checkbox(
                _("Asks the questions"), each.interviewer, key=f"asks-{mark}-{each.name}-{each.interviewer}"
            )
        if each.same_as:
            _suggestion(project, document, each)
    return Said(each.label, " ".join((name or "").split()), asks, case, kind)


def _facts(each: Any) -> Html:
    _ = state.words()
    language = state.language()
    numbers = _("turns: {turns} · words: {words}").format(
        turns=show_number(each.turns, language), words=show_number(each.words, language)
    )
    return tag(
        "div",
        tag("h3", each.label, class_="qp-heading"),
        tag("p", numbers, class_="qp-label"),
        tag("p", each.example, class_="qp-near"),
        class_="qp-choice",
    )


def _case(each: Any, cases: Sequence[str], mark: str) -> tuple[str, str]:
    """The case that the speaker is: one of those there are, or a new one, then with its kind."""
    _ = state.words()
    options = [*cases] if each.case in (*cases, "") else [*cases, each.case]
    case = st.selectbox(
        _("Case"),
        options,
        options.index(each.case) if each.case else None,
        key=f"case-{mark}-{each.case}",
        accept_new_options=True,
        placeholder=_("None, or a new one"),
        width=185,
    )
    name = " ".join((case or "").split())
    if not name or name in options:
        return name, "person"
    names = {"person": _("Person"), "group": _("Group"), "site": _("Site")}
    kind = st.selectbox(
        _("Kind of the new case"), KINDS, format_func=names.__getitem__, key=f"kind-{mark}", width=160
    )
    return name, kind


def _suggestion(project: Project, document: Document, each: Any) -> None:
    _ = state.words()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = _("“{label}” seems to be another spelling of “{other}”.")
        st.html(
            tag("p", told.format(label=each.label, other=each.same_as), class_="qp-small"), width="content"
        )
        st.button(
            _("Same as {other}").format(other=plain(each.same_as)),
            key=f"same-{each.label}",
            icon=":material/merge:",
            on_click=_same,
            args=(project, document, each.label, each.same_as),
        )
        st.button(
            _("Somebody else"),
            key=f"else-{each.label}",
            type="tertiary",
            on_click=_same,
            args=(project, document, each.label, each.label),
        )


def _same(project: Project, document: Document, label: str, other: str) -> None:
    _ = state.words()
    names = {each.label: each.name for each in project.parts.speakers(document.id)}
    if label == other:
        told = _("“{label}” stays somebody of their own.").format(label=label)
        voice = Voice(label, names.get(label, label))
    else:
        told = _("“{label}” and “{other}” are one speaker.").format(label=label, other=other)
        voice = Voice(label, names.get(other, other))
    review_acts.do(project, told, project.parts.set_speakers, document.id, {label: voice})


def _save(project: Project, document: Document, said: Sequence[Said], found: Sequence[Any]) -> None:
    _ = state.words()
    review_acts.do(project, _("The speakers are saved."), save, project, document.id, said, found)


def save(project: Project, document_id: str, said: Sequence[Said], found: Sequence[Any]) -> Any:
    """Stores what was said about the speakers, as one act; gives what became of the codings."""
    voices = voices_of(said, found)
    cases = {one.name: one for one, each in zip(said, found, strict=True) if one.case != each.case}
    if not cases:
        return project.parts.set_speakers(document_id, voices)
    with project.together(N_("Said who speaks")):
        moved = project.parts.set_speakers(document_id, voices)
        for name, one in cases.items():
            _tie(project, document_id, name, one)
    return moved


def voices_of(said: Sequence[Said], found: Sequence[Any]) -> Mapping[str, Voice]:
    """The speakers whose name or role was changed, with all the labels of the same name.

    Where labels of one name differ in who asks, what was changed last counts, else whoever asks.
    """
    asks: dict[str, bool] = {}
    for one, each in zip(said, found, strict=True):
        asks[one.name] = asks.get(one.name, False) or (one.asks and each.interviewer)
    changed = {
        one.name: one.asks for one, each in zip(said, found, strict=True) if one.asks != each.interviewer
    }
    renamed = {one.name for one, each in zip(said, found, strict=True) if one.name != each.name}
    names = {*changed, *renamed}
    return {
        one.label: Voice(one.label, one.name, (asks | changed)[one.name]) for one in said if one.name in names
    }


def _tie(project: Project, document_id: str, speaker: str, one: Said) -> None:
    """Ties the speaker to the case that was chosen, made if it is new, and to no other."""
    for tie in project.cases.ties(document_id):
        if tie.speaker == speaker:
            project.cases.untie(tie.case_id, document_id, speaker=speaker)
    if not one.case:
        return
    known = {case.name: case.id for case in project.cases.all()}
    id_ = known.get(one.case) or project.cases.create(one.case, kind=one.kind).id
    project.cases.tie(id_, document_id, speaker=speaker)
