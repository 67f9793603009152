"""Web pages: what a reader of the page sees, and nothing that only the browser needs."""

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import limits, original_text, read_document
from qualcode.model.bundle import ReadDocument

PAGE = """<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><title>Tittel i fanen</title>
<style>p { color: red }</style><script>alert("hei")</script></head>
<body><h1>Funn &ndash; <em>håp</em></h1>
<p>Jeg
   bestemte <b>selv</b>.<br> Ja &#x1F642;</p>
<ul><li>en<li>to</ul>
<table><tr><th>Navn</th><th>Ord</th></tr><tr><td><p>A\u030ase</p></td><td>ja<br>nei</td></tr></table>
<pre>a  b
  c</pre><h2>  </h2>
<div hidden>skjult</div><p style="display: none">borte</p><img src="x.png">slutt</body></html>"""


def read(page: str | bytes, name: str = "a.html") -> ReadDocument:
    document = read_document(name, page.encode() if isinstance(page, str) else page)
    sound(document)
    return document


def test_blocks_are_lines_and_what_is_not_seen_is_left_out_with_counts() -> None:
    document = read(PAGE)
    assert document.text.split("\n") == [
        *(
            "Funn – håp",
            "Jeg bestemte selv.",
            "Ja 🙂",
            "en",
            "to",
            "Navn\tOrd",
            "Åse\tja nei",
            "a  b",
            "  c",
            "slutt",
        )
    ]
    assert [values["count"] for _, values in document.warnings] == [2, 1]
    assert (document.format, document.encoding, document.repairs) == ("html", "utf-8", {"nfc": 1})


def test_headings_have_levels_and_stand_right() -> None:
    document = read(PAGE + "<h3>Tro</h3><p>x")
    assert [(h.level, h.title) for h in document.headings] == [(1, "Funn – håp"), (3, "Tro")]
    assert [document.text[h.start : h.end] for h in document.headings] == ["Funn – håp", "Tro"]


def test_the_other_ending_is_the_same_format() -> None:
    assert read("<p>hei", "a.HTM").format == "html"


def test_line_ends_of_windows_are_only_white_space() -> None:
    assert read("<p>en\r\nto</p>\r\n<p>tre</p>").text == "en to\ntre"


def test_the_original_is_the_text_before_letters_were_composed() -> None:
    assert original_text("a.html", b"<p>A\xcc\x8ase") == "A\u030ase"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<p>b", "a\nb"),
        ("bare tekst & mer < enn", "bare tekst & mer < enn"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<span>a</span> <span>b</span>", "a b"),
        ("a <i> b</i>", "a b"),
        ("10\u00a0000&nbsp;kr", "10\u00a0000\u00a0kr"),
        ("<script/>a<title/>b", "ab"),
        ("<p>a<noscript>x</noscript><svg><text>y</text></svg><textarea>z</textarea>b", "ab"),
        ("<table><tr><td><h2>en</h2><p>to</table>tre", "en\nto\ntre"),
        ("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", "a b c\td"),
        ("<td>a</tr></table></p>b", "ab"),
        ("<!-- <p>nei</p> -->ja", "ja"),
        ("<p>a&#0;b&#xD800;c", "a\ufffdb\ufffdc"),
    ],
)
def test_pages_as_they_are_found(page: str, text: str) -> None:
    assert read(page).text == text


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("iso-8859-1", "ISO-8859-1"),
        ("windows-1252", "windows-1252"),
        ("iso-8859-15", "iso-8859-15"),
        ("mac-roman", "macintosh"),
        ("utf-8", "iso-8859-15"),
        ("utf-16", "utf-8"),
        ("utf-8", "tull"),
    ],
)
def test_the_encoding_is_found(encoding: str, named: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={named}"><p>blåbær på øya: é'
    assert read(page.encode(encoding)).text == "blåbær på øya: é"


def test_entities_that_a_page_makes_itself_are_not_known() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "ha">]><p>&x; &a; slutt'
    assert read(page).text.endswith("&x; &a; slutt")


def test_entities_do_not_multiply() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    assert len(read(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><p>&l9;').text) < 2_000


def test_a_page_nested_a_hundred_thousand_deep_is_refused() -> None:
    with pytest.raises(BadFile, match="deep"):
        read("<div>" * 100_000 + "tekst")


def test_a_page_nested_a_thousand_deep_is_read() -> None:
    assert read("<div>" * 1_000 + "tekst" + "</div>" * 1_000 + "<p>etter").text == "tekst\netter"


def test_large_pictures_written_into_the_page_do_not_cut_it() -> None:
    assert read(f"<p>før<img src='data:{'A' * 11_000_000}'><p>etter").text == "før\netter"


def test_a_very_large_page_is_refused() -> None:
    with pytest.raises(TooLarge):
        read(b"a" * (limits.MAX_HTML_BYTES + 1))


def test_a_web_archive_is_told_apart() -> None:
    with pytest.raises(BadFile, match="archive"):
        read("From: <Saved by Blink>\nContent-Type: multipart/related;\n\n<p>hei")


@pytest.mark.parametrize("page", ["<html></html>", "<script>1</script>", "<!-- x -->", "<p>&nbsp;</p>"])
def test_a_page_without_words_is_no_text(page: str) -> None:
    with pytest.raises(BadFile, match="no text"):
        read(page)


PIECES = (
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<tr>",
        b"</tr>",
        b"<td>",
        b"</td>",
        b"</table>",
        b"<pre>",
        b"</pre>",
        b"<title>",
        b"</p>",
    ),
    *(
        b"&#xDFFF;",
        b"&#1;",
        b"<!--",
        b"<![CDATA[",
        b"<?",
        b"<svg>",
        b"<template>",
        b"hidden ",
        b"\xff",
        b"A\xcc\x8a",
        b"<br>",
    ),
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_pages_do_no_harm(seed: int) -> None:
    reads_or_refuses("a.html", spoilt(PAGE.encode(), seed, PIECES))


@settings(deadline=None)
@given(data=st.binary(max_size=200))
def test_random_bytes_do_no_harm(data: bytes) -> None:
    reads_or_refuses("a.html", data)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*(piece.decode("utf-8", "replace") for piece in PIECES), "ord", " ", "\n"]),
        max_size=30,
    )
)
def test_any_order_of_tags_does_no_harm(pieces: list[str]) -> None:
    reads_or_refuses("a.html", "".join(pieces).encode())
