"""Tables of survey answers on their way in: which columns are open questions, and what became of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.i18n import show_number
from qualcode.model.bundle import SurveyColumn
from qualcode.model.values import Imported
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.notices import errors_in_words
from qualcode.ui.parts.plain import Html, tag, together

OPEN = "open"
MOST_TOLD = 20
"""So many rows with something to tell are named."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What became of one table: a result for each row, or an error for all of them."""

    name: str
    rows: tuple[Imported, ...] = ()
    error: QualcodeError | None = None

    @property
    def taken(self) -> int:
        """How many rows came in."""
        return sum(row.error is None for row in self.rows)


def choose_columns(project: Project, name: str, data: bytes, key: str) -> None:
    """The columns of the table, with what is proposed as open questions ticked."""
    _ = state.words()
    with st.container(key=f"survey-{key}", gap="small"), errors_in_words():
        columns = state.kept_for_good(project, reading.survey_columns, name, data)
        _told(columns)
        _table(columns, key)


def _told(columns: Sequence[SurveyColumn]) -> None:
    _ = state.words()
    told = _(
        "A table of answers: each row becomes a case, and its answers to open questions a document to code. "
        "Tick the open questions; the other columns become attributes of the case."
    )
    own = next((column.question for column in columns if column.id), "")
    names = _("“{column}” names the cases.").format(column=own) if own else _("The rows are numbered.")
    st.html(tag("p", f"{told} {names}", class_="qp-small"))


def _table(columns: Sequence[SurveyColumn], key: str) -> None:
    import pandas

    _ = state.words()
    rows = [
        {
            OPEN: column.open,
            "question": column.question,
            "example": column.example,
            "filled": column.filled,
            "distinct": column.distinct,
        }
        for column in columns
        if not column.id
    ]
    st.data_editor(
        pandas.DataFrame(rows, columns=[OPEN, "question", "example", "filled", "distinct"]),
        key=f"columns-{key}",
        hide_index=True,
        disabled=["question", "example", "filled", "distinct"],
        column_config={
            OPEN: st.column_config.CheckboxColumn(_("Open question"), width=130),
            "question": st.column_config.TextColumn(_("Column"), width="medium"),
            "example": st.column_config.TextColumn(_("First answer"), width="medium"),
            "filled": st.column_config.NumberColumn(_("Answers"), width="small"),
            "distinct": st.column_config.NumberColumn(_("Different"), width="small"),
        },
        height="content" if len(rows) <= 14 else 420,
        alt=_("Columns of the table, and which of them are open questions"),
    )


def bring_in(project: Project, name: str, data: bytes, key: str, language: str) -> Survey:
    """Imports one table as it was decided; what cannot be read is told in the result."""
    try:
        rows = project.documents.add_survey(
            name, data, open_questions=_questions(project, name, data, key), language=language
        )
    except QualcodeError as error:
        return Survey(name, error=error)
    return Survey(name, rows)


def _questions(project: Project, name: str, data: bytes, key: str) -> list[str]:
    edits = (state.widget(f"columns-{key}") or {}).get("edited_rows", {})
    columns = [column for column in project.documents.survey_columns(name, data) if not column.id]
    decided = {int(row): cells[OPEN] for row, cells in edits.items() if OPEN in cells}
    return [column.question for number, column in enumerate(columns) if decided.get(number, column.open)]


def line(survey: Survey) -> Html:
    """What became of the table: how many rows, and those that there is something to tell about."""
    _ = state.words()
    if survey.error is not None:
        return tag("li", tag("strong", survey.name), tag("span", survey.error.in_words(_)), class_="qp-bad")
    language = state.language()
    texts = sum(row.document is not None for row in survey.rows)
    facts = [
        _("{n} of {m} rows taken in").format(
            n=show_number(survey.taken, language), m=show_number(len(survey.rows), language)
        ),
        _("{n} documents").format(n=show_number(texts, language)),
    ]
    good = "qp-good" if survey.taken else "qp-bad"
    told = some(_to_tell(survey))
    return tag("li", tag("strong", survey.name), tag("span", " · ".join(facts)), told, class_=good)


def some(told: Sequence[str]) -> Html:
    """Warnings below a result; of very many the first."""
    _ = state.words()
    lines, more = [*told[:MOST_TOLD]], len(told) - MOST_TOLD
    if more > 0:
        lines.append(_("… and {n} more").format(n=show_number(more, state.language())))
    return together(*(tag("span", words, class_="qp-warning") for words in lines))


def _to_tell(survey: Survey) -> list[str]:
    _ = state.words()
    told = []
    for row in survey.rows:
        if row.error is not None:
            told.append(row.error.in_words(_))
        told += [_(template).format(**values) for template, values in row.warnings]
    return told
