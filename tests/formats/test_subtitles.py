"""WebVTT and SubRip: the words as turns, the times beside them, and nothing lost in silence."""

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile
from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument

VTT = """WEBVTT - Intervju
Kind: captions

NOTE laget av et program
over to linjer

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.500 align:start
<v Åse Lie>Jeg sa <i>nei</i> &amp; ja 🙂</v>

00:04.000 --> 00:05.250
<v Åse Lie>og gikk.

00:00:06.000 --> 00:00:07.000
<v.loud Nina>Hvorfor?

00:00:08.000 --> 00:00:09.000
(latter)
"""
SRT = "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Hei</i> på\r\ndeg\r\n\r\n"
SRT += "2\r\n01:00:03,5 --> 01:00:04,000\r\nNina: Hallo\r\n"


def read(text: str | bytes, name: str = "a.vtt") -> ReadDocument:
    document = read_document(name, text.encode() if isinstance(text, str) else text)
    sound(document)
    return document


def cues(*times: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"{time}\nord{n}" for n, time in enumerate(times))


def test_speakers_become_turns_and_times_stand_beside_the_text() -> None:
    document = read(VTT)
    assert document.text == "Åse Lie: Jeg sa nei & ja 🙂 og gikk.\nNina: Hvorfor?\n(latter)"
    assert [(document.text[at:][:6], seconds) for at, seconds in document.times] == [
        ("Åse Li", 1.0),
        ("og gik", 4.0),
        ("Nina: ", 6.0),
        ("(latte", 8.0),
    ]
    assert (document.format, document.warnings) == ("vtt", ())


def test_subrip_lines_of_one_cue_are_one_line() -> None:
    document = read(SRT, "a.SRT")
    assert document.text == "Hei på deg\nNina: Hallo"
    assert document.times == ((0, 1.0), (11, 3603.5))
    assert document.repairs == {"line-ends": 8}
    assert document.format == "srt"


def test_the_original_keeps_the_times() -> None:
    assert original_text("a.srt", SRT.encode()) == SRT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_encoding_of_text_files_will_do(encoding: str) -> None:
    assert read("WEBVTT\n\n00:01.000 --> 00:02.000\nblåbær på øya".encode(encoding)).text == "blåbær på øya"


def test_letters_in_two_parts_are_composed_and_times_still_stand_right() -> None:
    document = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A\u030ase>ga\u030a\n\n00:03.000 --> 00:04.000\n<v Åse>så"
    )
    assert document.text == "Åse: gå så"
    assert document.times == ((0, 1.0), (8, 3.0))


def test_two_voices_in_a_cue_are_two_turns() -> None:
    document = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Hei</v> <v B: leder>Hallo</v>\n")
    assert document.text == "A: Hei\nB leder: Hallo"
    assert [seconds for _, seconds in document.times] == [1.0, 1.0]


def test_signs_that_are_no_markup_are_text() -> None:
    assert (
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n3 < 4 og <navn> <00:01.500>ja").text == "3 < 4 og <navn> ja"
    )


@pytest.mark.parametrize(
    ("times", "says"),
    [
        (("00:05.000 --> 00:06.000", "00:01.000 --> 00:02.000"), "backwards"),
        (("00:05.000 --> 00:02.000",), "backwards"),
        (("00:01.000 --> 00:05.000", "00:04.000 --> 00:06.000"), "before the one above it ends"),
    ],
)
def test_times_that_go_back_or_overlap_are_a_warning(times: tuple[str, ...], says: str) -> None:
    document = read(cues(*times))
    [(template, values)] = document.warnings
    assert says in template
    assert values["count"] == 1
    assert len(document.times) == len(times)


def test_times_that_meet_are_no_warning() -> None:
    assert read(cues("00:01.000 --> 00:02.000", "00:02.000 --> 00:03.000")).warnings == ()


@pytest.mark.parametrize("broken", ["00:xx --> 00:02.000", "00:61.000 --> 00:62.000", "-->"])
def test_a_cue_with_broken_times_keeps_its_words_and_is_named_by_line(broken: str) -> None:
    document = read(cues("00:01.000 --> 00:02.000", broken))
    assert document.text == "ord0\nord1"
    assert document.times == ((0, 1.0),)
    assert [values["lines"] for _, values in document.warnings] == ["6"]


def test_words_before_the_first_cue_are_kept_and_named() -> None:
    document = read("Hei først\n\n1\n00:00:01,000 --> 00:00:02,000\nså", "a.srt")
    assert document.text == "Hei først\nså"
    assert [values["lines"] for _, values in document.warnings] == ["1"]


def test_a_blank_line_inside_a_cue_does_not_cut_it() -> None:
    assert read("1\n00:00:01,000 --> 00:00:02,000\nen\n\nto\n\n2\n", "a.srt").text == "en to"


def test_cues_may_follow_each_other_without_a_blank_line() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nen\n2\n00:00:03,000 --> 00:00:04,000\n3 stykker"
    assert read(text, "a.srt").text == "en\n3 stykker"


@pytest.mark.parametrize("text", ["WEBVTT\n", "WEBVTT\n\nbare ord\n", "Kjære dagbok", "1\nxx --> yy\nord"])
@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_a_file_without_any_time_is_refused(name: str, text: str) -> None:
    with pytest.raises(BadFile, match=name):
        read(text, name)


def test_cues_without_words_are_no_text() -> None:
    with pytest.raises(BadFile, match="no text"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n<i> </i>")


@settings(deadline=None)
@given(st.lists(st.integers(0, 359_999_999), min_size=1, max_size=8))
def test_every_time_comes_back(milliseconds: list[int]) -> None:
    def stamp(ms: int) -> str:
        return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"

    document = read(cues(*(f"{stamp(ms)} --> {stamp(ms)}" for ms in milliseconds)))
    assert [seconds for _, seconds in document.times] == [ms / 1000 for ms in milliseconds]
    assert [document.text[at:][:3] for at, _ in document.times] == ["ord"] * len(milliseconds)


PIECES = (
    b"-->",
    b"<v ",
    b">",
    b"&#xD800;",
    b"&#0;",
    b"\n\n",
    b"\r",
    b"NOTE\n",
    b"\xff",
    b"A\xcc\x8a",
    b"00:00:01.000 --> ",
)


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_subtitles_do_no_harm(name: str, seed: int) -> None:
    reads_or_refuses(name, spoilt((VTT if name == "a.vtt" else SRT).encode(), seed, PIECES))


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
@settings(deadline=None)
@given(data=st.binary(max_size=200))
def test_random_bytes_do_no_harm(name: str, data: bytes) -> None:
    reads_or_refuses(name, data)
    reads_or_refuses(name, b"00:00:01.000 --> 00:00:02.000\n" + data)
