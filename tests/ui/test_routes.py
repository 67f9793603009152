"""The canvas's routes, spoken to as the page speaks to them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from canvas_desk import Desk, office
from conftest import INTERVIEW

from qualcode import Project
from qualcode.ui.canvas import assets
from qualcode.ui.ops import carry_out

HOPE = INTERVIEW.index("ble")


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


def test_the_text_comes_as_it_is_and_may_be_kept_for_good(nina: Desk) -> None:
    answer = nina.get(f"text/{nina.document.id}/{nina.document.sha}")
    assert answer.text == nina.project.documents.text(nina.document.id)
    assert "immutable" in answer.headers["cache-control"] and "private" in answer.headers["cache-control"]


def test_a_text_of_another_version_is_not_given(nina: Desk) -> None:
    answer = nina.get(f"text/{nina.document.id}/{'0' * 64}")
    assert answer.status_code == 404
    assert "Reload" in answer.json()["message"]


def test_the_gutter_learns_paragraphs_and_speakers(nina: Desk) -> None:
    structure = nina.get(f"structure/{nina.document.id}/{nina.document.sha}").json()
    text = nina.project.documents.text(nina.document.id)
    speakers = [text[label : label + len(name)] for label, _, _, name, _ in structure["turns"]]
    assert speakers == [turn[3] for turn in structure["turns"]] != []
    assert [turn[4] for turn in structure["turns"]] == [name == "Intervjuer" for name in speakers]
    assert structure["paragraphs"][0] == 0


def test_a_static_file_is_named_by_its_content_and_open_to_all(nina: Desk) -> None:
    answer = nina.client.get(f"/qualcode/static/{assets.version()}/main.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert nina.client.get("/qualcode/static/old/main.js").status_code == 404
    assert nina.client.get(f"/qualcode/static/{assets.version()}/..%2F__init__.py").status_code == 404


def test_a_coding_is_stored_before_it_is_acknowledged(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    (answer,) = nina.send(op)
    assert answer["ok"]
    (stored,) = nina.project.codings.of(nina.document.id)
    assert (stored.id, stored.start, stored.end, stored.code_id) == (op["id"], HOPE, HOPE + 3, nina.code.id)


def test_an_op_sent_twice_is_done_once_and_answered_alike(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    assert nina.send(op)[0]["ok"]
    again = nina.send(op)[0]
    assert again["ok"] and again["coding"][0] == op["id"]
    assert len(nina.project.codings.of(nina.document.id)) == 1
    assert len(nina.project.journal.all()) == 4  # document, two codes, one coding


def test_an_op_repeated_after_it_was_undone_stays_undone(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    nina.send(op, {"op": "undo"})
    assert nina.send(op)[0]["ok"]
    assert nina.project.codings.of(nina.document.id) == ()


def test_ops_are_done_in_order_and_a_refused_one_does_not_stop_the_rest(nina: Desk) -> None:
    first, wrong, last = nina.add(0, 8), nina.add(5, 10_000), nina.add(9, 12)
    answers = nina.send(first, wrong, last)
    assert [answer["ok"] for answer in answers] == [True, False, True]
    assert [coding.id for coding in nina.project.codings.of(nina.document.id)] == [first["id"], last["id"]]


@pytest.mark.parametrize(("language", "words"), [("en", "outside the text"), ("nb", "utenfor teksten")])
def test_a_refusal_is_in_the_readers_language(
    sit_down: Callable[..., Desk], language: str, words: str
) -> None:
    nina = sit_down(language=language)
    (answer,) = nina.send(nina.add(5, 10_000))
    assert not answer["ok"]
    assert words in answer["message"]


@pytest.mark.parametrize(
    "op",
    [
        {"op": "burn"},
        {"op": "add", "id": "x"},
        {"op": "add", "id": 3, "code": "c", "start": 0, "end": 1},
        {"op": "add", "id": "x", "code": "c", "start": True, "end": 2},
        {"op": "memo", "id": "x", "memo": None},
        {"uid": "", "op": "undo"},
    ],
)
def test_an_op_that_makes_no_sense_is_refused_with_advice(nina: Desk, op: dict[str, Any]) -> None:
    (answer,) = nina.send(op)
    assert not answer["ok"] and "Reload" in answer["message"]


def test_every_verb_of_the_canvas_changes_its_coding(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    other = nina.project.codebook.get("Brukermedvirkning")
    answers = nina.send(
        op,
        {"op": "resize", "id": op["id"], "start": HOPE - 3, "end": HOPE + 3},
        {"op": "recode", "id": op["id"], "code": other.id},
        {"op": "memo", "id": op["id"], "memo": "Vendepunktet"},
    )
    assert all(answer["ok"] for answer in answers)
    assert answers[-1]["coding"][1:] == [other.id, nina.project.coder.id, HOPE - 3, HOPE + 3, "Vendepunktet"]
    assert nina.send({"op": "remove", "id": op["id"]})[0]["ok"]
    assert nina.project.codings.of(nina.document.id) == ()


def test_each_op_is_one_undo(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    nina.send(op, {"op": "resize", "id": op["id"], "start": HOPE - 3, "end": HOPE + 3})
    (undone,) = nina.send({"op": "undo"})
    assert undone["ok"] and undone["told"]
    assert nina.project.codings.get(op["id"]).start == HOPE
    nina.send({"op": "undo"})
    assert nina.project.codings.of(nina.document.id) == ()
    nina.send({"op": "redo"}, {"op": "redo"})
    assert nina.project.codings.get(op["id"]).start == HOPE - 3


def test_a_code_named_by_typing_is_made_and_applied_in_one_undo(nina: Desk) -> None:
    op = {"op": "new_code", "id": str(uuid4()), "name": "Recovery/Å høre til", "start": 0, "end": 8}
    answer = nina.post([op | {"uid": "1"}]).json()
    made = nina.project.codebook.get("Recovery/Å høre til")
    assert answer["answers"][0]["coding"][1] == made.id
    assert made.id in [code[0] for code in answer["codes"]]
    nina.send({"op": "undo"})
    assert "Recovery/Å høre til" not in [code.path for code in nina.project.codebook.all()]


def test_words_become_a_code_in_vivo(nina: Desk) -> None:
    (answer,) = nina.send({"op": "in_vivo", "id": str(uuid4()), "start": HOPE, "end": HOPE + 3})
    assert nina.project.codebook.get("ble").id == answer["coding"][1]


def test_a_page_gets_what_others_did_since_it_last_asked(sit_down: Callable[..., Desk], nina: Desk) -> None:
    kari = sit_down(coder="Kari")
    mine = nina.add(0, 8)
    nina.send(mine)
    before = kari.codings()
    kari.send(kari.add(9, 12))
    nina.send({"op": "remove", "id": mine["id"]})
    news = nina.codings(f"?since={before['revision']}&codes={before['codes_version']}")
    assert {row[1]: bool(row[2]) for row in news["changes"]} == {
        mine["id"]: False,
        kari.project.codings.of(kari.document.id)[0].id: True,
    }
    assert "Kari" in news["coders"].values()
    assert "codes" not in news
    assert nina.codings(f"?since={news['revision']}&codes=x")["changes"] == []


def test_a_changed_codebook_is_sent_along(nina: Desk) -> None:
    before = nina.codings()
    nina.project.codebook.create("Makt")
    news = nina.codings(f"?since={before['revision']}&codes={before['codes_version']}")
    assert "Makt" in [code[1] for code in news["codes"]]


def test_another_coders_coding_cannot_be_changed(sit_down: Callable[..., Desk], nina: Desk) -> None:
    op = nina.add(0, 8)
    nina.send(op)
    (answer,) = sit_down(coder="Kari").send({"op": "remove", "id": op["id"]})
    assert not answer["ok"]
    assert nina.project.codings.get(op["id"])


def test_ops_meant_for_another_text_are_refused(nina: Desk) -> None:
    answer = nina.post([nina.add(0, 8)], sha="0" * 64)
    assert answer.status_code == 409
    assert "Reload" in answer.json()["message"]
    assert nina.project.codings.of(nina.document.id) == ()


def test_a_text_changed_between_the_question_and_the_act_is_not_coded(nina: Desk) -> None:
    """What the page was shown is asked again where nobody can come in between."""
    nina.project.cleaning.correct(nina.document.id, 0, 1, "Nytt ")
    stale = carry_out(nina.project, nina.document.id, [nina.add(0, 8)], str, sha=nina.document.sha)
    assert [(answer["ok"], "changed" in answer["message"]) for answer in stale] == [(False, True)]
    now = nina.project.documents.get(nina.document.id).sha
    (done,) = carry_out(nina.project, nina.document.id, [nina.add(0, 8)], str, sha=now)
    assert done["ok"]
    assert len(nina.project.codings.of(nina.document.id)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"have": 1, "ops": [3]}', b'{"have": "1", "ops": []}']
)
def test_a_request_that_makes_no_sense_is_turned_away(nina: Desk, content: bytes) -> None:
    answer = nina.client.post(f"/qualcode/api/ops/{nina.document.id}", content=content, headers=nina.headers)
    assert answer.status_code == 400


def test_a_document_that_is_gone_says_so_to_readers_and_writers(nina: Desk) -> None:
    op = nina.add(HOPE, HOPE + 3)
    nina.project.documents.remove(nina.document.id)
    for answer in (nina.get(f"codings/{nina.document.id}"), nina.post([op])):
        assert answer.status_code == 404 and "removed" in answer.json()["message"]
    nina.project.undo()
    assert nina.send(op)[0]["ok"]  # what waited is stored once it is back


def test_a_request_that_may_wait_is_answered_when_somebody_codes(
    nina: Desk, sit_down: Callable[..., Desk]
) -> None:
    revision = nina.codings()["revision"]
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(nina.codings, f"?since={revision}&wait=20")
        assert sit_down(coder="Kari").send(nina.add(HOPE, HOPE + 3))[0]["ok"]
        assert len(waiting.result(timeout=15)["changes"]) == 1


def test_ten_coders_at_once_lose_nothing(sit_down: Callable[..., Desk]) -> None:
    desks = [sit_down(coder=f"Koder {number}") for number in range(10)]
    ops = {desk.coder: [desk.add(start, start + 4) for start in range(0, 60, 6)] for desk in desks}

    def work(desk: Desk) -> list[bool]:
        return [desk.send(op)[0]["ok"] for op in ops[desk.coder]]

    with ThreadPoolExecutor(10) as pool:
        assert all(all(done) for done in pool.map(work, desks))
    stored = {coding.id for coding in desks[0].project.codings.of(desks[0].document.id)}
    assert stored == {op["id"] for mine in ops.values() for op in mine}
