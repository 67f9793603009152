"""All headings of a text: by format, number, list of contents and form."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.cleaning import propose
from qualcode.model.cleaning import cleaned
from qualcode.model.layers import Emphasis, Region, Title
from qualcode.model.structure import Heading
from qualcode.segmenters import propose_titles, structure_of
from qualcode.segmenters.sections import split_number

PROSE = "Dette er et avsnitt som er langt nok til at alle ser at det er løpende tekst, og ikke en overskrift."
REPORT = f"""Innhold

1 Innledning ........ 1
2 Metode ........ 3
2.1 Utvalg ........ 4
2.2 Utstyr ........ 6
Etterord ........ 9

1 Innledning

{PROSE}

2 Metode

{PROSE}

2.1 Utvalg

{PROSE}

2.2 utstyr

{PROSE}

Hvem som ble spurt

{PROSE}

Etterord

{PROSE}
"""


def found(
    text: str,
    format: str = "txt",
    *,
    headings: Sequence[Heading] = (),
    excluded: Sequence[Region] = (),
    emphasis: Sequence[Emphasis] = (),
) -> tuple[Title, ...]:
    return propose_titles(
        text, headings=headings, excluded=excluded, language="nb", format=format, emphasis=emphasis
    )


def shown(
    text: str,
    format: str = "txt",
    *,
    headings: Sequence[Heading] = (),
    excluded: Sequence[Region] = (),
) -> list[tuple[int, str, str]]:
    titles = found(text, format, headings=headings, excluded=excluded)
    return [(title.level, title.title, title.why) for title in titles]


def test_each_heading_says_how_it_was_found() -> None:
    assert shown(REPORT) == [
        (1, "1 Innledning", "contents"),
        (1, "2 Metode", "number"),
        (2, "2.1 Utvalg", "number"),
        (2, "2.2 utstyr", "contents"),
        (3, "Hvem som ble spurt", "form"),
        (1, "Etterord", "contents"),
    ]


def test_only_what_form_alone_shows_waits_for_a_person() -> None:
    assert [title.title for title in found(REPORT) if title.confidence < 0.5] == ["Hvem som ble spurt"]


def test_a_list_of_contents_may_be_a_part_left_out() -> None:
    end = REPORT.index("1 Innledning\n\n")
    assert shown(REPORT, excluded=(Region("contents", 0, end),)) == shown(REPORT)


def test_lines_in_parts_left_out_are_no_headings() -> None:
    start = REPORT.rindex("2.1 Utvalg")
    assert "2.1 Utvalg" not in [
        title for _, title, _ in shown(REPORT, excluded=(Region("form", start, start + 40),))
    ]


def test_a_list_of_contents_tells_the_levels_of_titles_without_numbers() -> None:
    text = (
        f"Innhold\nHav ........ 1\n    Fisk ........ 2\n    Tang ........ 3\nLand ........ 4\n\nHav\n{PROSE}\nFisk\n{PROSE}\n"
        f"Tang\n{PROSE}\nLand\n{PROSE}"
    )
    assert [(level, title) for level, title, _ in shown(text)] == [
        (1, "Hav"),
        (2, "Fisk"),
        (2, "Tang"),
        (1, "Land"),
    ]


def test_a_list_of_contents_without_page_numbers_ends_where_its_first_title_comes_again() -> None:
    names = ["Havet rundt oss", "Fisk og tang", "Land i sikte"]
    text = "Innhold\n\n" + "\n".join(names) + "\n\n" + "".join(f"{name}\n\n{PROSE}\n\n" for name in names)
    titles = found(text)
    assert [title.title for title in titles] == names
    assert titles[0].start > text.index(PROSE) - 30


def test_numbers_that_only_the_list_of_contents_has_find_their_titles() -> None:
    text = "Innhold\n1\tHav\t1\n1.1\tFisk\t2\n1.2\tTang\t3\n2\tLand\t4\n\n"
    text += f"Hav\n{PROSE}\nFisk\n{PROSE}\nTang\n{PROSE}\nLand\n{PROSE}"
    assert [(level, title) for level, title, _ in shown(text)] == [
        (1, "Hav"),
        (2, "Fisk"),
        (2, "Tang"),
        (1, "Land"),
    ]


def test_a_title_that_stands_twice_is_found_in_its_place() -> None:
    names = ["1 Funn", "1.1 Hjelp fra andre", "2 Drøfting", "2.1 Hjelp fra andre"]
    text = "".join(f"{name} ..... {page}\n" for page, name in enumerate(names)) + "\n"
    text += "".join(f"{name}\n\n{PROSE}\n\n" for name in names)
    assert [(level, title) for level, title, _ in shown(text)] == list(zip((1, 2, 1, 2), names, strict=True))


def test_a_table_of_figures_is_no_list_of_contents() -> None:
    text = "Oslo\t12\nBergen\t14\nMolde\t15\nHamar\t18\n\n" + PROSE
    assert found(text) == ()


def test_a_long_title_may_go_over_two_lines() -> None:
    long = "2 Om alle dem som kom hit og ble"
    text = f"1 Start ..... 1\n{long} her lenge ..... 2\n3 Mål ..... 3\n4 Slutt ..... 4\n\n"
    text += f"1 Start\n\n{PROSE}\n\n{long}\nher lenge\n\n{PROSE}\n\n3 Mål\n\n{PROSE}\n\n4 Slutt\n\n{PROSE}"
    assert f"{long} her lenge" in [title for _, title, _ in shown(text)]


@pytest.mark.parametrize("format", ["txt", "md"])
def test_where_hash_marks_contradict_the_numbers_the_numbers_decide(format: str) -> None:
    lines = ["1 Start", "Under", "1.1 Mål", "Mer under", "2 Slutt"]
    text = f"\n{PROSE}\n".join(lines)
    headings = [
        Heading(text.index(line), text.index(line) + len(line), level, line)
        for line, level in zip(lines, (2, 4, 1, 2, 2), strict=True)
    ]
    levels = [level for level, _, _ in shown(text, format, headings=headings)]
    assert levels == [1, 2, 2, 3, 1]


def test_hash_marks_that_agree_with_the_numbers_are_believed() -> None:
    lines = ["Rapporten", "1 Start", "1.1 Mål", "Dypere", "Dypest"]
    text = f"\n{PROSE}\n".join(lines)
    headings = [
        Heading(text.index(line), text.index(line) + len(line), level, line)
        for level, line in enumerate(lines, start=1)
    ]
    assert [level for level, _, _ in shown(text, "md", headings=headings)] == [1, 2, 3, 4, 5]


def test_the_headings_of_a_format_keep_their_levels_and_no_others_are_looked_for() -> None:
    text = f"1.1 Start\n{PROSE}\nUnder her\n{PROSE}"
    assert shown(text, "docx", headings=[Heading(0, 9, 1, "1.1 Start")]) == [(1, "1.1 Start", "format")]


def test_a_document_without_styles_is_searched() -> None:
    text = f"1 Start\n{PROSE}\n1.1 Mål\n{PROSE}\n"
    assert shown(text, "docx") == [(1, "1 Start", "number"), (2, "1.1 Mål", "number")]


def test_a_title_is_its_words_without_markup() -> None:
    text = f"# **Takk   til** alle\n\n{PROSE}"
    title = found(text)[0]
    assert (title.title, text[title.start : title.start + 4]) == ("Takk til alle", "Takk")


@pytest.mark.parametrize(
    "line",
    [
        "18 - 75",
        "14. mars 2019",
        "Oslo, mai 2023",
        "«Kari»",
        "- «Kari»",
        "- En liten ting",
        "«Jeg vet ikke»",
        "Kari Olsen-Berg",
        "Figur 2 Hvem som svarte",
        "Tabell 1 Alder",
        "En av dem sa det slik:",
        "Dette er en hel setning.",
        "og her går setningen videre",
        "Kari\t12\tOslo",
        "Kilde: Statistisk sentralbyrå",
        "www.eksempel.no",
        "Modellen til Olsen (Olsen, 2017, s. 58)",
        "---",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert found(f"{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}") == ()


@pytest.mark.parametrize("after", ["«Jeg vet ikke helt.»", "- Ett\n- To", "Ja", "a\tb"])
def test_a_short_line_before_something_else_than_prose_is_no_heading(after: str) -> None:
    assert found(f"{PROSE}\n\nHvem som kom\n\n{after}\n\n{PROSE}") == ()


@pytest.mark.parametrize(
    "line", ["Hvem som kom", "Hvem kom?", "Veien videre:", "Å finne «sitt» sted", "VEIEN VIDERE"]
)
def test_a_short_line_alone_before_prose_may_be_a_heading(line: str) -> None:
    (title,) = found(f"{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}")
    assert title.why == "form"
    assert title.confidence < 0.5


def test_sub_themes_that_a_list_has_announced_are_surer() -> None:
    names = ["Hjelp fra andre", "Veien videre"]
    text = f"{PROSE}\n\n- Hjelp fra andre\n- Veien videre\n\n" + "".join(f"{n}\n\n{PROSE}\n\n" for n in names)
    assert [(title.title, title.confidence >= 0.5) for title in found(text)] == [
        (name, True) for name in names
    ]


def test_lines_in_bold_from_end_to_end_are_surer_when_there_are_several() -> None:
    names = ["Hjelp fra andre", "Veien videre", "Det siste"]
    text = "".join(f"{name}\n\n{PROSE}\n\n" for name in names)
    bold = [Emphasis(text.index(name), text.index(name) + len(name), "bold") for name in names]
    assert all(title.confidence >= 0.5 for title in found(text, emphasis=bold))
    assert all(title.confidence < 0.5 for title in found(text, emphasis=bold[:2]))


def test_the_first_and_last_parts_of_a_report_are_known_by_their_names() -> None:
    names = ["Forord", "1 Start", "1.1 Mål", "Litteraturliste:", "Vedlegg 1"]
    text = "".join(f"{name}\n\n{PROSE}\n\n" for name in names)
    assert [title.level for title in found(text) if title.confidence >= 0.5] == [1, 1, 2, 1, 1]


def test_a_transcript_has_no_headings_by_form() -> None:
    turn = f"Intervjuer: {PROSE}\n\nKari: {PROSE}\n\nEn liten pause her\n\n"
    assert found(turn * 4) == ()
    assert found(f"{PROSE}\n\nHvem som kom\n\n{PROSE}", "vtt") == ()


def test_titles_that_have_run_into_the_text_are_found_where_the_list_of_contents_names_them() -> None:
    names = ["Om fisk og tang", "Hvorfor det regner", "Veien videre herfra", "Alt det andre vi fant"]
    listed = "Innhold " + " ".join(f"{name}... {page}" for page, name in enumerate(names, 1)) + " Mer" * 80
    text = listed + "\n\n" + "".join(f"{name} {PROSE} {PROSE} {PROSE} {PROSE} " for name in names[:3])
    text += "Her nevnes Veien videre herfra igjen." + f" {PROSE}"
    titles = found(text, excluded=[Region("contents", 0, len(listed))])
    assert [(title.title, title.why) for title in titles] == [(name, "contents") for name in names[:3]]
    parts = structure_of(text, language="nb", headings=[Heading(t.start, t.end, 1, t.title) for t in titles])
    shown = [span.of(text) for span in parts.paragraphs]
    assert names[:3] == [words for words in shown if words in names]


pieces = st.sampled_from(
    [
        "1 Ab\n",
        "1.1 Mål\n",
        "# Ab\n",
        "**Ab**\n",
        "Innhold\n",
        "Ab ..... 3\n",
        "\n",
        "\n\n",
        PROSE + "\n",
        "Ab\t2\n",
        "- Ab\n",
        "Kap 1. Ab\n",
        "Forord\n",
        "I: hei\n",
        "Kari: nei\n",
        "«Ab»\n",
        "#",
        "*",
        " ",
        "...",
        "\u2028",
        "😀",
        "Ab... 3 Cd... 4 " * 9,
        "Ab... 3 Cd ef gh... 4 " * 20 + "\n",
        "Ord her. Cd ef gh Og " * 20 + "\n",
    ]
)
texts = st.lists(pieces, max_size=30).map("".join) | st.text(max_size=80)
places = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(1, 6)), max_size=4)


@given(texts, places, places, st.sampled_from(["txt", "md", "docx", "vtt"]))
def test_titles_lie_in_the_text_in_order_and_apart(
    text: str, own: list[tuple[int, int, int]], out: list[tuple[int, int, int]], format: str
) -> None:
    headings = [Heading(start, start + length, level, "T") for start, length, level in own]
    excluded = [
        Region(("contents", "form")[level % 2], start, start + length) for start, length, level in sorted(out)
    ]
    titles = found(text, format, headings=headings, excluded=excluded)
    assert all(0 <= title.start < title.end <= len(text) and title.level >= 1 for title in titles)
    assert all(before.end <= after.start for before, after in pairwise(titles))
    assert all(title.title and not title.group and 0 < title.confidence <= 1 for title in titles)


@pytest.mark.parametrize(
    "piece", ["1 A\n\n", "Ab ..... 3\n", "Innhold\n", "Ab\n\n", "# 1 A\n", "*", ".", "Ab... 3 ", "- A\n"]
)
def test_a_large_text_of_one_kind_is_searched_in_reasonable_time(piece: str) -> None:
    assert found(piece * (260_000 // len(piece))) is not None


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("name", "numbered", "deepest"), [("001_*", 38, 2), ("002_*", 37, 3), ("004_*", 23, 3)]
)
@pytest.mark.parametrize("clean", [False, True])
def test_every_numbered_heading_of_a_real_report_has_its_level(
    seeds: Path, name: str, numbered: int, deepest: int, *, clean: bool
) -> None:
    titles = [title for title in of_seed(seeds, name, clean=clean) if split_number(title.title)[0]]
    assert len(titles) == numbered
    assert all(title.level == len(split_number(title.title)[0]) for title in titles)
    assert all(title.confidence >= 0.5 for title in titles)
    assert max(title.level for title in titles) == deepest


@pytest.mark.seeds
def test_sub_headings_without_numbers_wait_in_a_real_thesis(seeds: Path) -> None:
    titles = of_seed(seeds, "002_*", clean=True)
    funn, after = (
        next(i for i, t in enumerate(titles) if t.title.startswith(start)) for start in ("6 ", "7 ")
    )
    formed = [title for title in titles[funn:after] if title.why == "form"]
    assert len(formed) == 13
    assert sum(title.level == 4 for title in formed) == 5
    assert sum(title.confidence >= 0.5 for title in formed) == 2


@pytest.mark.seeds
def test_headings_run_into_the_pages_of_a_real_web_page_are_found(seeds: Path) -> None:
    assert len([title for title in of_seed(seeds, "003_*", clean=True) if title.why == "contents"]) >= 19


def of_seed(seeds: Path, name: str, *, clean: bool) -> tuple[Title, ...]:
    read = next(seeds.glob(name)).read_text(encoding="utf-8")
    if not clean:
        return found(read)
    done = cleaned(read, propose(read, language="nb"))
    return found(done.text, excluded=done.excluded, emphasis=done.emphasis)
