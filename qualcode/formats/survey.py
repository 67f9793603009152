"""Survey answers: .csv and .xlsx with one row per respondent, as documents rather than as a table.

Open questions become text, each answer under its question; every other column is an attribute. The respondent's id
is the first column called id, respondent, løpenummer or the like whose values are all there and all different; where
there is none, the number of the row, as a spreadsheet shows it. Which questions are open is proposed from their
answers (`columns`) and decided by a person.
"""

from collections.abc import Iterator, Sequence

from qualcode.errors import BadFile
from qualcode.formats import table
from qualcode.formats.attributes import checked, named_columns
from qualcode.formats.canonical import Line, assemble
from qualcode.formats.limits import MAX_ROWS
from qualcode.formats.rows import Row, head
from qualcode.model.bundle import SurveyCase, SurveyColumn
from qualcode.model.tree import clean_name, same_name

_IDS = (
    *(
        "id",
        "nr",
        "no",
        "number",
        "nummer",
        "løpenummer",
        "løpenr",
        "respondent",
        "respondentid",
        "respondent id",
    ),
    *(
        "respondentnr",
        "respondentnummer",
        "response id",
        "responseid",
        "svar id",
        "svarid",
        "svarnummer",
        "case",
    ),
    *(
        "case id",
        "caseid",
        "informant",
        "informant id",
        "deltaker",
        "deltaker id",
        "deltakernummer",
        "participant",
    ),
    *("participant id", "token", "referansenummer", "submission id"),
)


_OPEN_WORDS = 4
_LONG_WORDS = 8
_VERY_LONG_WORDS = 12
_OPEN_SHARE = 0.5
_FEW = 15
_EXAMPLE = 120


def read(name: str, data: bytes, open_questions: Sequence[str]) -> tuple[SurveyCase, ...]:
    """The respondents, in the order of the table. Raises `BadFile` for a question that no column is called."""
    names, rows = _table(name, data, open_questions)
    questions = _questions(name, names, open_questions)
    own = _id_column({column: of for column, of in names.items() if column not in questions}, rows)
    closed = {column: of for column, of in names.items() if column not in questions and column != own}
    return tuple(_case(row, own, questions, closed) for row in rows)


def columns(name: str, data: bytes) -> tuple[SurveyColumn, ...]:
    """What each column holds, in the order of the table, and which look like open questions."""
    names, rows = _table(name, data, ())
    own = _id_column(names, rows)
    return tuple(_column(of, rows, column, own) for column, of in names.items())


def _table(name: str, data: bytes, known: Sequence[str]) -> tuple[dict[int, str], list[Row]]:
    header, below = table.read_table(name, data, (*known, *_IDS))
    names = named_columns(name, header)
    every = frozenset(names)
    return names, [checked(name, row, header, every) for row in table.limited(name, below, MAX_ROWS)]


def _column(question: str, rows: Sequence[Row], column: int, own: int | None) -> SurveyColumn:
    answers = [answer for row in rows if (answer := row.cell(column).strip())]
    distinct = len({same_name(answer) for answer in answers})
    return SurveyColumn(
        question=question,
        filled=len(answers),
        distinct=distinct,
        mean=round(sum(map(len, answers)) / len(answers), 1) if answers else 0.0,
        open=column != own and _looks_open(answers, distinct),
        example=_example(answers[0]) if answers else "",
        id=column == own,
    )


def _looks_open(answers: Sequence[str], distinct: int) -> bool:
    """Long answers, or sentences that mostly differ; not the ticked boxes of a list, put together with semicolons."""
    if not answers or _ticked(answers):
        return False
    words = [len(answer.split()) for answer in answers]
    mean = sum(words) / len(words)
    differ = distinct >= _OPEN_SHARE * len(answers)
    return (differ and (mean >= _OPEN_WORDS or max(words) >= _LONG_WORDS)) or (
        mean >= _VERY_LONG_WORDS and distinct > 2
    )


def _ticked(answers: Sequence[str]) -> bool:
    several = sum(";" in answer for answer in answers)
    boxes = {box.strip() for answer in answers for box in answer.split(";") if box.strip()}
    return several * 3 >= len(answers) and len(boxes) <= _FEW and len(boxes) < len(answers)


def _example(answer: str) -> str:
    words = " ".join(answer.split())
    return words if len(words) <= _EXAMPLE else words[:_EXAMPLE].rstrip() + " …"


def _questions(name: str, names: dict[int, str], wanted: Sequence[str]) -> dict[int, str]:
    """Questions by column, in the order they were asked for."""
    columns = {head(of): column for column, of in names.items()}
    for question in wanted:
        if head(clean_name(question)) not in columns:
            raise BadFile(
                "{file} has no column called “{question}”. Its columns are: {columns}.",
                file=name,
                question=question,
                columns=", ".join(names.values()),
            )
    found = [columns[head(clean_name(question))] for question in wanted]
    return {column: names[column] for column in found}


def _id_column(names: dict[int, str], rows: Sequence[Row]) -> int | None:
    for column, of in names.items():
        ids = [same_name(row.cell(column)) for row in rows]
        if head(of) in _IDS and all(ids) and len(set(ids)) == len(ids):
            return column
    return None


def _case(row: Row, own: int | None, questions: dict[int, str], closed: dict[int, str]) -> SurveyCase:
    clean = assemble(_answers(row, questions))
    return SurveyCase(
        name=clean_name(row.cell(own)) if own is not None else str(row.number),
        attributes={of: value for column, of in closed.items() if (value := clean_name(row.cell(column)))},
        text=clean.text,
        headings=clean.headings,
        row=row.number,
        numbered=own is None,
    )


def _answers(row: Row, questions: dict[int, str]) -> Iterator[Line]:
    first = True
    for column, question in questions.items():
        if answer := row.cell(column).strip():
            if not first:
                yield Line("")
            yield Line(question, 1)
            yield Line(answer)
            first = False
