"""Memos about anything: found, changed by their authors only, following their words, undone and read as of then."""

import csv
import io
import zipfile
from collections.abc import Callable

import pytest

from qualcode import Project
from qualcode.errors import BadSpan, Conflict, Duplicate, NotFound, QualcodeError, Refused
from qualcode.model.values import Coding, Memo


def coding_of(project: Project, words: str = "Jeg bestemte selv", memo: str = "") -> Coding:
    start = project.documents.text("Åse.txt").index(words)
    code = project.codebook.get("Brukermedvirkning").id
    return project.codings.apply("Åse.txt", code, start, start + len(words), memo=memo)


def segment(project: Project, words: str, text: str = "Et notat", type: str = "analytic") -> Memo:
    start = project.documents.text("Åse.txt").index(words)
    return project.memos.add("segment", "Åse.txt", text, type=type, start=start, end=start + len(words))


def test_a_memo_can_be_about_anything_and_says_what(coded: Project) -> None:
    case, coding = coded.cases.create("Åse"), coding_of(coded)
    for about, given, name in (
        ("project", "", "Studie"),
        ("document", "Åse.txt", "Åse.txt"),
        ("code", "Recovery/Håp", "Recovery/Håp"),
        ("case", "åse", "Åse"),
        ("coding", coding.id, "Brukermedvirkning"),
    ):
        made = coded.memos.add(about, given, f" Om {about}. ", type="method", title=" En  tittel ")
        assert (made.about, made.name, made.text, made.title) == (about, name, f"Om {about}.", "En tittel")
        assert (made.type, made.coder, coded.memos.of(about, given)) == ("method", "Nina", (made,))
    assert coded.memos.of("coding", coding.id)[0].words == "Jeg bestemte selv"
    part = segment(coded, "rart")
    assert (part.words, part.document, part.about_id) == ("rart", "Åse.txt", part.document_id)
    assert coded.memos.of("document", "Åse.txt") != coded.memos.of("segment", "Åse.txt") == (part,)
    assert [each.about for each in coded.memos.all()][:2] == ["segment", "coding"]
    assert case.name == coded.memos.all(about="case")[0].name
    assert coded.check() == ()


def test_several_memos_about_one_thing_and_the_one_note_of_a_coding(coded: Project) -> None:
    coding = coding_of(coded, memo="notatet")
    other = coded.as_coder("Kristian")
    for each in (coded, other):
        each.memos.add("coding", coding.id, "Analyse", type="analytic")
    (note,) = coded.memos.all(type="")
    assert (note.text, coded.codings.get(coding.id).memo) == ("notatet", "notatet")
    with pytest.raises(Duplicate):
        coded.memos.add("coding", coding.id, "Enda ett")
    with pytest.raises(Duplicate):
        coded.memos.change(coded.memos.all(type="analytic", coder="Nina")[0].id, type="")
    coded.codings.set_memo(coding.id, "nytt")
    assert coded.memos.get(note.id).text == "nytt"
    coded.codings.set_memo(coding.id, "")
    assert len(coded.memos.of("coding", coding.id)) == 2
    with pytest.raises(Refused):
        other.memos.add("coding", coding.id, "Andres notat")
    assert coded.memos.add("coding", coding.id, "Mitt").text == coded.codings.get(coding.id).memo
    assert coded.check() == ()


def test_memos_are_found_by_kind_type_coder_and_words(coded: Project) -> None:
    first = coded.memos.add("project", "", "Håpet kommer med arbeidet.", type="theoretical", title="Håp")
    second = coded.as_coder("Kristian").memos.add("code", "Recovery/Håp", "Snevert?", type="codebook")
    find = coded.memos.all
    assert find() == (second, first)
    assert find(type="codebook") == find(about="code") == find(coder="kristian") == (second,)
    assert find(search="ARBEIDET") == find(search="håp") == (first,)
    assert find(search="ingen") == find(coder="Kari") == ()
    for wrong in ({"type": "x"}, {"about": "x"}):
        with pytest.raises(Refused, match="choose one of"):
            find(**wrong)


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda memos: memos.add("project", "", " "), Refused),
        (lambda memos: memos.add("project", "", "x", type="idea"), Refused),
        (lambda memos: memos.add("mood", "", "x"), Refused),
        (lambda memos: memos.add("project", "", "x", start=0, end=3), Refused),
        (lambda memos: memos.add("segment", "Åse.txt", "x"), Refused),
        (lambda memos: memos.add("segment", "Åse.txt", "x", start=3, end=10**6), BadSpan),
        (lambda memos: memos.add("document", "B.txt", "x"), NotFound),
        (lambda memos: memos.add("coding", "nobody", "x"), NotFound),
        (lambda memos: memos.get("nobody"), NotFound),
        (lambda memos: memos.add("project", "", "a\0b"), Refused),
    ],
)
def test_what_is_no_memo_is_refused(
    coded: Project, act: Callable[[object], object], error: type[QualcodeError]
) -> None:
    revision = coded.revision
    with pytest.raises(error):
        act(coded.memos)
    assert coded.revision == revision


def test_only_its_author_changes_a_memo_and_not_over_what_they_have_not_seen(coded: Project) -> None:
    memo = coded.memos.add("project", "", "Først", title="T")
    other = coded.as_coder("Kristian")
    for act in (lambda: other.memos.change(memo.id, text="x"), lambda: other.memos.remove(memo.id)):
        with pytest.raises(Refused, match="somebody else's"):
            act()
    changed = coded.memos.change(memo.id, text="Så", type="reflexive", seen="Først")
    assert (changed.text, changed.type, changed.title, changed.at) == ("Så", "reflexive", "T", memo.at)
    with pytest.raises(Conflict) as told:
        coded.memos.change(memo.id, text="Mitt", seen="Først")
    assert (told.value.values["stands"], told.value.values["wished"]) == ("Så", "Mitt")
    coded.undo()
    assert coded.memos.get(memo.id) == memo
    coded.redo()
    coded.memos.remove(memo.id)
    assert coded.memos.all() == ()
    coded.undo()
    assert coded.memos.all() == (changed,)


def test_memos_go_with_what_they_are_about_and_come_back(coded: Project) -> None:
    case = coded.cases.create("Åse")
    coded.memos.add("case", case.id, "m")
    coded.memos.add("document", "Åse.txt", "m")
    coded.memos.add("code", "Recovery/Håp", "m")
    segment(coded, "rart")
    for act, left in (
        (lambda: coded.cases.remove(case.id), 3),
        (lambda: coded.documents.remove("Åse.txt"), 2),
        (lambda: coded.codebook.delete(coded.codebook.get("Recovery/Håp").id), 3),
    ):
        before = coded.memos.all()
        act()
        assert (len(coded.memos.all()), coded.check()) == (left, ())
        coded.undo()
        assert coded.memos.all() == before


def test_memos_follow_a_code_or_a_case_into_another(coded: Project) -> None:
    cases = [coded.cases.create(name).id for name in ("Åse", "A.")]
    coded.memos.add("case", cases[1], "m")
    coded.memos.add("code", "Recovery/Håp", "m")
    into = coded.codebook.get("Brukermedvirkning").id
    coded.cases.merge(cases[1], cases[0])
    coded.codebook.merge(coded.codebook.get("Recovery/Håp").id, into)
    assert sorted(each.name for each in coded.memos.all()) == ["Brukermedvirkning", "Åse"]
    coded.undo()
    coded.undo()
    assert sorted(each.name for each in coded.memos.all()) == ["A.", "Recovery/Håp"]


def test_what_somebody_has_written_about_is_not_undone_from_under_it(coded: Project) -> None:
    code = coded.codebook.create("Ny")
    kristian = coded.as_coder("Kristian")
    memo = kristian.memos.add("code", code.id, "Bra kode.")
    with pytest.raises(Conflict):
        coded.undo()
    kristian.memos.remove(memo.id)
    assert coded.undo() is not None
    with pytest.raises(Conflict):
        kristian.undo()
    assert coded.check() == ()


def test_a_memo_follows_its_words_when_the_text_is_corrected_or_replaced(coded: Project) -> None:
    memo = segment(coded, "Jeg bestemte selv")
    seen = {coded.revision: coded.memos.all()}
    coded.cleaning.correct("Åse.txt", 0, 9, "En lengre samtale")
    seen[coded.revision] = coded.memos.all()
    assert coded.memos.get(memo.id).words == "Jeg bestemte selv"
    text = coded.documents.text("Åse.txt").replace("Hvem bestemte?", "Hvem var det som bestemte?")
    coded.documents.replace("Åse.txt", "ny.txt", text.encode())
    seen[coded.revision] = coded.memos.all()
    moved = coded.memos.get(memo.id)
    assert (moved.words, moved.start) == ("Jeg bestemte selv", (memo.start or 0) + 8 + 12)
    coded.documents.replace("Åse.txt", "ny.txt", text.replace("Jeg bestemte selv. ", "").encode())
    (left,) = coded.memos.all()
    assert (left.about, left.text, left.name, left.start) == ("document", "Et notat", "Åse.txt", None)
    assert coded.check() == ()
    for revision, then in seen.items():
        with coded.at(revision) as earlier:
            assert earlier.memos.all() == then
    for then in reversed(seen.values()):
        coded.undo()
        assert coded.memos.all() == then


def test_a_correction_is_not_undone_from_under_somebodys_memo(coded: Project) -> None:
    coded.cleaning.correct("Åse.txt", 0, 9, "Samtale og intervju")
    kristian = coded.as_coder("Kristian")
    memo = segment(kristian, "Jeg bestemte selv")
    with pytest.raises(Conflict, match="by Kristian"):
        coded.undo()
    kristian.memos.change(memo.id, title="T")
    with pytest.raises(Conflict):
        coded.undo()
    kristian.memos.remove(memo.id)
    assert coded.undo() is not None


def test_memos_go_out_under_their_types(coded: Project) -> None:
    coding = coding_of(coded, memo="Et *viktig* sted\n# ikke en overskrift")
    coded.memos.add("code", "Recovery/Håp", "Håpet.", type="theoretical", title="Om <håp> & tro")
    told = coded.memos.export(".md", language="nb").decode()
    assert told.index("## Teoretiske notater") < told.index("### Om \\<håp\\> & tro")
    assert "> Jeg bestemte selv" in told and "Et \\*viktig\\* sted  \n\\# ikke en overskrift" in told
    assert "· Kode: Recovery/Håp*" in told
    rows = list(csv.reader(io.StringIO(coded.memos.export(".csv", language="en").decode("utf-8-sig"))))
    assert [row[:4] for row in rows[1:]] == [
        ["Theoretical memos", "Code", "Recovery/Håp", "Om <håp> & tro"],
        ["Notes", "Coding", "Brukermedvirkning", ""],
    ]
    assert [row[8:11] for row in rows[2:]] == [[str(coding.start), str(coding.end), "Jeg bestemte selv"]]
    with zipfile.ZipFile(io.BytesIO(coded.memos.export(".docx"))) as file:
        body = file.read("word/document.xml").decode()
    assert "Teoretiske notater" in body and "Om &lt;håp&gt; &amp; tro" in body and "Jeg bestemte selv" in body
    assert "Håpet" not in coded.memos.export(".md", about="coding").decode()
    with pytest.raises(QualcodeError, match="cannot be written"):
        coded.memos.export(".pdf")


def test_words_that_may_not_be_quoted_do_not_go_out_with_memos(coded: Project) -> None:
    coding_of(coded, memo="Mine tanker")
    coded.documents.set_attributes("Åse.txt", {"consent": "withdrawn"})
    for ending in (".md", ".csv"):
        told = coded.memos.export(ending, language="en").decode()
        assert "Mine tanker" in told and "Jeg bestemte selv" not in told
        assert "1 for which consent is withdrawn" in told
