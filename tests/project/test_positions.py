"""Positions hold the same words wherever they have been: out to a file, back in, out of a browser."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode import Project
from qualcode.errors import BadSpan
from qualcode.model.spans import from_utf16, to_utf16

PIECES = [
    "Åse",
    " sa: ",
    "«Ja",
    " 🙂» ",
    "👩‍👧 ",
    "🇳🇴 ",
    "e\u0301n ",
    "xa\u0323\u030a ",
    "𝒜",
    "\n\n",
    "\r\n",
    "\t",
    "=1+1",
    "👍🏽 ",
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join).filter(str.strip)
spots = st.tuples(st.integers(0, 120), st.integers(1, 40))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("positions") / "a.qualcode", coder="Nina") as project:
        project.codebook.create("Recovery/Håp")
        project.codebook.create(r"Rus\/psykiatri")
        yield project


def seen(project: Project) -> list[tuple[str, str, int, int, str, str, str]]:
    return [(e.document, e.code, e.start, e.end, e.text, e.coder, e.memo) for e in project.codings.excerpts()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=texts, spots=st.lists(spots, max_size=8), memo=st.sampled_from(["", "=1+1", "'a", "linje\nto", "🙂"])
)
@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_codings_come_back_to_the_same_words(
    desk: Project, text: str, spots: list[tuple[int, int]], memo: str, ending: str
) -> None:
    document = desk.documents.add(f"{desk.revision}.txt", text.encode()).document
    assert document
    canonical = desk.documents.text(document.id)
    codes = [code.id for code in desk.codebook.all()]
    for number, (start, length) in enumerate(spots):
        try:
            coding = desk.codings.apply(document.id, codes[number % 3], start, start + length, memo=memo)
        except BadSpan:
            continue
        there = [from_utf16(canonical, to_utf16(canonical, at)) for at in (coding.start, coding.end)]
        assert there == [coding.start, coding.end]
        units = canonical.encode("utf-16-le")
        a, b = to_utf16(canonical, coding.start), to_utf16(canonical, coding.end)
        assert units[2 * a : 2 * b].decode("utf-16-le") == canonical[coding.start : coding.end]
    before, data = seen(desk), desk.codings.export(ending)
    with desk.together("Away"):
        for each in desk.codings.excerpts():
            desk.codings.remove(each.id)
    assert desk.codings.import_file(f"k{ending}", data) == len(before)
    assert seen(desk) == before
    assert all(
        canonical[start:end] == words for name, _, start, end, words, *_ in before if name == document.name
    )
    with desk.together("Away"):
        desk.documents.remove(document.id)


def test_importing_the_same_codings_again_adds_nothing(coded: Project) -> None:
    coded.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30, memo="m")
    revision = coded.revision
    for ending in (".csv", ".jsonl"):
        assert coded.codings.import_file(f"k{ending}", coded.codings.export(ending)) == 0
    assert coded.revision == revision


@pytest.mark.parametrize("end", [27, 28])
def test_a_position_inside_an_emoji_is_refused_on_the_way_in(coded: Project, end: int) -> None:
    coded.documents.add("B.txt", "Hun sa at alt var bra, ja 👩‍👧 bra".encode())
    row = {"document": "B.txt", "code": "Brukermedvirkning", "start": 0, "end": end}
    with pytest.raises(Exception, match="middle of a character"):
        coded.codings.import_file("k.jsonl", json.dumps(row).encode())
    assert coded.codings.count() == 0
