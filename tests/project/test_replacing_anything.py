"""Whatever was corrected in a text: untouched words keep their codings, the others are told, and undo brings all back."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode import Project
from qualcode.errors import BadSpan
from qualcode.model.values import Coding

WORDS = ["ja", "nei", "det", "Åse", "bestemte", "🙂", "👩\u200d👧", "x\u0323", "å", "selv,", "…"]
FATES = ["keep"] * 6 + ["correct", "remove", "line before"]
bodies = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8), min_size=3, max_size=8)


class Word(NamedTuple):
    """A word's place in the old text and, when nobody touched it, in the new one."""

    start: int
    end: int
    now: int | None


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One project for all examples."""
    address = str(tmp_path_factory.mktemp("replacing") / "a.qualcode")
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        address = f"{url}{'&' if '?' in url else '?'}schema=replacing"
    with Project.create(address, coder="Nina") as project:
        project.codebook.create("Håp")
        yield project


def corrected(lines: list[list[str]], draw: Callable[..., str]) -> tuple[str, str, list[Word]]:
    """A text, a corrected version of it, and each of its words."""
    old, new, words = "", "", []
    for number, body in enumerate(lines):
        for index, word in enumerate([f"R{number}:", *body]):
            fate = "keep" if index == 0 else draw(st.sampled_from(FATES))
            if fate == "line before" and index == 1:
                new = new[: new.rindex("R")] + f"Ny linje {number}: helt andre ord\n" + new[new.rindex("R") :]
                words[-1] = Word(words[-1].start, words[-1].end, new.rindex("R"))
            if fate == "remove":  # of two equal words beside each other, nobody can tell which one is gone
                word = f"bort{number}x{index}"
            untouched = fate not in ("correct", "remove")
            words.append(Word(len(old), len(old) + len(word), len(new) if untouched else None))
            old += f"{word} "
            new += f"{word} " if untouched else "rettet " if fate == "correct" else ""
        old, new = f"{old}slutt{number}\n", f"{new}slutt{number}\n"
    return old, new, words


def code(desk: Project, document_id: str, words: list[Word], spots: list[tuple[int, int]]) -> list[Coding]:
    """Codings from one word to another."""
    made = []
    for first, number in spots:
        some = words[first % len(words) :][:number]
        try:
            made.append(
                desk.codings.apply(document_id, desk.codebook.all()[0].id, some[0].start, some[-1].end)
            )
        except BadSpan:
            continue
    return list({coding.id: coding for coding in made}.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=bodies,
    spots=st.lists(st.tuples(st.integers(0, 100), st.integers(1, 5)), max_size=6),
    data=st.data(),
)
def test_codings_on_untouched_words_stay_on_the_very_same_and_the_others_are_told(
    desk: Project, lines: list[list[str]], spots: list[tuple[int, int]], data: st.DataObject
) -> None:
    old, new, words = corrected(lines, data.draw)
    document = desk.documents.add(f"{desk.revision}.txt", old.encode()).document
    assert document and desk.documents.text(document.id) == old
    made = code(desk, document.id, words, spots)
    before = desk.codings.of(document.id)
    told = desk.documents.compare(document.id, "n.txt", new.encode())
    done = desk.documents.replace(document.id, "n.txt", new.encode(), force=True)
    assert desk.documents.text(document.id) == new
    assert (told.kept, told.touched, told.gone) == (done.kept, done.touched, done.gone)
    after = {coding.id: coding for coding in desk.codings.of(document.id)}
    for coding in made:
        under = [word for word in words if coding.start <= word.start and word.end <= coding.end]
        there, first = after.get(coding.id), under[0].now
        same = new[first:].startswith(old[coding.start : coding.end]) if first is not None else False
        if first is not None and same and all(word.now is not None for word in under):
            assert there and there.start == first and there.review == "" and coding.id not in done.touched
            assert new[there.start : there.end] == old[coding.start : coding.end]
    marked = {coding.id for coding in after.values() if coding.review}
    assert marked == set(done.touched)
    assert done.kept + len(done.touched) == len(after) and len(done.gone) <= len(made) - len(after)
    assert desk.check() == ()
    if old != new:
        desk.undo()
    assert desk.codings.of(document.id) == before and desk.documents.text(document.id) == old
    with desk.together("Away"):
        desk.documents.remove(document.id)
