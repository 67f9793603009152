"""What the layout rules make of real documents, against lists made by hand before the rules were written.

Numbers are lines of the files. Of the ends of paragraphs in 004 four could not be told from the text at all (a full
line ends a sentence, and nothing else says whether the paragraph ends too); they are left out of the count.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.broken_sentences import BrokenSentences
from qualcode.cleaning.footnotes import Footnotes
from qualcode.cleaning.hyphens import Hyphens
from qualcode.cleaning.markup import Markup
from qualcode.cleaning.page_furniture import PageFurniture
from qualcode.cleaning.unicode import Unicode
from qualcode.model.cleaning import CleanText, cleaned
from qualcode.model.spans import Span


def numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split()))


CUTS = {
    "001": numbers("""
    137 190 212 234 336 346 445 529 559 579 597 611 819 906 962 982 998 1018 1058 1148
    1213 1293 1371 1391 1409 1435 1505 1523
    """),
    "002": numbers("""
    117 147 171 205 226 244 264 272 300 306 321 331 375 389 427 439 449 461 492 526
    570 608 644 760 839 854 904 960 966 978 988 1015 1080 1366
    """),
}
"""Lines in the middle of a sentence that a page break cut."""

ENDS = numbers("""
    103 109 117 119 129 133 141 149 151 153 155 161 167 169 179 192 196 216 226 230
    232 242 246 247 251 253 255 257 261 273 275 279 281 285 289 291 303 314 326 344
    348 368 372 386 390 393 397 401 410 412 414 416 417 419 421 423 424 426 429 431
    435 449 451 466 468 486 492 494 498 502 504 508 525 530 541 556 560 570 574 576
    580 582 590 596 600 606 610 616 620 624 626 630 639 643 661 665 684 687 691 705
    708 713 724 728 734 762 766 772 782 784 788 792 794 806 816 830 834 850 854 864
    866 868 870 874 882 886 907 920 922 923 925 927 929 931 936 957 961 975 981 986
    1010 1017 1030 1039 1043 1047 1053 1055 1062 1066 1069 1071 1075
""")
"""Lines of 004 at which a printed paragraph, heading or list item ends."""
UNKNOWN = {586, 268, 516, 751}
BOXES = {384: 386, 390: 390, 537: 541}
"""Text boxes in the middle of a sentence: first and last line."""
BEHIND = {384: 393, 390: 393, 537: 556}
"""The last line of the paragraph each box interrupts."""
CHARTS = range(888, 901)
TEXT = range(103, 1076)


@cache
def cleaning(path: Path) -> tuple[str, CleanText]:
    read = path.read_text(encoding="utf-8")
    draft = Draft(read, "nb", "txt")
    for rule in (Unicode(), Markup(), PageFurniture(), Footnotes(), Hyphens(), BrokenSentences()):
        draft.pass_through(rule)
    return read, cleaned(read, draft.cleaning)


def document(seeds: Path, number: str) -> tuple[str, CleanText]:
    return cleaning(next(seeds.glob(f"{number}_*")))


def joined(read: str, clean: CleanText) -> set[int]:
    """The lines whose words run on, in the clean text, into those of the next line that is left there."""
    kept: list[tuple[int, Span]] = []
    position = 0
    for number, line in enumerate(read.split("\n"), 1):
        words = line.strip()
        start = position + len(line) - len(line.lstrip())
        span = clean.map.to_clean(Span(start, start + len(words))) if words else None
        if span and clean.text[span.start : span.end].strip():
            kept.append((number, span))
        position += len(line) + 1
    return {one for (one, a), (_, b) in pairwise(kept) if "\n" not in clean.text[a.end : b.start]}


@pytest.mark.parametrize("number", ["001", "002"])
def test_sentences_cut_by_page_breaks_are_joined_and_nothing_else(seeds: Path, number: str) -> None:
    found, wanted = joined(*document(seeds, number)), set(CUTS[number])
    assert found <= wanted
    assert len(found & wanted) >= 0.95 * len(wanted)


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("number", ["001", "002"])
def test_both_halves_of_the_list_reach_the_mark(seeds: Path, number: str, part: int) -> None:
    half = set(CUTS[number][part::2])
    assert len(joined(*document(seeds, number)) & half) >= 0.94 * len(half)


def bare(text: str) -> str:
    return re.sub(r"[*\s]", "", text)


def test_interview_quotations_stand_unbroken_and_to_the_letter(seeds: Path) -> None:
    read, clean = document(seeds, "002")
    lines = read.split("\n")
    findings = clean.map.to_clean(Span(len("\n".join(lines[:458])) + 1, len("\n".join(lines[:933]))))
    assert findings is not None
    text = clean.text[findings.start : findings.end]
    assert bare(text) == bare("\n".join(lines[458:933]))
    assert "*" not in text
    cut = [number for number in CUTS["002"] if lines[number - 1].lstrip("*")[0] == "«"]
    assert cut
    assert set(cut) <= joined(read, clean)


def test_bold_inside_quotations_stays_as_a_layer(seeds: Path) -> None:
    _, clean = document(seeds, "002")
    bold = [mark for mark in clean.emphasis if mark.kind == "bold"]
    inside = [mark for mark in bold if "«" in clean.text[clean.text.rfind("\n", 0, mark.start) : mark.start]]
    assert len(bold) > 150
    assert len(inside) > 50
    assert all("*" not in clean.text[mark.start : mark.end] for mark in clean.emphasis)


def test_eight_footnotes_are_notes_and_out_of_the_sentences(seeds: Path) -> None:
    _, clean = document(seeds, "001")
    assert [note.number for note in clean.notes] == list("12345678")
    assert "<sup>" not in clean.text
    assert all(note.text not in clean.text for note in clean.notes if not note.text.startswith("http"))
    assert "HR-ansvarlig" in clean.text


def test_page_numbers_are_pages_and_not_words(seeds: Path) -> None:
    read, clean = document(seeds, "003")
    assert [page.number for page in clean.pages] == [str(number) for number in range(1, 21)]
    starts = [page.start for page in clean.pages]
    lines = [line for line in read.split("\n")[12:51] if line]
    for line, start, page in zip(lines, starts, clean.pages, strict=True):
        without = line.removeprefix(f"{page.number} ").removesuffix(f" {page.number}")
        assert len(without) < len(line)
        assert clean.text.startswith(without, start)


def test_sentences_that_run_over_pages_read_as_one_are_joined(seeds: Path) -> None:
    assert joined(*document(seeds, "003")) == {33, 37, 43}


def blocks(seeds: Path) -> tuple[set[int], set[int], set[int]]:
    """Of the ends of paragraphs in 004: those found rightly, those missed, and those found where there is none.

    Compared by the letters that stand before them, with the boxes behind the paragraphs they interrupt.
    """
    read, clean = document(seeds, "004")
    lines = dict(enumerate(read.split("\n"), 1))
    boxed = {n: first for first, last in BOXES.items() for n in range(first, last + 1)}
    order = sorted(lines, key=lambda n: (BEHIND[boxed[n]] + 0.5, n) if n in boxed else (n, n))
    gone = {n for n in lines if lines[n].strip().isdigit() and n not in CHARTS} | {844, 845, 1125, 1126, 1127}
    letters, place = 0, {}
    for number in order:
        if number not in gone and lines[number].strip():
            letters += len(re.sub(r"\s", "", lines[number]))
            place[letters] = number
    letters, found = 0, set()
    for line in clean.text.split("\n"):
        if line.strip():
            letters += len(re.sub(r"\s", "", line))
            found.add(place[letters])
    scored = {n for n in place.values() if n in TEXT and n not in CHARTS and n not in UNKNOWN}
    wanted = set(ENDS) & scored
    return wanted & found, wanted - found, (found & scored) - wanted


def test_paragraphs_are_as_printed(seeds: Path) -> None:
    right, missed, false = blocks(seeds)
    assert false == set()
    assert len(right) >= 0.97 * len(right | missed)


def test_rejecting_everything_gives_the_text_as_read(seeds: Path) -> None:
    for path in sorted(seeds.glob("00?_*.txt")):
        read = path.read_text(encoding="utf-8")
        draft = Draft(read, "nb", "txt")
        for rule in (Unicode(), Markup(), PageFurniture(), Footnotes(), Hyphens(), BrokenSentences()):
            draft.pass_through(rule)
        groups = {edit.group for edit in draft.cleaning.edits}
        assert cleaned(read, draft.cleaning.without(groups)).text == read
