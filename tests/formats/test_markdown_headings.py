"""Markdown: the text stays, the headings are found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.formats import read_document
from qualcode.formats.markdown import headings


def found(source: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.title) for heading in headings(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Funn", [(1, "Funn")]),
        ("tekst\n### 4.1 Håp ###\ntekst", [(3, "4.1 Håp")]),
        ("   ## **Å bli** *sett*", [(2, "Å bli sett")]),
        ("# h*n og hun", [(1, "h*n og hun")]),
        ("Funn\n====\n", [(1, "Funn")]),
        ("\n**Håp**\n---", [(2, "Håp")]),
        ("# En\nTo\n--", [(1, "En"), (2, "To")]),
        ("---\ntitle: x\n---\n# Ja", [(1, "Ja")]),
    ],
)
def test_headings_are_found_with_level_and_title(source: str, expected: list[tuple[int, str]]) -> None:
    assert found(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "#2017/HE1-163148",
        "####### sju",
        "#",
        "## ##",
        "    # kode",
        "```\n# kode\n```",
        "~~~~\n# kode\n~~~\n# kode\n~~~~",
        "```\naldri lukket\n# kode",
        "Et helt avsnitt\npå to linjer\n---",
        "- punkt\n---",
        "> sitat\nvidere\n---",
        "| a | b |\n---",
        "\n---\n",
        "tekst\n-",
        "---\ntitle: x\n---",
    ],
)
def test_what_only_looks_like_a_heading_is_none(source: str) -> None:
    assert found(source) == []


def test_the_position_of_a_heading_is_that_of_its_words() -> None:
    document = read_document("a.md", "\ufeffinn\u00ad\r\n##  **Ha\u030ap** ##\r\n\r\nTro\r\n===".encode())
    assert document.text == "inn\u00ad\n##  **Håp** ##\n\nTro\n==="
    assert [document.text[h.start : h.end] for h in document.headings] == ["**Håp**", "Tro"]
    assert [h.title for h in document.headings] == ["Håp", "Tro"]


def test_markup_stays_in_the_text() -> None:
    source = "# Å\n\n**fet** og *kursiv* <b>b</b>\n\n\n- punkt  \n"
    assert read_document("a.md", source.encode()).text == source


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["# ", "##", "=", "---", "```", "a", "*b*", " ", "\n", "- ", ">", "\t"])).map(
        "".join
    )
)
def test_headings_lie_in_the_text_in_order_and_hold_words(source: str) -> None:
    end = 0
    for heading in headings(source):
        assert end <= heading.start < heading.end <= len(source)
        assert (
            heading.title
            and source[heading.start : heading.end] == source[heading.start : heading.end].strip()
        )
        end = heading.end
