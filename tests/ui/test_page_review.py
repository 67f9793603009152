"""The Review page: everything proposed for a document is seen in its sentence, decided on, and can be undone."""

from collections.abc import Callable

import pytest
from page_tools import NASTY, drawn, empty, keys, said
from streamlit.testing.v1 import AppTest

from qualcode import Project
from qualcode.model.layers import Voice
from qualcode.ui.parts.review_marks import in_context
from qualcode.ui.parts.review_reading import Change, Choice, Repair
from qualcode.ui.parts.review_speakers import Said, save, voices_of

__all__ = ["empty"]

REPORT = """# Om huset

Huset har **mange** rom, og *alle* rommene er åpne for dem som vil komme inn.

## Om å bli

Sara forteller hvordan det var å komme dit den første gangen:

«Jeg tenkte at jeg skulle snu i døra, men så ble jeg stående, og da kom det en og sa hei til meg.»

Det sier noe om hva et møte kan bety for den som kommer alene til et nytt sted.

Veien videre

Etterpå gikk tiden, og flere kom til huset enn noen hadde trodd at det skulle bli plass til.
"""
FOCUS = """Intervjuer: Velkommen alle sammen, hvordan kom dere hit?
Veronica: Jeg kom hit for to år siden, og ble værende.
Veronika: Det var tilfeldig for min del, egentlig.
Ola: Jeg så en plakat på butikken.
Intervjuer: Og hva skjedde så?
Veronica: Så ble jeg kjent med de andre.
"""
BOLD, HEADING, QUOTE = "markup:bold:22", "heading:348", "quotation:168"


@pytest.fixture
def report(empty: Project) -> Project:
    empty.documents.add("Rapport.md", REPORT.encode(), clean="auto")
    return empty


@pytest.fixture
def focus(empty: Project) -> Project:
    empty.documents.add("Fokus.txt", FOCUS.encode())
    return empty


def view(project: Project, name: str, **remembered: object) -> AppTest:
    return drawn("review", project, **{"review-view": name, **remembered})


def answer(at: AppTest, group: str, yes: bool) -> AppTest:
    return at.button_group(key=f"answer-{group}").set_value("yes" if yes else "no").run()


def text(project: Project) -> str:
    return project.documents.text(project.documents.all()[0].id)


def test_without_documents_the_page_says_where_they_come_from(empty: Project) -> None:
    assert "no documents yet" in said(drawn("review", empty))


def test_a_document_of_which_nothing_is_proposed_has_its_text_alone(empty: Project) -> None:
    empty.documents.add("Kort.txt", "Bare én setning.".encode())
    at = drawn("review", empty)
    assert at.button_group(key="review-view").options == ["Text"]
    assert "Nothing is proposed" in said(at)


def test_only_kinds_that_there_are_any_of_are_offered_with_their_number(report: Project) -> None:
    offered = drawn("review", report).button_group(key="review-view").options
    assert offered == ["Cleaning 4", "Sections 3", "Quotations 1", "Text"]


def test_an_edit_stands_in_its_sentence_with_words_for_rule_and_certainty(report: Project) -> None:
    words = said(view(report, "cleaning"))
    assert "<del>**</del></span>mange<span" in words
    assert 'class="qp-heading">Left-over markup<' in words
    assert "certain · not looked at" in words
    assert "Left-over markup ·" not in words, "the heading says it for all"


def test_edits_of_one_proposal_are_one_entry(report: Project) -> None:
    at = view(report, "cleaning")
    assert sum(key.startswith("answer-") for key in keys(at, "button_group")) == 4


def test_what_is_taken_back_stands_in_the_text_again_and_returns(report: Project) -> None:
    at = answer(view(report, "cleaning"), BOLD, False)
    assert "**mange**" in text(report)
    assert "not carried out 1" in " ".join(at.button_group(key="review-repairs-shown").options).lower()
    answer(at, BOLD, True)
    assert " mange " in text(report)


def test_a_whole_rule_is_taken_back_and_the_notice_undoes_it(report: Project) -> None:
    clean = text(report)
    at = view(report, "cleaning")
    at.button(key="review-reject-all").click().run()
    assert text(report) == REPORT
    at.button(key="undo-notice-page").click().run()
    assert text(report) == clean


def test_what_is_left_as_it_is_counts_as_looked_at(report: Project) -> None:
    at = view(report, "cleaning")
    at.button(key="review-looked-at").click().run()
    assert at.button_group(key="review-repairs-shown").options[2] == "Not looked at 0"
    assert "review-looked-at" not in keys(at)
    assert "**" not in text(report)


def test_codings_follow_their_words_and_those_that_lose_them_are_told(report: Project) -> None:
    document, code = report.documents.all()[0], report.codebook.create("Rom")
    at = text(report).index("rommene")
    coding = report.codings.apply(document.id, code.id, at, at + 7)
    answer(view(report, "cleaning"), BOLD, False)
    there = report.codings.get(coding.id)
    assert there.start == at + 4
    assert text(report)[there.start : there.end] == "rommene"
    stars = text(report).index("**")
    report.codings.apply(document.id, code.id, stars, stars + 2)
    page = answer(view(report, "cleaning"), BOLD, True)
    assert "1 coding lost its words" in said(page).replace("\\", "")


def test_a_part_is_brought_back_and_left_out_again(report: Project) -> None:
    document = report.documents.all()[0]
    report.cleaning.leave_out(document.id, 0, 8)
    group = report.cleaning.left_out(document.id)[0].part.group
    at = view(report, "left-out")
    assert "Left out by hand" in said(at)
    at = answer(at, group, False)
    assert report.cleaning.regions(document.id) == ()
    answer(at, group, True)
    assert len(report.cleaning.regions(document.id)) == 1


def test_a_passage_is_left_out_by_its_paragraphs(report: Project) -> None:
    at = view(report, "text")
    document = report.documents.all()[0]
    mark = f"{document.id}-{document.sha}"
    at.number_input(key=f"leave-from-{mark}").set_value(2).run()
    at.number_input(key=f"leave-to-{mark}-2").set_value(3).run()
    at.button(key="leave-out-go").click().run()
    [region] = report.cleaning.regions(document.id)
    assert text(report)[region.start : region.end].startswith("Huset har")
    assert text(report)[region.start : region.end].endswith("Om å bli")


def headings(project: Project) -> list[tuple[str, int]]:
    structure = project.documents.structure(project.documents.all()[0].id)
    return [(heading.title, heading.level) for heading in structure.headings]


def test_a_heading_that_waits_is_seen_between_its_lines_and_confirmed(report: Project) -> None:
    at = view(report, "sections")
    words = said(at)
    assert "Det sier noe om hva et møte" in words
    assert "Etterpå gikk tiden" in words
    answer(at, HEADING, True)
    assert ("Veien videre", 3) in headings(report)


def test_all_headings_that_wait_are_turned_down_at_once(report: Project) -> None:
    at = view(report, "sections")
    at.button(key="review-reject-all").click().run()
    assert at.button_group(key="review-sections-part").options == ["Outline 2", "Not headings 1", "Languages"]
    assert len(headings(report)) == 2


def test_a_heading_changes_level_and_stops_being_one(report: Project) -> None:
    at = view(report, "sections", **{"review-sections-part": "outline"})
    at.button(key="level-up-heading:94").click().run()
    assert headings(report) == [("Om huset", 1), ("Om å bli", 1)]
    at.button(key="no-title-heading:94").click().run()
    assert headings(report) == [("Om huset", 1)]
    at.button(key="undo-notice-page").click().run()
    assert len(headings(report)) == 2


def test_a_section_gets_its_own_language(report: Project) -> None:
    at = view(report, "sections", **{"review-sections-part": "languages"})
    [key] = [key for key in keys(at, "selectbox") if key.startswith("section-language")]
    at.selectbox(key=key).set_value("nn").run()
    document = report.documents.all()[0]
    assert report.documents.structure(document.id).language_at(30) == "nn"


def test_a_quotation_is_confirmed_with_its_evidence_in_view(report: Project) -> None:
    at = view(report, "quotations")
    assert "announced by the sentence before" in said(at)
    answer(at, QUOTE, True)
    document = report.documents.all()[0]
    assert [quote.speaker for quote in report.documents.structure(document.id).quotes] == ["Sara"]


def test_saying_who_speaks_confirms_the_quotation(report: Project) -> None:
    document = report.documents.all()[0]
    report.parts.add_quote(document.id, 0, 8, "Berit")
    at = view(report, "quotations")
    at.selectbox(key=f"speaker-{QUOTE}-Sara").set_value("Berit").run()
    assert [quote.speaker for quote in report.documents.structure(document.id).quotes] == ["Berit", "Berit"]


def names(project: Project) -> tuple[str, ...]:
    return project.documents.structure(project.documents.all()[0].id).speakers


def test_another_spelling_becomes_the_same_speaker_with_one_press(focus: Project) -> None:
    at = view(focus, "speakers")
    at.button(key="same-Veronika").click().run()
    assert names(focus) == ("Intervjuer", "Veronica", "Ola")
    assert "same-Veronika" not in keys(at)
    at.button(key="undo-notice-page").click().run()
    assert "Veronika" in names(focus)


def test_a_suggestion_that_is_wrong_does_not_come_again(focus: Project) -> None:
    at = view(focus, "speakers")
    at.button(key="else-Veronika").click().run()
    assert "same-Veronika" not in keys(at)
    assert "Veronika" in names(focus)


def test_names_roles_and_cases_are_saved_as_one_act(focus: Project) -> None:
    focus.cases.create("Veronica Elvestad")
    at = view(focus, "speakers")
    mark = focus.documents.all()[0].id
    at.text_input(key=f"voice-{mark}-Ola-Ola").set_value("Ola Fjordvik").run()
    at.checkbox(key=f"asks-{mark}-Ola-Ola-False").check().run()
    at.selectbox(key=f"case-{mark}-Veronica-").set_value("Veronica Elvestad").run()
    before = focus.revision
    at.button(key="speakers-save").click().run()
    assert focus.revision == before + 1
    assert names(focus) == ("Intervjuer", "Veronica", "Veronika", "Ola Fjordvik")
    turns = focus.documents.structure(mark).turns
    assert {turn.speaker for turn in turns if turn.interviewer} == {"Intervjuer", "Ola Fjordvik"}
    assert [(tie.case, tie.speaker) for tie in focus.cases.ties(mark)] == [("Veronica Elvestad", "Veronica")]
    assert at.button(key="speakers-save").disabled


def test_a_new_case_is_made_with_its_kind_and_tied_and_can_be_untied(focus: Project) -> None:
    document = focus.documents.all()[0].id
    found = focus.parts.speakers(document)
    given = [Said(each.label, each.name, each.interviewer) for each in found]
    given[3] = Said("Ola", "Ola", False, "Senteret", "site")
    save(focus, document, given, found)
    assert [(case.name, case.kind) for case in focus.cases.all()] == [("Senteret", "site")]
    found = focus.parts.speakers(document)
    assert [each.case for each in found] == ["", "", "", "Senteret"]
    given[3] = Said("Ola", "Ola", False)
    save(focus, document, given, found)
    assert focus.cases.ties(document) == ()


def test_a_speaker_without_a_name_is_refused_in_words(focus: Project) -> None:
    at = view(focus, "speakers")
    at.text_input(key=f"voice-{focus.documents.all()[0].id}-Ola-Ola").set_value(" ").run()
    at.button(key="speakers-save").click().run()
    assert "needs a name" in at.error[0].value
    assert "Ola" in names(focus)


@pytest.mark.parametrize(
    ("said_", "roles"),
    [
        ([("I", "Kari", True), ("K", "Kari", False)], {"I": True, "K": True}),
        ([("I", "Kari", False), ("K", "Kari", False)], {"I": False, "K": False}),
        ([("I", "I", True), ("K", "Åse", False)], {"K": False}),
        ([("I", "I", True), ("K", "K", False)], {}),
    ],
)
def test_labels_of_one_name_have_one_role(
    said_: list[tuple[str, str, bool]], roles: dict[str, bool], focus: Project
) -> None:
    class Found:
        def __init__(self, label: str) -> None:
            self.name, self.interviewer = label, label == "I"

    wanted = voices_of([Said(*each) for each in said_], [Found(label) for label, _n, _a in said_])
    assert {label: voice.interviewer for label, voice in wanted.items()} == roles
    assert all(isinstance(voice, Voice) for voice in wanted.values())


def correct(at: AppTest, number: int, change: Callable[[str], str]) -> AppTest:
    at.button(key=f"correct-{number}").click().run()
    area = at.text_area[0]
    area.set_value(change(area.value)).run()
    return at.button(key="correct-save").click().run()


def test_a_coding_on_corrected_words_waits_until_somebody_has_looked(report: Project) -> None:
    document, code = report.documents.all()[0], report.codebook.create("Rom")
    at = text(report).index("mange rom")
    coding = report.codings.apply(document.id, code.id, at, at + 9)
    report.codings.apply(document.id, code.id, 0, 8)
    page = correct(view(report, "text"), 2, lambda words: words.replace("mange rom", "mange små rom"))
    told = said(page).replace("\\", "")
    assert "1 coding stands on the same words. 1 coding stands on words that were changed." in told
    assert "Codings on words that were corrected: 1" in said(page)
    page.button(key=f"reviewed-{coding.id}").click().run()
    assert "Codings on words that were corrected" not in said(page)


def test_a_text_that_changed_meanwhile_is_not_overwritten(report: Project) -> None:
    at = view(report, "text")
    at.button(key="correct-2").click().run()
    at.text_area[0].set_value("Noe annet.").run()
    report.cleaning.correct("Rapport.md", 0, 2, "Mer om")
    at.button(key="correct-save").click().run()
    assert "Noe annet." not in text(report)
    assert "changed meanwhile" in at.error[0].value


def test_the_paragraphs_are_those_that_hold_the_words(report: Project) -> None:
    at = view(report, "text")
    at.text_input(key="review-find").set_value("MANGE").run()
    assert "1 of 8 paragraphs" in said(at)
    assert "Om å bli" not in said(at)


def test_a_line_becomes_a_heading_from_the_text(report: Project) -> None:
    at = view(report, "text")
    at.button(key="correct-7").click().run()
    at.button(key="correct-heading").click().run()
    assert ("Veien videre", 1) in headings(report)


def test_a_corrected_file_is_compared_before_it_is_put_in_place(report: Project) -> None:
    at, old = view(report, "text"), text(report)
    new = REPORT.replace("Huset har", "Det store huset har").encode()
    key = f"replace-file-{report.documents.all()[0].id}-0"
    at.file_uploader(key=key).set_value(("Rettet.md", new, "text/plain")).run()
    assert "Passages with other words: 1" in said(at)
    assert text(report) == old
    at.button(key="replace-go").click().run()
    assert "Det store huset har mange rom" in text(report)
    at.button(key="undo-notice-page").click().run()
    assert text(report) == old


def test_another_document_takes_the_place_only_when_one_insists(report: Project) -> None:
    at = view(report, "text")
    key = f"replace-file-{report.documents.all()[0].id}-0"
    at.file_uploader(key=key).set_value(
        ("Annet.txt", b"Noe helt annet, uten ett ord felles.", "text/plain")
    ).run()
    assert at.button(key="replace-go").disabled
    at.checkbox(key=f"{key}-sure").check().run()
    at.button(key="replace-go").click().run()
    assert text(report).startswith("Noe helt annet")


def test_words_of_a_text_are_never_read_as_html(empty: Project) -> None:
    nasty = (
        "# <script>alert(1)</script>\n\n**<img src=x onerror=alert(1)>** og [x](javascript:1) er `tekst`.\n"
    )
    empty.documents.add("x.md", nasty.encode(), clean="auto")
    for name in ("cleaning", "sections", "text"):
        words = said(view(empty, name, **{"review-sections-part": "outline"}))
        assert "<script>alert" not in words
        assert "<img" not in words
    shown = in_context(Choice(Repair("x", (Change(0, 5, "<b>", NASTY),)), "g", 0, 5, True, False, 1.0), NASTY)
    assert "<script>" not in shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [("\n", " ", ("¶", "·")), ("\n\n", "", ("¶¶",)), ("til-\nknyttet", "tilknyttet", ("til-¶knyttet",))],
)
def test_breaks_and_spaces_are_visible_where_an_edit_is_about_them(
    before: str, after: str, shown: tuple[str, ...]
) -> None:
    text = f"ord {after} ord"
    change = Change(4, 4 + len(after), before, after)
    words = in_context(Choice(Repair("x", (change,)), "g", 4, 4, True, False, 1.0), text)
    assert all(sign in words for sign in shown)


def test_many_empty_lines_do_not_hide_what_stands_around() -> None:
    change = Change(30, 30, "7", "")
    around = "Ett ord" + "\n" * 23 + "\n\n\n\nto ord"
    words = in_context(Choice(Repair("x", (change,)), "g", 30, 30, True, False, 1.0), around)
    assert "Ett ord" in words
    assert "to ord" in words
    assert words.count("¶") == 4


def test_a_long_list_comes_a_page_at_a_time(empty: Project) -> None:
    lines = "\n\n".join(f"Ledd {n} er **viktig** her." for n in range(60))
    empty.documents.add("Lang.md", lines.encode(), clean="auto")
    at = view(empty, "cleaning")
    assert sum(key.startswith("answer-") for key in keys(at, "button_group")) == 25
    assert len(at.get("pagination")) == 1
