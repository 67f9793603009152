"""Transcripts in JSON: what Whisper and its relatives write, and what they should not."""

import json
from typing import Any

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import limits, read_document
from qualcode.model.bundle import ReadDocument

SEGMENTS = [
    {"id": 0, "start": 0.0, "end": 2.5, "text": " Hvordan går det?", "speaker": "SPEAKER_00"},
    {"id": 1, "start": 2.5, "end": 4.125, "text": " Bra 🙂", "speaker": "SPEAKER_01"},
    {"id": 2, "start": 4.2, "end": 5, "text": " Ga\u030ar\r\nsynt.", "speaker": "SPEAKER_01"},
]


def read(loaded: Any) -> ReadDocument:
    data = loaded if isinstance(loaded, bytes) else json.dumps(loaded).encode()
    document = read_document("a.json", data)
    sound(document)
    return document


def test_segments_become_turns_with_times() -> None:
    document = read({"text": "alt sammen", "segments": SEGMENTS, "language": "no"})
    assert document.text == "SPEAKER_00: Hvordan går det?\nSPEAKER_01: Bra 🙂 Går synt."
    assert [seconds for _, seconds in document.times] == [0.0, 2.5, 4.2]
    assert [document.text[at:][:10] for at, _ in document.times] == [
        "SPEAKER_00",
        "SPEAKER_01",
        "Går synt.",
    ]


def test_a_list_at_the_top_is_a_list_of_segments() -> None:
    assert read(SEGMENTS).text == read({"segments": SEGMENTS}).text


def test_whisper_cpp_gives_milliseconds() -> None:
    document = read({"transcription": [{"offsets": {"from": 1500, "to": 2000}, "text": " så ja"}]})
    assert (document.text, document.times) == ("så ja", ((0, 1.5),))


def test_segments_without_speakers_are_plain_lines() -> None:
    assert read([{"start": 1, "text": "en"}, {"start": 2, "text": "to"}]).text == "en\nto"


def test_halves_of_characters_are_put_together_or_shown_as_lost() -> None:
    document = read(b'[{"start": 1, "text": "\\ud83d\\ude42 \\ud83d!"}]')
    assert document.text == "🙂 \ufffd!"


@pytest.mark.parametrize("start", [None, "1", True, -1, 1e300])
def test_a_time_that_is_none_is_a_warning(start: object) -> None:
    document = read([{"start": start, "text": "en"}, {"start": 2, "text": "to"}])
    assert (document.text, document.times) == ("en\nto", ((3, 2.0),))
    assert [values["count"] for _, values in document.warnings] == [1]


def test_numbers_that_json_does_not_know_are_no_time() -> None:
    assert read(b'[{"start": NaN, "text": "en"}, {"start": Infinity, "text": "to"}]').times == ()


def test_segments_without_text_are_named_by_number() -> None:
    document = read([*SEGMENTS, "x", {"start": 9}, {"start": 9, "text": 4}])
    assert [values["numbers"] for _, values in document.warnings] == ["4, 5, 6"]


@pytest.mark.parametrize(
    "loaded", [{}, [], {"segments": []}, {"segments": {"text": "a"}}, {"text": "hei"}, 4, None, [[]]]
)
def test_other_json_is_refused(loaded: object) -> None:
    with pytest.raises(BadFile, match="segments"):
        read(loaded)


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"segments": [', b"[1e", b"hei", b"9" * 5000, b'\n\n"\x01"']
)
def test_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read(data)


def test_the_line_of_the_fault_is_named() -> None:
    with pytest.raises(BadFile, match="line 3"):
        read(b'{\n"segments": [\n{"text" 4}]}')


def test_a_very_large_transcript_is_refused() -> None:
    with pytest.raises(TooLarge):
        read(b" " * (limits.MAX_JSON_BYTES + 1))


PIECES = (
    b"[",
    b"{",
    b'"',
    b"\\ud800",
    b"\\u0000",
    b"1e999",
    b"NaN",
    b"null",
    b'"text":',
    b"\xff",
    b"A\xcc\x8a",
    b"-",
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_transcripts_do_no_harm(seed: int) -> None:
    reads_or_refuses("a.json", spoilt(json.dumps(SEGMENTS).encode(), seed, PIECES))


@settings(deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "text": st.text() | st.integers(),
                "start": st.floats() | st.none(),
                "end": st.floats(),
                "speaker": st.text() | st.integers() | st.none(),
            },
        ),
        max_size=5,
    )
)
def test_any_segments_do_no_harm(segments: list[dict[str, object]]) -> None:
    reads_or_refuses("a.json", json.dumps(segments).encode())
