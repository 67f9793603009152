"""Words from a project are shown as they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.ui.parts.plain import clipped, plain, tag, together

REPLACED = re.compile(r"(<->|->|<-|--|>=|<=|~=|:[\w/]+:|:\+1:|www\.|https?://|\w@\w)", re.IGNORECASE)


def read(markdown: str) -> str:
    """What Markdown makes of escapes: the sign itself; and the invisible joiner taken away."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")


@given(st.text(alphabet="ab1 *_`~:<>-=[](){}#$!|\\/@.wæ🙂", max_size=40))
def test_plain_words_read_as_they_were_written(words: str) -> None:
    assert read(plain(words)) == " ".join(words.split())


@given(st.text(alphabet="a*_`<>[]#$!|\\:-~@/.w", max_size=40))
def test_no_sign_of_markdown_stands_unescaped(words: str) -> None:
    assert not re.search(r"[*_`<>\[\]#$!|~]", re.sub(r"\\.", "", plain(words)))


@pytest.mark.parametrize(
    "words",
    [
        "a -> b",
        "a <- b",
        "a <-> b",
        "a -- b",
        "n >= 3",
        ":smile:",
        ":+1:",
        ":material/home:",
        "www.nrk.no",
        "http://a.no",
        "a@b.no",
    ],
)
def test_nothing_is_replaced_after_markdown(words: str) -> None:
    assert REPLACED.search(words)
    assert not REPLACED.search(re.sub(r"\\(.)", r"\1", plain(words)))


def test_html_is_escaped_in_words_and_in_attributes() -> None:
    made = tag("p", "<script>", tag("b", "x & y"), title='"><img>', aria_label="ja", hidden=None)
    assert made == '<p title="&quot;&gt;&lt;img&gt;" aria-label="ja">&lt;script&gt;<b>x &amp; y</b></p>'
    assert together("a<", None, tag("i")) == "a&lt;<i></i>"


@given(st.text(max_size=80), st.integers(10, 60))
def test_clipped_words_are_never_longer_than_asked(words: str, length: int) -> None:
    assert len(clipped(words, length)) <= length + 1
    assert "\n" not in clipped(words, length)
