"""Codings on corrected words wait to be looked at, with the words as they were."""

import pytest

from qualcode import Project
from qualcode.errors import Refused


def code(project: Project, words: str) -> str:
    start = project.documents.text("Åse.txt").index(words)
    code_id = project.codebook.get("Brukermedvirkning").id
    return project.codings.apply("Åse.txt", code_id, start, start + len(words)).id


def correct(project: Project, wrong: str, right: str) -> None:
    start = project.documents.text("Åse.txt").index(wrong)
    project.cleaning.correct("Åse.txt", start, start + len(wrong), right)


def waiting(project: Project) -> list[tuple[str, str, str]]:
    return [(each.excerpt.id, each.before, each.now) for each in project.codings.to_review()]


def test_a_touched_coding_waits_with_its_words_before_and_now_until_it_is_looked_at(coded: Project) -> None:
    touched = code(coded, "Jeg bestemte selv")
    code(coded, "mange år")
    assert waiting(coded) == []
    correct(coded, "bestemte selv", "avgjorde det selv")
    assert waiting(coded) == [(touched, "Jeg bestemte selv", "Jeg avgjorde det selv")]
    correct(coded, "selv", "alene")
    assert waiting(coded) == [(touched, "Jeg bestemte selv", "Jeg avgjorde det alene")]
    correct(coded, "Intervju", "Samtale")
    assert waiting(coded) == [(touched, "Jeg bestemte selv", "Jeg avgjorde det alene")]
    coded.codings.reviewed(touched)
    assert waiting(coded) == []
    coded.undo()
    assert waiting(coded) == [(touched, "Jeg bestemte selv", "Jeg avgjorde det alene")]
    coded.codings.reviewed(touched)
    correct(coded, "alene", "selv")
    assert waiting(coded) == [(touched, "Jeg avgjorde det alene", "Jeg avgjorde det selv")]
    coded.undo()
    assert waiting(coded) == []
    coded.redo()
    assert waiting(coded) == [(touched, "Jeg avgjorde det alene", "Jeg avgjorde det selv")]


def test_several_are_looked_at_in_one_act(coded: Project) -> None:
    ids = [code(coded, "Jeg bestemte selv"), code(coded, "bestemte selv"), code(coded, "mange år")]
    coded.documents.replace("Åse.txt", "b.txt", coded.documents.source("Åse.txt").replace(b"selv", b"alene"))
    assert {id_ for id_, *_ in waiting(coded)} == set(ids[:2])
    assert len(coded.codings.to_review(code="Recovery")) == 0
    rows = len(coded.journal.all())
    assert coded.codings.reviewed_all(ids) == 2
    assert (waiting(coded), len(coded.journal.all())) == ([], rows + 1)
    assert coded.codings.reviewed_all(ids) == 0
    assert len(coded.journal.all()) == rows + 1
    coded.undo()
    assert len(waiting(coded)) == 2


def test_everybody_sees_what_waits_and_looks_at_their_own(coded: Project) -> None:
    theirs = code(coded.as_coder("Kristian"), "Jeg bestemte selv")
    correct(coded, "bestemte selv", "avgjorde selv")
    assert [id_ for id_, *_ in waiting(coded)] == [theirs]
    assert coded.codings.to_review(coder="Kristian") == coded.codings.to_review()
    with pytest.raises(Refused, match="somebody else's"):
        coded.codings.reviewed_all([theirs])
    assert coded.as_coder("Kristian").codings.reviewed_all([theirs]) == 1
