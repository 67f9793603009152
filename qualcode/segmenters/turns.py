"""Speaker turns, in texts that are transcripts.

Reports have lines such as «Kilde: ...» and «Oslo: ...» too. A text counts as a transcript only when at least two
labels alternate over a good part of it and recur, or are such as only transcripts have (`Intervjuer:`, `IP:`).
"""

from collections import Counter
from collections.abc import Collection, Sequence

from qualcode.language import count_words
from qualcode.model.spans import Span
from qualcode.model.structure import Turn
from qualcode.segmenters.labels import Label, possible_labels
from qualcode.segmenters.lines import Line
from qualcode.segmenters.speakers import INTERVIEWERS, is_header_key, never_speaks, role_of

_THINNEST_KNOWN, _THINNEST = 0.12, 0.25
"""Fewest labels per paragraph, where labels are known roles or have times, and where they are any names."""

_SENTENCE_ENDS = (".", "?", "!", "…", "»", "”", ")", "]")


def speaker_labels(lines: Sequence[Line], headings: Collection[int], *, wrapped: bool) -> tuple[Label, ...]:
    """The labels of the turns, in order; none when the text is no transcript. `headings` are indexes of lines."""
    possible = list(possible_labels(lines, headings))
    head = _head(lines, possible)
    possible = [label for label in possible if label.line >= head and not never_speaks(label.name)]
    possible = _with_proof(lines, possible)
    counts = Counter(label.key for label in possible)
    sure = [label for label in possible if counts[label.key] > 1 or role_of(label.name)]
    if not sure or not _is_transcript(lines, sure, head, wrapped=wrapped):
        return ()
    keys = {label.key for label in sure}
    dense = _density(lines, sure, wrapped=wrapped) >= 0.5
    return tuple(label for label in possible if label.key in keys or (dense and _fits_in(label, sure)))


def _with_proof(lines: Sequence[Line], possible: Sequence[Label]) -> list[Label]:
    """Leaves out names on lines of their own, unless they are speakers elsewhere or take turns in saying sentences."""
    alone = [label for label in possible if label.alone]
    others = [label for label in possible if not label.alone]
    if not alone:
        return others
    counts = Counter(label.key for label in alone)
    again = [label for label in alone if counts[label.key] > 1]
    said = [_next_words(lines, label.line) for label in again]
    told = sum(words.endswith(_SENTENCE_ENDS) for words in said)
    talk = any("?" in words for words in said) or any(role_of(label.name) for label in again)
    enough = len(again) >= max(4, len(others)) and len({label.key for label in again}) > 1
    if enough and talk and told >= 0.6 * len(again):
        return list(possible)
    speakers = {key for key, number in Counter(label.key for label in others).items() if number > 1}
    return [label for label in possible if not label.alone or label.key in speakers]


def _next_words(lines: Sequence[Line], index: int) -> str:
    """The words that follow line `index`, times aside; empty when none are near."""
    after = (line.words for line in lines[index + 1 : index + 6] if any(map(str.isalpha, line.words)))
    return next(after, "")


def _head(lines: Sequence[Line], possible: Sequence[Label]) -> int:
    """Index of the first line after the transcript's head («Informant: Kari», «Dato: 3. mai»)."""
    counts = Counter(label.key for label in possible)
    end = 0
    for index, label in enumerate(possible):
        if is_header_key(label.name) or never_speaks(label.name):
            end = label.line + 1
            continue
        value = lines[label.line].words[label.words - lines[label.line].start :]
        after = possible[index + 1] if index + 1 < len(possible) else None
        beside = label.line == end > 0 or bool(
            after and after.line == label.line + 1 and is_header_key(after.name)
        )
        once = counts[label.key] == 1 and len(possible) > 3
        if not (role_of(label.name) and _is_value(value) and label.time is None and (beside or once)):
            break
        end = label.line + 1
    return end


def _is_value(words: str) -> bool:
    return 0 < len(words) <= 80 and len(words.split()) <= 10 and words[-1] not in ".?!…"


def _is_transcript(lines: Sequence[Line], labels: Sequence[Label], head: int, *, wrapped: bool) -> bool:
    known = any(role_of(label.name) for label in labels)
    timed = sum(label.time is not None for label in labels) >= 0.8 * len(labels)
    total = sum(len(line.words) for line in lines[head:])
    spoken = sum(len(line.words) for line in lines[labels[0].line :])
    return (
        len({label.key for label in labels}) > 1
        and spoken >= 0.5 * total
        and _density(lines, labels, wrapped=wrapped) >= (_THINNEST_KNOWN if known or timed else _THINNEST)
        and (known or timed or _say_something(lines, labels))
    )


def _density(lines: Sequence[Line], labels: Sequence[Label], *, wrapped: bool) -> float:
    """Labels per paragraph, from the first label on."""
    first = labels[0].line
    begins = {label.line for label in labels}
    paragraphs = sum(
        not line.blank and (not wrapped or index in begins or lines[index - 1].blank)
        for index, line in enumerate(lines)
        if index >= first
    )
    return len(begins) / max(1, paragraphs)


def _say_something(lines: Sequence[Line], labels: Sequence[Label]) -> bool:
    """Whether most turns hold words and not figures, as the rows of a form do."""
    told = 0
    for label in labels:
        line = lines[label.line]
        words = line.words[label.words - line.start :]
        told += not words or any(character.islower() for character in words)
    return told >= 0.6 * len(labels)


def _fits_in(label: Label, sure: Sequence[Label]) -> bool:
    """Whether a label that stands only once is written as the others are."""
    same = sum(label.bold == other.bold and (label.time is None) == (other.time is None) for other in sure)
    return label.line > sure[0].line and same >= 0.8 * len(sure) and len(label.name.split()) <= 3


def turns_of(
    text: str, labels: Sequence[Label], paragraphs: Sequence[Span], stops: Sequence[int]
) -> tuple[Turn, ...]:
    """The turns of a transcript. A turn goes to the next label, or to the next of `stops` (headings)."""
    names: dict[str, str] = {}
    turns = []
    at = stop = 0
    for index, label in enumerate(labels):
        limit = labels[index + 1].start if index + 1 < len(labels) else len(text)
        while stop < len(stops) and stops[stop] < label.start:
            stop += 1
        if stop < len(stops):
            limit = min(limit, stops[stop])
        while at < len(paragraphs) and paragraphs[at].start < label.words:
            at += 1
        start = end = label.words
        first = at
        while at < len(paragraphs) and paragraphs[at].start < limit:
            start, end = paragraphs[first].start, paragraphs[at].end
            at += 1
        turns.append(Turn(start, end, names.setdefault(label.key, label.name), label.start, label.time))
    asking = interviewers(text, turns, labels)
    return tuple(_marked(turn, interviewer=turn.speaker in asking) for turn in turns)


def _marked(turn: Turn, *, interviewer: bool) -> Turn:
    return Turn(turn.start, turn.end, turn.speaker, turn.label_start, turn.time, interviewer)


def interviewers(text: str, turns: Sequence[Turn], labels: Sequence[Label]) -> frozenset[str]:
    """The speakers who seem to ask: those whose label or aside says so, else who asks most and says least."""
    said = {
        turn.speaker
        for turn, label in zip(turns, labels, strict=True)
        if role_of(turn.speaker) in INTERVIEWERS or role_of(label.aside) in INTERVIEWERS
    }
    if said:
        return frozenset(said)
    asking = _asks_most(text, turns)
    lettered = {turn.speaker for turn in turns if role_of(turn.speaker) == "i"}
    return frozenset(lettered if lettered and not asking else asking or lettered)


def _asks_most(text: str, turns: Sequence[Turn]) -> set[str]:
    """The speaker with most questions, in a third of the turns or more, and fewer words a turn than the others."""
    spoken = Counter(turn.speaker for turn in turns)
    questions: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for turn in turns:
        said = text[turn.start : turn.end]
        questions[turn.speaker] += "?" in said
        words[turn.speaker] += count_words(said)
    if len(spoken) < 2 or not questions.total():
        return set()
    (first, most), (_, second) = (
        questions.most_common(2) if len(questions) > 1 else [*questions.most_common(1), ("", 0)]
    )
    others = (words.total() - words[first]) / max(1, spoken.total() - spoken[first])
    plain = most > second and most >= 2 and 3 * most >= spoken[first]
    return {first} if plain and words[first] / spoken[first] < others else set()
