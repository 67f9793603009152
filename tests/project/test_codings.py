"""Codings: positions are code points, refused when they do not fit; each coder has their own."""

import pytest

from qualcode import Project
from qualcode.errors import BadExpression, BadFile, BadSpan, NotFound, Refused


def hope(project: Project) -> str:
    return project.codebook.get("Recovery/Håp").id


def span(project: Project, words: str) -> tuple[int, int]:
    start = project.documents.text("Åse.txt").index(words)
    return start, start + len(words)


def test_a_coding_holds_exactly_the_words_emoji_and_all(coded: Project) -> None:
    words = "Det var … 🙂 rart."
    coded.codings.apply("Åse.txt", hope(coded), *span(coded, words), memo="uventet")
    (found,) = coded.codings.excerpts()
    assert (found.text, found.memo, found.coder, found.code) == (words, "uventet", "Nina", "Recovery/Håp")
    assert (found.place.speaker, found.document) == ("Åse", "Åse.txt")


@pytest.mark.parametrize(
    ("start", "end"), [(5, 5), (6, 5), (-1, 3), (0, 100_000), (10**7, 10**7 + 1)], ids=str
)
def test_a_coding_outside_the_text_or_empty_is_refused(coded: Project, start: int, end: int) -> None:
    revision = coded.revision
    with pytest.raises(BadSpan):
        coded.codings.apply("Åse.txt", hope(coded), start, end)
    assert (coded.codings.count(), coded.revision) == (0, revision)


def test_a_coding_never_cuts_a_letter_from_its_ring_or_an_emoji_in_two(project: Project) -> None:
    text = "Ja, xa\u0323\u030a og 👩\u200d👧 der"
    project.documents.add("a.txt", text.encode())
    code = project.codebook.create("Kode")
    text = project.documents.text("a.txt")
    for cut in (text.index("\u030a"), text.index("\u200d"), text.index("👧")):
        with pytest.raises(BadSpan, match="middle of a character"):
            project.codings.apply("a.txt", code.id, 0, cut)


def test_the_same_coder_code_and_words_again_changes_nothing(coded: Project) -> None:
    first = coded.codings.apply("Åse.txt", hope(coded), 19, 30)
    revision = coded.revision
    assert coded.codings.apply("Åse.txt", hope(coded), 19, 30) == first
    assert coded.revision == revision


def test_two_coders_may_put_the_same_code_on_the_same_words(coded: Project) -> None:
    coded.codings.apply("Åse.txt", hope(coded), 19, 30)
    coded.as_coder("Kristian").codings.apply("Åse.txt", hope(coded), 19, 30)
    assert [each.coder for each in coded.codings.excerpts()].count("Kristian") == 1
    assert coded.codings.count() == 2
    assert coded.codings.count(coder="kristian") == 1


def test_only_ones_own_coding_can_be_changed(coded: Project) -> None:
    coding = coded.codings.apply("Åse.txt", hope(coded), 19, 30)
    other = coded.as_coder("Kristian")
    for act in (
        lambda: other.codings.remove(coding.id),
        lambda: other.codings.resize(coding.id, 19, 31),
        lambda: other.codings.set_memo(coding.id, "min"),
    ):
        with pytest.raises(Refused, match="somebody else"):
            act()
    assert coded.codings.get(coding.id) == coding


def test_boundaries_code_and_memo_can_be_changed(coded: Project) -> None:
    coding = coded.codings.apply("Åse.txt", hope(coded), 19, 30)
    user = coded.codebook.get("Brukermedvirkning").id
    coded.codings.resize(coding.id, 18, 33)
    coded.codings.recode(coding.id, user)
    coded.codings.set_memo(coding.id, "et notat")
    now = coded.codings.get(coding.id)
    assert (now.start, now.end, now.code_id, now.memo) == (18, 33, user, "et notat")
    assert coded.codings.set_memo(coding.id, " ").memo == ""


def test_an_in_vivo_code_is_named_by_the_words_and_undone_in_one_step(coded: Project) -> None:
    before = coded.codebook.all()
    coding = coded.codings.in_vivo("Åse.txt", *span(coded, "Jeg bestemte selv"))
    assert coded.codebook.get(coding.code_id).name == "Jeg bestemte selv"
    coded.undo()
    assert (coded.codebook.all(), coded.codings.count()) == (before, 0)


def test_removing_a_coding_removes_its_memo_and_undo_brings_both_back(coded: Project) -> None:
    coding = coded.codings.apply("Åse.txt", hope(coded), 19, 30, memo="viktig")
    coded.codings.remove(coding.id)
    with pytest.raises(NotFound):
        coded.codings.get(coding.id)
    coded.undo()
    assert coded.codings.get(coding.id) == coding


def test_codings_come_longest_first_where_they_begin_together(coded: Project) -> None:
    for start, end in ((30, 40), (19, 25), (19, 40)):
        coded.codings.apply("Åse.txt", hope(coded), start, end)
    document = coded.documents.get("Åse.txt")
    assert [(c.start, c.end) for c in coded.codings.of(document.id)] == [(19, 40), (19, 25), (30, 40)]


def test_since_tells_each_changed_coding_once_with_its_last_state(coded: Project) -> None:
    document = coded.documents.get("Åse.txt")
    kept = coded.codings.apply("Åse.txt", hope(coded), 19, 30)
    seen = coded.revision
    gone = coded.codings.apply("Åse.txt", hope(coded), 40, 50)
    coded.codings.resize(gone.id, 40, 51)
    coded.codings.remove(gone.id)
    coded.codings.set_memo(kept.id, "nytt")
    changes = coded.codings.since(document.id, seen)
    assert [(each.id, each.coding) for each in changes] == [
        (gone.id, None),
        (kept.id, coded.codings.get(kept.id)),
    ]
    assert coded.codings.since(document.id, coded.revision) == ()


def test_pages_of_excerpts_join_up(coded: Project) -> None:
    for start in range(19, 60, 2):
        coded.codings.apply("Åse.txt", hope(coded), start, start + 6)
    whole = coded.codings.excerpts()
    first = coded.codings.excerpts(limit=8)
    rest = coded.codings.excerpts(after=first[-1].id)
    assert first + rest == whole
    assert len(whole) == coded.codings.count() == 21


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("", 2),
        ('role = "Tidgiver"', 1),
        ('not role = "tidgiver"', 1),
        ("alder >= 40", 1),
        ('code = "Recovery"', 1),
        ('coder = "kristian"', 1),
        ('memo ~ "viktig"', 1),
        ('speaker = "åse"', 1),
        ('role in ("tidgiver", deltaker) and document ~ "åse"', 1),
    ],
)
def test_excerpts_are_filtered_by_attributes_codes_coders_and_words(
    coded: Project, where: str, found: int
) -> None:
    coded.documents.add("B.txt", b"Bare en linje om noe helt annet.")
    coded.documents.set_attributes("Åse.txt", {"role": "tidgiver", "alder": "52"})
    coded.documents.set_attributes("B.txt", {"role": "deltaker", "alder": "31"})
    coded.codings.apply("Åse.txt", hope(coded), *span(coded, "Jeg bestemte selv"), memo="Viktig her")
    coded.as_coder("Kristian").codings.apply("B.txt", coded.codebook.get("Brukermedvirkning").id, 0, 14)
    assert len(coded.codings.excerpts(where=where)) == coded.codings.count(where=where) == found


@pytest.mark.parametrize(
    "where", ["role =", "role = (", "= 3", 'role = "a" and', "role in ()", "(" * 400, '"a']
)
def test_a_filter_that_makes_no_sense_is_answered_with_an_example(coded: Project, where: str) -> None:
    with pytest.raises(BadExpression, match="An example that works"):
        coded.codings.excerpts(where=where)


def test_codings_survive_export_and_import_with_their_positions(coded: Project) -> None:
    coded.codings.apply("Åse.txt", hope(coded), *span(coded, "🙂 rart"), memo="=1+1")
    coded.as_coder("Kristian").codings.apply("Åse.txt", hope(coded), *span(coded, "Jeg bestemte selv"))
    for ending in (".csv", ".jsonl"):
        before = [
            (e.document, e.code, e.start, e.end, e.text, e.coder, e.memo) for e in coded.codings.excerpts()
        ]
        data = coded.codings.export(ending)
        with coded.together("Alt bort"):
            for excerpt in coded.codings.excerpts():
                coded.as_coder(excerpt.coder).codings.remove(excerpt.id)
        assert coded.codings.import_file(f"kodinger{ending}", data) == 2
        after = [
            (e.document, e.code, e.start, e.end, e.text, e.coder, e.memo) for e in coded.codings.excerpts()
        ]
        assert after == before


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Åse.txt,Recovery/Håp,5,4", "row 3"),
        ("Åse.txt,Recovery/Håp,5,99999", "row 3"),
        ("Ukjent.txt,Recovery/Håp,5,9", "Ukjent.txt"),
        ("Åse.txt,Recovery/Hap,5,9", "Recovery/Håp"),
        ("Åse.txt,Recovery/Håp,fem,9", "row 3"),
    ],
)
def test_one_bad_row_stops_the_import_of_codings_and_is_named(coded: Project, row: str, told: str) -> None:
    table = f"document,code,start,end\nÅse.txt,Recovery/Håp,19,30\n{row}\n"
    revision = coded.revision
    with pytest.raises((BadFile, NotFound), match=told):
        coded.codings.import_file("kodinger.csv", table.encode())
    assert (coded.codings.count(), coded.revision) == (0, revision)


def test_a_long_in_vivo_name_ends_between_two_characters(project: Project) -> None:
    words = "x" * 78 + "👩\u200d👩\u200d👧 og så videre"
    project.documents.add("a.txt", words.encode())
    coding = project.codings.in_vivo("a.txt", 0, len(words))
    assert project.codebook.get(coding.code_id).name == "x" * 78
    assert project.codings.excerpts()[0].text == words
