"""What the canvas is told of what lies over a text, and how it learns that this has changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from canvas_desk import Desk, office
from conftest import INTERVIEW

from qualcode import Project
from qualcode.model.layers import Emphasis, Note, Page, Quote, Region, Stretch
from qualcode.model.structure import Heading, Structure
from qualcode.ui.plain import structure_rows

LAYERS: dict[str, tuple[Any, list[Any]]] = {
    "excluded": (Region("references", 3, 9, 0.8, "references:1"), [3, 9, "references", "references:1"]),
    "emphasis": (Emphasis(1, 4, "bold"), [1, 4, "bold"]),
    "pages": (Page(7, "xii"), [7, "xii"]),
    "notes": (Note(5, "2", "Se Åse 🙂."), [5, "2", "Se Åse 🙂."]),
    "quotes": (Quote(2, 8, "Anne", 0.9, ("verb",), "quote:1"), [2, 8, "Anne"]),
    "languages": (Stretch(0, 6, "en", 0.7, "language:1"), [0, 6, "en"]),
}


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own folder is read or written."""
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "home"))


@pytest.fixture
def sit_down(coded: Project) -> Iterator[Callable[..., Desk]]:
    """Makes coders."""
    with office(coded) as made:
        yield made


@pytest.fixture
def nina(sit_down: Callable[..., Desk]) -> Desk:
    """The coder who made the project."""
    return sit_down()


def parts(desk: Desk) -> dict[str, Any]:
    return dict(desk.get(f"structure/{desk.document.id}/{desk.document.sha}").json())


def leave_out(desk: Desk, words: str) -> str:
    """The name of the part left out."""
    start = INTERVIEW.index(words)
    desk.project.cleaning.leave_out(desk.document.id, start, start + len(words))
    return desk.project.cleaning.regions(desk.document.id)[0].group


@pytest.mark.parametrize("name", LAYERS)
def test_each_layer_is_told_in_short_and_changes_the_name_of_the_whole(name: str) -> None:
    layer, row = LAYERS[name]
    plain = Structure(headings=(Heading(0, 4, 1, "Hei"),))
    rows, before = structure_rows(replace(plain, **{name: (layer,)})), structure_rows(plain)
    assert rows[name] == [row]
    assert rows["shape"] != before["shape"] == structure_rows(plain)["shape"]
    assert {other: rows[other] for other in LAYERS if other != name} == {
        other: [] for other in LAYERS if other != name
    }


def test_emphasis_and_notes_of_a_file_reach_the_canvas_at_their_words(nina: Desk) -> None:
    source = "Det var **🙂 viktig** for Åse[^1], og *slik* ble det.\n\n[^1]: Se Hansen.\n"
    document = nina.project.documents.add("a.md", source.encode(), clean="auto").document
    assert document
    rows = structure_rows(nina.project.documents.structure(document.id))
    text = nina.project.documents.text(document.id)
    assert [(text[start:end], kind) for start, end, kind in rows["emphasis"]] == [
        ("🙂 viktig", "bold"),
        ("slik", "italic"),
    ]
    assert [(text[:start], number, words) for start, number, words in rows["notes"]] == [
        ("Det var 🙂 viktig for Åse", "1", "Se Hansen.")
    ]


def test_the_parts_of_a_text_are_never_kept_by_the_browser(nina: Desk) -> None:
    answer = nina.get(f"structure/{nina.document.id}/{nina.document.sha}")
    assert answer.headers["cache-control"] == "no-store"


def test_a_page_learns_that_somebody_left_a_part_out(nina: Desk) -> None:
    before, shape = nina.codings()["revision"], parts(nina)["shape"]
    group = leave_out(nina, "Hvem bestemte?")
    start = INTERVIEW.index("Hvem")
    assert nina.codings(f"?since={before}&codes=x")["shape"] != shape
    assert nina.codings(f"?since={before}&codes=x")["shape"] == parts(nina)["shape"]
    assert parts(nina)["excluded"] == [[start, start + len("Hvem bestemte?"), "by-hand", group]]


def test_a_left_out_part_is_brought_back_once_and_undone(nina: Desk) -> None:
    shape = parts(nina)["shape"]
    op = {"op": "bring_back", "uid": "1", "group": leave_out(nina, "Hvem bestemte?")}
    left_out = parts(nina)["shape"]
    for _ in range(2):
        answer = nina.post([op]).json()
        assert answer["answers"][0]["ok"]
        assert answer["shape"] == shape != left_out
    assert nina.project.cleaning.regions(nina.document.id) == ()
    assert len(nina.project.journal.all()) == 5  # document, two codes, left out, brought back
    assert nina.post([{"op": "undo", "uid": "2"}]).json()["shape"] == left_out


@pytest.mark.parametrize("group", ["nothing", None, 3])
def test_what_is_not_left_out_cannot_be_brought_back(nina: Desk, group: Any) -> None:
    (answer,) = nina.send({"op": "bring_back", "group": group})
    assert not answer["ok"] and answer["message"]


def test_coding_says_nothing_of_parts(nina: Desk) -> None:
    assert "shape" not in nina.post([nina.add(0, 8)]).json()
