"""Parts that are no material: shown, but not counted until they are brought back."""

import pytest

from qualcode import Project
from qualcode.errors import BadSpan

TEXT = "Innhold\nØl og vin 3\n\nHun sa at håpet kom.\n\nÅse var der.\n"


@pytest.fixture
def study(project: Project) -> Project:
    project.documents.add("å.txt", TEXT.encode())
    project.codebook.create("Håp")
    for words in ("vin", "håpet kom", "Åse"):
        start = TEXT.index(words)
        code, document = project.codebook.get("Håp"), project.documents.get("å.txt")
        project.codings.apply(document.id, code.id, start, start + len(words))
    return project


def counted(study: Project, **how: str) -> tuple[int, int]:
    table = study.frequencies(**how)  # type: ignore[arg-type]
    return table.rows[0].own, table.left_out


def test_codings_in_a_part_that_is_left_out_are_not_counted_and_the_table_says_so(study: Project) -> None:
    assert counted(study) == (3, 0)
    study.cleaning.leave_out("å.txt", 0, TEXT.index("3\n") + 1)
    assert counted(study) == (2, 1)
    assert counted(study, count="words") == (3, 1)
    assert counted(study, where='coder = "Nobody"') == (0, 0)
    assert len(study.codings.excerpts()) == 3, "nothing is lost"
    study.undo()
    assert counted(study) == (3, 0)
    study.redo()
    assert counted(study) == (2, 1)
    assert study.check() == ()


def test_what_is_brought_back_counts_again(study: Project) -> None:
    study.cleaning.leave_out("å.txt", 0, TEXT.index("3\n") + 1)
    (region,) = study.cleaning.left_out("å.txt")
    assert (region.part.kind, region.accepted, region.seen) == ("by-hand", True, True)
    study.cleaning.choose("å.txt", reject=[region.part.group])
    assert counted(study) == (3, 0)
    assert [each.accepted for each in study.cleaning.left_out("å.txt")] == [False]


def test_a_coding_that_reaches_out_of_the_part_counts(study: Project) -> None:
    study.cleaning.leave_out("å.txt", 0, TEXT.index("kom."))
    assert counted(study) == (2, 1), "«håpet kom» is partly material"


def test_segments_of_left_out_parts_come_only_when_asked_for(study: Project) -> None:
    everything = study.documents.segments("paragraph")
    study.cleaning.leave_out("å.txt", 0, TEXT.index("3\n") + 1)
    left = study.documents.segments("paragraph")
    assert [segment.text for segment in left] == ["Hun sa at håpet kom.", "Åse var der."]
    again = study.documents.segments("paragraph", excluded=True)
    assert [segment.text for segment in again] == [segment.text for segment in everything]
    assert again[0].excluded == "by-hand"


def test_an_earlier_revision_counts_as_it_did_then(study: Project) -> None:
    before = study.revision
    study.cleaning.leave_out("å.txt", 0, TEXT.index("3\n") + 1)
    with study.at(before) as then:
        assert then.frequencies().rows[0].own == 3


@pytest.mark.parametrize(("start", "end"), [(5, 5), (0, 10**6), (-1, 4)])
def test_what_holds_no_text_cannot_be_left_out(study: Project, start: int, end: int) -> None:
    with pytest.raises(BadSpan):
        study.cleaning.leave_out("å.txt", start, end)
    assert study.cleaning.left_out("å.txt") == ()
