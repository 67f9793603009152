"""The parts of a document as people decide on them: headings, speakers, quotations in reports, languages."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from qualcode.errors import BadSpan, NotFound, Refused
from qualcode.i18n import N_
from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import TextMap, standing
from qualcode.model.layers import Quote, Stretch, Title, Voice
from qualcode.model.spans import Span, fitting
from qualcode.model.tree import clean_name
from qualcode.model.values import Document, Language
from qualcode.project import importing
from qualcode.project.desk import Desk
from qualcode.project.moving import Moved
from qualcode.project.proposals import Proposal, listed
from qualcode.project.reshaping import Decide, decide

DEEPEST = 9
"""The lowest level a heading can have."""
T = TypeVar("T", Title, Quote)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in a transcript, under one label. `words` counts what they say, `example` is how they begin.

    `same_as` is the label of which this one seems to be another spelling; `decided` tells whether a person has named them.
    """

    label: str
    name: str
    interviewer: bool
    turns: int
    words: int
    example: str = ""
    same_as: str = ""
    case: str = ""
    decided: bool = False


class Parts(Desk):
    """Confirm or change what the program found: which lines are headings, who speaks, who is quoted, in which language.

    Proposals are confirmed and turned down by `Project.cleaning.choose`, under their groups.
    """

    def titles(self, name_or_id: str) -> tuple[Proposal[Title], ...]:
        """Every heading, certain or proposed."""
        return listed(self._store, self._kept(name_or_id), lambda cleaning: cleaning.titles)

    def quotes(self, name_or_id: str) -> tuple[Proposal[Quote], ...]:
        """Every passage that seems to be, or has been confirmed as, an informant's own words in a report."""
        return listed(self._store, self._kept(name_or_id), lambda cleaning: cleaning.quotes)

    def stretches(self, name_or_id: str) -> tuple[Proposal[Stretch], ...]:
        """Parts in another language than the document's."""
        return listed(self._store, self._kept(name_or_id), lambda cleaning: cleaning.stretches)

    def set_title(self, name_or_id: str, group: str, *, level: int) -> Moved:
        """Gives a heading another level, from 1, and confirms it."""
        _check_level(level)

        def decision(before: Cleaning) -> Cleaning:
            titles = _changed(before.titles, group, level=level)
            return _confirmed(replace(before, titles=titles), group)

        return self._decide(name_or_id, N_("Changed a heading of {document}"), decision)

    def add_title(self, name_or_id: str, start: int, end: int, level: int) -> Moved:
        """Makes `[start, end)` of the text that is coded a heading. Raises `BadSpan` when it is more than one line."""
        _check_level(level)
        document = self._document(name_or_id)
        words = fitting(Span(start, end), self._store.text(document.sha)).of(self._store.text(document.sha))
        if "\n" in words or not words.strip():
            raise BadSpan("A heading is one line of text; choose the words of one line.")

        def decision(before: Cleaning) -> Cleaning:
            there = self._as_read(document, before, Span(start, end))
            title = Title(
                there.start, there.end, level, " ".join(words.split()), 1.0, "person", _new("heading")
            )
            others = tuple(each for each in before.titles if not _shares(each, there))
            return _confirmed(replace(before, titles=_placed((*others, title))), title.group)

        return self._decide(name_or_id, N_("Made a heading in {document}"), decision)

    def set_quote(self, name_or_id: str, group: str, *, speaker: str) -> Moved:
        """Says whose words a quotation is, and confirms it."""

        def decision(before: Cleaning) -> Cleaning:
            quotes = _changed(before.quotes, group, speaker=clean_name(speaker))
            return _confirmed(replace(before, quotes=quotes), group)

        return self._decide(name_or_id, N_("Said who is quoted in {document}"), decision)

    def add_quote(self, name_or_id: str, start: int, end: int, speaker: str = "") -> Moved:
        """Says that `[start, end)` of the text that is coded are somebody's own words."""
        document = self._document(name_or_id)
        fitting(Span(start, end), self._store.text(document.sha))

        def decision(before: Cleaning) -> Cleaning:
            there = self._as_read(document, before, Span(start, end))
            who = clean_name(speaker)
            quote = Quote(there.start, there.end, who, 1.0, ("person",), _new("quotation"))
            others = tuple(each for each in before.quotes if not _shares(each, there))
            return _confirmed(replace(before, quotes=_placed((*others, quote))), quote.group)

        return self._decide(name_or_id, N_("Said who is quoted in {document}"), decision)

    def set_language(self, name_or_id: str, start: int, end: int, language: Language) -> Moved:
        """Says which language `[start, end)` of the text that is coded is in; its sentences are found anew."""
        document = self._document(name_or_id)
        if language not in importing.LANGUAGES:
            raise Refused(
                "“{language}” is not a language that can be chosen; choose one of {known}.",
                language=language,
                known=", ".join(importing.LANGUAGES),
            )
        fitting(Span(start, end), self._store.text(document.sha))

        def decision(before: Cleaning) -> Cleaning:
            there = self._as_read(document, before, Span(start, end))
            rest = [piece for each in before.stretches for piece in _around(each, there)]
            group = _new("language")
            if language != document.language:
                rest.append(Stretch(there.start, there.end, language, 1.0, group))
            ordered = tuple(sorted(rest, key=lambda each: each.start))
            return replace(before, stretches=ordered, seen=before.seen | {group})

        return self._decide(name_or_id, N_("Changed the language of a part of {document}"), decision)

    def speakers(self, name_or_id: str) -> tuple[Speaker, ...]:
        """Everybody who speaks, in the order in which they first do; one for each label."""
        from qualcode.project.speaking import speakers

        return speakers(self._project, self._document(name_or_id))

    def set_speakers(self, name_or_id: str, voices: Mapping[str, Voice]) -> Moved:
        """Says who the labels mean and who asks; labels that are not given stay as they are.

        Several labels with one name become one speaker. Raises `NotFound` for a label that the document has not.
        """
        from qualcode.project.speaking import set_speakers

        return set_speakers(self._project, self._document(name_or_id), voices)

    def _decide(self, name_or_id: str, what: str, decision: Decide) -> Moved:
        return decide(self._project, self._document(name_or_id), "parts.decide", what, decision)

    def _kept(self, name_or_id: str) -> dict[str, str]:
        return importing.contents(self._store, self._document(name_or_id).id)

    def _as_read(self, document: Document, cleaning: Cleaning, span: Span) -> Span:
        """`span` of the coded text in positions of the text as read."""
        kept = importing.contents(self._store, document.id)
        edits = standing(cleaning.edits, cleaning.rejected)
        there = TextMap(self._store.text(kept["read_sha"]), edits).to_read(span)
        if there is None:
            raise BadSpan("These words were written in by a correction; choose words that the file has.")
        return there


def _check_level(level: int) -> None:
    if not 1 <= level <= DEEPEST:
        raise Refused("A heading's level is a number from 1 to {deepest}.", deepest=DEEPEST)


def _new(kind: str) -> str:
    return f"{kind}:{uuid.uuid4()}"


def _changed(parts: tuple[T, ...], group: str, **values: object) -> tuple[T, ...]:
    if not any(part.group == group for part in parts):
        raise NotFound("Nothing called “{group}” is proposed here.", group=group)
    return tuple(replace(part, **values) if part.group == group else part for part in parts)  # type: ignore[arg-type]


def _confirmed(cleaning: Cleaning, group: str) -> Cleaning:
    return replace(cleaning, rejected=cleaning.rejected - {group}, seen=cleaning.seen | {group})


def _shares(part: T, span: Span) -> bool:
    return part.start < span.end and span.start < part.end


def _placed(parts: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(sorted(parts, key=lambda part: (part.start, -part.end)))


def _around(stretch: Stretch, span: Span) -> list[Stretch]:
    """What is left of a stretch when the words of `span` are taken out of it."""
    if not (stretch.start < span.end and span.start < stretch.end):
        return [stretch]
    before = replace(stretch, end=span.start)
    after = replace(stretch, start=span.end, group=_new("language"))
    return [piece for piece in (before, after) if piece.start < piece.end]
