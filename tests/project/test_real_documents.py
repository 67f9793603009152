"""Documents as researchers hold them (see the fixture `seeds`), from import through review and back."""

from pathlib import Path

import pytest

from qualcode import Project

NUMBERS = ("000", "001", "002", "003", "004")


@pytest.fixture(params=NUMBERS)
def real(request: pytest.FixtureRequest, seeds: Path, tmp_path: Path) -> tuple[Project, Path]:
    """A project with one of the documents, and its file."""
    file = next(seeds.glob(f"{request.param}_*"))
    project = Project.create(tmp_path / "p.qualcode")
    request.addfinalizer(project.close)
    project.documents.add(file.name, file.read_bytes())
    return project, file


def test_each_edit_stands_where_it_says_in_the_text_as_read_and_in_the_clean_one(
    real: tuple[Project, Path],
) -> None:
    project, file = real
    read, text = project.cleaning.read_text(file.name), project.documents.text(file.name)
    listed = project.cleaning.listed(file.name)
    assert listed
    for each in listed:
        assert read[each.edit.start : each.edit.end] == each.edit.before
        if each.accepted:
            assert text[each.start : each.end] == each.edit.after


def test_undoing_all_edits_gives_the_file_back_byte_for_byte(real: tuple[Project, Path]) -> None:
    project, file = real
    clean = project.documents.text(file.name)
    everything = {each.edit.group for each in project.cleaning.listed(file.name)}
    project.cleaning.choose(file.name, reject=everything)
    assert project.documents.text(file.name).encode() == file.read_bytes()
    assert project.documents.original(file.name).encode() == file.read_bytes()
    assert project.documents.source(file.name) == file.read_bytes()
    project.undo()
    assert project.documents.text(file.name) == clean != file.read_text("utf-8")


def test_codings_stand_on_their_words_while_cleaning_comes_and_goes(real: tuple[Project, Path]) -> None:
    """One coding on a sentence in every ten; of those whose words differ meanwhile, each is told."""
    project, file = real
    code = project.codebook.create("Tillit")
    document = project.documents.get(file.name)
    for segment in project.documents.segments("sentence", file.name)[::10]:
        project.codings.apply(document.id, code.id, segment.start, segment.end)
    before = {each.id: each.text for each in project.codings.excerpts()}
    everything = {each.edit.group for each in project.cleaning.listed(file.name) if each.accepted}
    moved = project.cleaning.choose(file.name, reject=everything)
    raw = {each.id: each.text for each in project.codings.excerpts()}
    assert not moved.gone
    assert {id_ for id_ in before if raw[id_].split() != before[id_].split()} == set(moved.touched)
    project.cleaning.choose(file.name, accept=everything)
    assert {each.id: each.text for each in project.codings.excerpts()} == before
    assert project.check() == ()


def test_what_is_left_out_is_in_no_segment_and_comes_back(real: tuple[Project, Path]) -> None:
    project, file = real
    regions = [each for each in project.cleaning.left_out(file.name) if each.accepted]
    everything = project.documents.segments("paragraph", file.name, excluded=True)
    material = project.documents.segments("paragraph", file.name)
    inside = {
        segment
        for segment in everything
        for region in regions
        if region.start <= segment.start and segment.end <= region.end
    }
    assert set(everything) - set(material) == inside
    project.cleaning.choose(file.name, reject=[each.part.group for each in regions])
    assert len(project.documents.segments("paragraph", file.name)) == len(everything)


def test_accepting_a_proposal_brings_back_what_it_needs(real: tuple[Project, Path]) -> None:
    """A word broken by a page is joined only where the page's number has gone before."""
    project, file = real
    for edit in [each.edit for each in project.cleaning.listed(file.name) if each.edit.needs][:3]:

        def accepted(*groups: str) -> set[str]:
            listed = project.cleaning.listed(file.name)
            return {each.edit.group for each in listed if each.accepted and each.edit.group in groups}

        every = (edit.group, *edit.needs)
        project.cleaning.choose(file.name, reject=every)
        assert accepted(*every) == set()
        project.cleaning.choose(file.name, accept=[edit.group])
        assert accepted(*every) == set(every)
        project.cleaning.choose(file.name, accept=[edit.group], reject=edit.needs)
        assert accepted(*every) == set(), "what is rejected in the same breath stays so"
