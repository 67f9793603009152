"""The layout rules on any text at all: they never raise, can be taken back to the letter, and keep their hands off."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.cleaning import Draft, propose
from qualcode.cleaning.broken_sentences import BrokenSentences
from qualcode.cleaning.draft import Rule
from qualcode.cleaning.footnotes import Footnotes
from qualcode.cleaning.hyphens import Hyphens
from qualcode.cleaning.markup import Markup
from qualcode.cleaning.page_furniture import PageFurniture
from qualcode.cleaning.unicode import Unicode
from qualcode.formats import read_document
from qualcode.model.cleaning import Cleaning, cleaned, from_plain, to_plain

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
RULES: tuple[Rule, ...] = (Unicode(), Markup(), PageFurniture(), Footnotes(), Hyphens(), BrokenSentences())

PIECES = [
    "*", "**", "***", "~~", "_", "# ", "## ", "<b>", "</b>", "<i>", "</i>", "<br>", "<input type='radio'/>", "<sup>1</sup>",
    "¹", "[^1]", "[^1]: ", "&nbsp;", "&amp;", "[a](#)", "<https://a.no>", "https://a.no/b-", "\\*", "---", "\n", "\n\n", " \n",
    "  \n\n", "\t", "-", "- ", "• ", "1", "2", "3", " 12", "12 ", "Side 3", "Åse: ", "«", "»", "(", ")", ".", ",", ":", "ord",
    "Ord", "til-\n", "knyttet", "en-til-en", "\u00ad\n", "\u200b", "å\u030a", "🙂", "sa det slik", "og de fleste som ",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=80), st.text("ab -\n*.1«", max_size=80)
)  # fmt: skip


@given(texts, st.sampled_from(["txt", "md", "docx", "vtt"]))
@settings(max_examples=300)
def test_any_text_is_cleaned_and_comes_back_to_the_letter(read: str, format: str) -> None:
    draft = Draft(read, "nb", format)
    for rule in RULES:
        draft.pass_through(rule)
    found = draft.cleaning
    groups = {edit.group for edit in found.edits}
    clean = cleaned(read, found)
    assert clean.text == draft.text
    assert cleaned(read, found.without(groups)).text == read
    assert from_plain(to_plain(found)) == found
    assert all(0 < edit.confidence <= 1 for edit in found.edits)
    assert all(0 <= mark.start < mark.end <= len(clean.text) for mark in clean.emphasis)
    assert all(0 <= place.start <= len(clean.text) for place in (*clean.pages, *clean.notes))


@given(texts, st.data())
def test_any_proposal_can_be_taken_back_alone(read: str, data: st.DataObject) -> None:
    found = propose(read, language="nb")
    groups = sorted({edit.group for edit in found.edits})
    if groups:
        cleaned(read, found.without(data.draw(st.sets(st.sampled_from(groups)))))


@given(
    st.lists(st.sampled_from(["ord ", "Hun sa ja. ", "Nei. ", "å 🙂 ", "og så "]), min_size=1, max_size=40)
)
def test_letters_are_never_changed_in_plain_words(pieces: list[str]) -> None:
    read = "\n".join("".join(pieces).split("🙂"))
    clean = cleaned(read, propose(read, language="nb")).text
    assert "".join(clean.split()) == "".join(read.split())


@pytest.mark.parametrize(
    "piece",
    ["*", "**a ", "_a", "<b>", "&", "[", "[a](", "<", "-", "a-\n", "\n", " ", ".", "1\n\n", "1 a 1\n\n", "¹", "<sup>1</sup>\n",
     "https://a.no/\n", "a\n", "---\n\n", "og de fleste av dem som kom hit og var her i går og i dag\n", "(", "«", "\t", "# "],
)  # fmt: skip
@pytest.mark.timeout(30)
def test_a_long_text_of_nothing_else_takes_no_more_than_its_length(piece: str) -> None:
    read = piece * (100_000 // len(piece))
    draft = Draft(read, "nb", "md")
    for rule in RULES:
        draft.pass_through(rule)
    assert draft.cleaning.without(()) == draft.cleaning


@pytest.mark.parametrize("path", sorted(CORPORA.glob("*/*.[tmd][xdo]*")), ids=lambda path: path.name[:16])
def test_a_clean_transcript_gets_no_proposals_but_for_plain_markup_and_times(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    found = propose(document.text, language="nb", format=document.format)
    timed = [edit for edit in found.edits if edit.rule == "time-marks"]
    rules = {edit.rule for edit in found.edits if edit not in timed}
    assert rules <= ({"markup"} if path.suffix == ".md" else set())
    assert all(not any(map(str.isalpha, edit.before)) and not edit.after for edit in timed)
    assert (found.regions, found.pages, found.notes) == ((), (), ())
    spoken = cleaned(document.text, Cleaning(tuple(timed))).text
    words = "".join(spoken.replace("*", "").replace("#", "").split())
    assert "".join(cleaned(document.text, found).text.split()) == words
