"""Undo, redo, as-of: whatever was done can be taken back exactly, and every earlier state can be read."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from qualcode import Project
from qualcode.errors import Conflict, NotFound, QualcodeError, Refused


def state(project: Project) -> dict[str, Any]:
    """Everything a person can see of a project, as plain values."""
    return {
        "name": project.info().name,
        "documents": project.documents.all(),
        "codes": project.codebook.all(),
        "excerpts": project.codings.excerpts(),
        "cases": project.cases.all(),
        "ties": project.cases.ties(),
        "types": project.cases.types(),
        "memos": project.memos.all(),
        "said": [
            (project.codings.comments(each.id), project.codings.links(each.id))
            for each in project.codings.excerpts()
            if each.comments or each.links
        ],
    }


def test_undo_and_redo_go_back_and_forth_through_all_verbs(coded: Project) -> None:
    hope = coded.codebook.get("Recovery/Håp").id
    acts: list[Callable[[], object]] = [
        lambda: coded.codings.apply("Åse.txt", hope, 19, 30, memo="m"),
        lambda: coded.codebook.change(hope, name="Tro", definition="d"),
        lambda: coded.documents.set_attributes("Åse.txt", {"role": "tidgiver"}),
        lambda: coded.codebook.merge(hope, coded.codebook.get("Brukermedvirkning").id),
        lambda: coded.rename("Ny studie"),
        lambda: coded.documents.rename("Åse.txt", "Å.txt"),
        lambda: coded.documents.remove("Å.txt"),
        lambda: coded.codebook.delete(coded.codebook.get("Brukermedvirkning").id, codings="remove"),
    ]
    seen = [state(coded)]
    for act in acts:
        act()
        seen.append(state(coded))
    for earlier in reversed(seen[:-1]):
        assert coded.undo() is not None
        assert state(coded) == earlier
    for later in seen[1:]:
        assert coded.redo() is not None
        assert state(coded) == later
    assert coded.redo() is None


def test_undo_is_per_coder(coded: Project) -> None:
    other = coded.as_coder("Kristian")
    mine = coded.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30)
    other.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 40, 50)
    coded.undo()
    assert [each.coder for each in coded.codings.excerpts()] == ["Kristian"]
    assert mine.id not in {each.id for each in coded.codings.excerpts()}


def test_undo_refuses_when_somebody_changed_the_same_thing_since(coded: Project) -> None:
    code = coded.codebook.get("Brukermedvirkning")
    coded.codebook.change(code.id, definition="min")
    coded.as_coder("Kristian").codebook.change(code.id, definition="hans")
    revision = coded.revision
    with pytest.raises(Conflict, match="by Kristian"):
        coded.undo()
    assert (coded.codebook.get(code.id).definition, coded.revision) == ("hans", revision)


def test_undoing_a_new_code_refuses_once_somebody_has_used_it(coded: Project) -> None:
    code = coded.codebook.create("Nytt")
    coded.as_coder("Kristian").codings.apply("Åse.txt", code.id, 19, 30)
    with pytest.raises(Conflict):
        coded.undo()
    assert coded.codings.count(code="Nytt") == 1


def test_undoing_a_correction_refuses_once_somebody_has_coded_the_corrected_text(coded: Project) -> None:
    code = coded.codebook.get("Brukermedvirkning").id
    coded.cleaning.correct("Åse.txt", 0, 9, "Samtale og intervju")
    other = coded.as_coder("Kristian")
    start = coded.documents.text("Åse.txt").index("Jeg bestemte selv")
    theirs = other.codings.apply("Åse.txt", code, start, start + 17)
    with pytest.raises(Conflict, match="by Kristian"):
        coded.undo()
    assert [each.text for each in coded.codings.excerpts()] == ["Jeg bestemte selv"]
    other.codings.remove(theirs.id)
    assert coded.undo() is not None
    later = other.codings.apply("Åse.txt", code, 0, 9)
    with pytest.raises(Conflict):
        coded.redo()
    other.codings.remove(later.id)
    assert coded.redo() is not None
    assert coded.documents.text("Åse.txt").startswith("Samtale og intervju")


def test_something_new_ends_what_could_be_redone(coded: Project) -> None:
    coded.codebook.create("A")
    coded.undo()
    coded.codebook.create("B")
    assert coded.redo() is None


def test_a_group_of_verbs_is_one_row_and_one_undo(coded: Project) -> None:
    before, rows = state(coded), len(coded.journal.all())
    with coded.together("Three codes"):
        for name in "XYZ":
            coded.codebook.create(name)
    assert len(coded.journal.all()) == rows + 1
    coded.undo()
    assert state(coded) == before


def test_a_group_that_fails_leaves_nothing_behind(coded: Project) -> None:
    before, revision = state(coded), coded.revision
    with pytest.raises(QualcodeError), coded.together("Half"):
        coded.codebook.create("X")
        coded.codebook.create("X")
    assert (state(coded), coded.revision) == (before, revision)


def test_a_request_sent_twice_is_done_once(coded: Project) -> None:
    uid = str(uuid.uuid4())
    for _ in range(2):
        with coded.together("From a client", uid=uid) as act:
            if not act.repeated:
                coded.codebook.create("Nytt")
    assert [entry.what for entry in coded.journal.all()].count("From a client") == 1


def test_a_group_without_words_of_its_own_is_told_by_its_first_verb(coded: Project) -> None:
    with coded.together(uid=str(uuid.uuid4())):
        coded.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30)
        coded.codebook.create("Nytt")
    entry = coded.journal.all(limit=1)[0]
    assert (entry.verb, entry.in_words()) == (
        "codings.apply",
        "Coded Åse.txt, 19–30, with “Brukermedvirkning”",
    )


def test_every_revision_reads_as_it_stood_then(coded: Project) -> None:
    seen = {coded.revision: state(coded)}
    hope = coded.codebook.get("Recovery/Håp").id
    coding = coded.codings.apply("Åse.txt", hope, 19, 30)
    seen[coded.revision] = state(coded)
    coded.codings.set_memo(coding.id, "senere")
    seen[coded.revision] = state(coded)
    coded.documents.remove("Åse.txt")
    seen[coded.revision] = state(coded)
    for revision, then in seen.items():
        with coded.at(revision) as earlier:
            assert state(earlier) == then
            assert earlier.revision == revision
            with pytest.raises(Refused):
                earlier.codebook.create("Nytt")


def test_a_revision_that_never_was_is_not_found(project: Project) -> None:
    with pytest.raises(NotFound, match="no revision 99"):
        project.at(99)


def test_the_journal_tells_who_did_what(coded: Project) -> None:
    coded.as_coder("Kristian").codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30)
    entry = coded.journal.all(limit=1)[0]
    assert (entry.coder, entry.verb, entry.revision) == ("Kristian", "codings.apply", coded.revision)
    assert entry.in_words() == "Coded Åse.txt, 19–30, with “Brukermedvirkning”"


TALK = "Nina: Hvem kom?\nBo: Jeg.\nNina: Og så?\nBo: Så gikk jeg hjem.\n" * 2
TEXT = "Åse sa: «Ja 🙂».\nSå gikk hun hjem, og kom igjen dagen etter.\n" * 3


class Sessions(RuleBasedStateMachine):
    """Any sequence of verbs by two coders, undone and redone anywhere, leaves every earlier state readable."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.nina = Project.create(self.folder / f"{uuid.uuid4().hex}.qualcode", coder="Nina")
        self.kristian = self.nina.as_coder("Kristian")
        self.nina.documents.add("a.txt", TEXT.encode())
        self.nina.documents.add("b.txt", TALK.encode())
        self.nina.codebook.create("A")
        self.seen = {self.nina.revision: state(self.nina)}

    def teardown(self) -> None:
        for revision, then in self.seen.items():
            with self.nina.at(revision) as earlier:
                assert state(earlier) == then
        assert self.nina.check() == ()
        self.nina.close()

    def attempt(self, act: Callable[[], object]) -> None:
        """Does `act`; what is refused must change nothing."""
        before, revision = state(self.nina), self.nina.revision
        try:
            act()
        except QualcodeError:
            assert (state(self.nina), self.nina.revision) == (before, revision)
        self.seen[self.nina.revision] = state(self.nina)

    who = st.booleans().map(lambda first: "nina" if first else "kristian")
    pick = st.integers(0, 10_000)

    def code(self, number: int) -> str:
        codes = self.nina.codebook.all()
        return codes[number % len(codes)].id if codes else "none"

    def coding(self, number: int) -> str:
        codings = self.nina.codings.excerpts()
        return codings[number % len(codings)].id if codings else "none"

    def case(self, number: int) -> str:
        cases = self.nina.cases.all()
        return cases[number % len(cases)].id if cases else "none"

    documents = st.sampled_from(["a.txt", "b.txt"])

    @rule(who=who, name=st.sampled_from(["Bo", "Åse", "Oslo"]), kind=st.sampled_from(["person", "site"]))
    def create_case(self, who: str, name: str, kind: str) -> None:
        self.attempt(lambda: getattr(self, who).cases.create(name, kind=kind))

    @rule(who=who, at=pick, value=st.sampled_from(["", "52", "3,5", "mange"]), of=st.booleans())
    def describe(self, who: str, at: int, value: str, of: bool) -> None:
        project = getattr(self, who)
        if of:
            self.attempt(lambda: project.cases.set_values(self.case(at), {"alder": value}))
        else:
            self.attempt(lambda: project.documents.set_attributes("a.txt", {"Alder": value}))

    @rule(
        who=who, at=pick, document=documents, speaker=st.sampled_from(["", "Bo", "Nina"]), tied=st.booleans()
    )
    def tie_or_untie(self, who: str, at: int, document: str, speaker: str, tied: bool) -> None:
        desk = getattr(self, who).cases
        act = desk.tie if tied else desk.untie
        self.attempt(lambda: act(self.case(at), document, speaker))

    @rule(who=who, one=pick, other=pick, removed=st.booleans())
    def merge_or_remove_case(self, who: str, one: int, other: int, removed: bool) -> None:
        desk = getattr(self, who).cases
        first, second = self.case(one), self.case(other)
        self.attempt(lambda: desk.remove(first) if removed else desk.merge(first, second))

    @rule(who=who, type=st.sampled_from(["text", "number"]))
    def set_type(self, who: str, type: str) -> None:
        self.attempt(lambda: getattr(self, who).cases.set_type("alder", type))

    @rule(who=who)
    def remove_document(self, who: str) -> None:
        self.attempt(lambda: getattr(self, who).documents.remove("b.txt"))

    @rule(who=who, name=st.sampled_from(["A", "B", "Ærlig", "C/D"]), at=pick)
    def create(self, who: str, name: str, at: int) -> None:
        self.attempt(
            lambda: getattr(self, who).codebook.create(name, parent_id=self.code(at) if at % 2 else None)
        )

    @rule(
        who=who,
        at=pick,
        start=st.integers(-2, 130),
        length=st.integers(0, 30),
        memo=st.sampled_from(["", "m"]),
    )
    def apply(self, who: str, at: int, start: int, length: int, memo: str) -> None:
        desk = getattr(self, who).codings
        self.attempt(lambda: desk.apply("a.txt", self.code(at), start, start + length, memo=memo))

    @rule(who=who, at=pick, start=st.integers(0, 100), length=st.integers(1, 30))
    def change(self, who: str, at: int, start: int, length: int) -> None:
        desk = getattr(self, who).codings
        self.attempt(lambda: desk.resize(self.coding(at), start, start + length))

    @rule(who=who, at=pick, what=st.sampled_from(["weight", "star", "condense", "memo"]), on=st.booleans())
    def mark(self, who: str, at: int, what: str, on: bool) -> None:
        desk, id_ = getattr(self, who).codings, self.coding(at)
        acts: dict[str, Callable[[], object]] = {
            "weight": lambda: desk.set_weight(id_, "promotes" if on else "inhibits"),
            "star": lambda: desk.star(id_, on),
            "condense": lambda: desk.condense(id_, "kort" if on else "", seen=None if at % 2 else ""),
            "memo": lambda: desk.set_memo(id_, "notat" if on else ""),
        }
        self.attempt(acts[what])

    @rule(who=who, one=pick, other=pick, kind=st.sampled_from(["", "explains"]), on=st.booleans())
    def link_or_comment(self, who: str, one: int, other: int, kind: str, on: bool) -> None:
        desk, id_ = getattr(self, who).codings, self.coding(one)
        if on:
            self.attempt(lambda: desk.link(id_, self.coding(other), kind))
        else:
            self.attempt(lambda: desk.comment(id_, "Hm."))

    @rule(who=who, at=pick, linked=st.booleans())
    def take_back(self, who: str, at: int, linked: bool) -> None:
        desk, id_ = getattr(self, who).codings, self.coding(at)
        if linked:
            self.attempt(lambda: [desk.unlink(each.id) for each in desk.links(id_)[:1]])
        else:
            self.attempt(lambda: [desk.remove_comment(each.id) for each in desk.comments(id_)[:1]])

    @rule(
        who=who,
        one=pick,
        other=pick,
        act=st.sampled_from(["merge", "recode", "remove"]),
        others=st.booleans(),
    )
    def change_several(self, who: str, one: int, other: int, act: str, others: bool) -> None:
        desk, ids = getattr(self, who).codings, [self.coding(one), self.coding(other)]
        acts: dict[str, Callable[[], object]] = {
            "merge": lambda: desk.merge(ids),
            "recode": lambda: desk.recode_all(ids, self.code(one), others=others),
            "remove": lambda: desk.remove_all(ids, others=others),
        }
        self.attempt(acts[act])

    @rule(who=who, at=pick, position=st.integers(0, 130))
    def split(self, who: str, at: int, position: int) -> None:
        self.attempt(lambda: getattr(self, who).codings.split(self.coding(at), position))

    @rule(
        who=who,
        about=st.sampled_from(["project", "document", "segment", "code", "case", "coding"]),
        at=pick,
        type=st.sampled_from(["", "analytic"]),
        document=documents,
    )
    def note(self, who: str, about: str, at: int, type: str, document: str) -> None:
        chosen = {"code": self.code, "case": self.case, "coding": self.coding}
        thing = chosen[about](at) if about in chosen else document
        place = {"start": at % 100, "end": at % 100 + 9} if about == "segment" else {}
        self.attempt(lambda: getattr(self, who).memos.add(about, thing, "Tanke", type=type, **place))

    @rule(who=who, at=pick, removed=st.booleans())
    def change_memo(self, who: str, at: int, removed: bool) -> None:
        desk, memos = getattr(self, who).memos, self.nina.memos.all()
        id_ = memos[at % len(memos)].id if memos else "none"
        self.attempt(lambda: desk.remove(id_) if removed else desk.change(id_, text=f"Ny {at % 3}"))

    @rule(who=who, at=st.integers(0, 80), words=st.sampled_from(["", "Ny 🙂", "lang ny tekst"]))
    def correct(self, who: str, at: int, words: str) -> None:
        self.attempt(lambda: getattr(self, who).cleaning.correct("a.txt", at, at + 7, words))

    @rule(who=who, at=pick)
    def remove(self, who: str, at: int) -> None:
        self.attempt(lambda: getattr(self, who).codings.remove(self.coding(at)))

    @rule(who=who, one=pick, other=pick)
    def merge(self, who: str, one: int, other: int) -> None:
        self.attempt(lambda: getattr(self, who).codebook.merge(self.code(one), self.code(other)))

    @rule(who=who, one=pick, other=pick)
    def move(self, who: str, one: int, other: int) -> None:
        self.attempt(lambda: getattr(self, who).codebook.move(self.code(one), self.code(other), other % 3))

    @rule(who=who, one=pick, fate=st.sampled_from(["refuse", "remove"]))
    def delete(self, who: str, one: int, fate: str) -> None:
        self.attempt(lambda: getattr(self, who).codebook.delete(self.code(one), codings=fate))

    @precondition(lambda self: self.nina.revision > 2)
    @rule(who=who, times=st.integers(1, 4))
    def undo_then_redo_is_identity(self, who: str, times: int) -> None:
        project, before, done = getattr(self, who), state(self.nina), 0
        try:
            while done < times and project.undo() is not None:
                done += 1
                self.seen[self.nina.revision] = state(self.nina)
        except Conflict:
            pass
        for _ in range(done):
            project.redo()
            self.seen[self.nina.revision] = state(self.nina)
        assert state(self.nina) == before

    @rule(who=who)
    def undo(self, who: str) -> None:
        self.attempt(lambda: getattr(self, who).undo())

    @invariant()
    def the_journal_counts_every_revision(self) -> None:
        assert [entry.revision for entry in self.nina.journal.all()] == list(range(self.nina.revision, 0, -1))


def test_undo_after_any_sequence_of_verbs_gives_back_the_earlier_state(tmp_path: Path) -> None:
    Sessions.folder = tmp_path
    few = settings(
        max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
    )
    Sessions.TestCase.settings = few
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Sessions, settings=few)
