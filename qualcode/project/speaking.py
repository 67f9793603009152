"""Who speaks in a transcript: found by the program, confirmed and named by people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.errors import NotFound, Refused
from qualcode.i18n import N_
from qualcode.language import count_words
from qualcode.model.cleaning import Cleaning
from qualcode.model.layers import Voice
from qualcode.model.structure import Turn
from qualcode.model.tree import clean_name
from qualcode.model.values import Document
from qualcode.project import importing
from qualcode.project.moving import Moved
from qualcode.project.reshaping import decide
from qualcode.project.shaping import stored_cleaning

if TYPE_CHECKING:
    from qualcode.project.parts import Speaker
    from qualcode.project.project import Project

LONGEST_EXAMPLE = 160


def speakers(project: "Project", document: Document) -> tuple["Speaker", ...]:
    """See `Parts.speakers`."""
    from qualcode.project.parts import Speaker
    from qualcode.segmenters import propose_aliases

    kept = importing.contents(project.store, document.id)
    text = project.store.text(kept["text_sha"])
    decided = {voice.label for voice in stored_cleaning(project.store, kept["cleaning_sha"]).voices}
    by_label: dict[str, list[Turn]] = {}
    for turn in importing.structure(project.store, document.id).turns:
        by_label.setdefault(turn.label or turn.speaker, []).append(turn)
    names = {label: turns[0].speaker for label, turns in by_label.items()}
    open_ = Counter({label: len(turns) for label, turns in by_label.items()})
    same = propose_aliases(open_)
    cases = {tie.speaker: tie.case for tie in project.cases.ties(document.id)}
    return tuple(
        Speaker(
            label=label,
            name=names[label],
            interviewer=turns[0].interviewer,
            turns=len(turns),
            words=sum(count_words(text[turn.start : turn.end]) for turn in turns),
            example=_example(text, turns),
            same_as=_still_proposed(label, same, names, decided),
            case=cases.get(names[label], ""),
            decided=label in decided,
        )
        for label, turns in by_label.items()
    )


def _still_proposed(label: str, same: Mapping[str, str], names: Mapping[str, str], decided: set[str]) -> str:
    other = same.get(label, "")
    return other if other and label not in decided and names[label] != names[other] else ""


def _example(text: str, turns: Iterable[Turn]) -> str:
    """The first words of the first turn that says more than a word or two."""
    said = [" ".join(text[turn.start : turn.end].split()) for turn in turns]
    long = next((words for words in said if len(words) > 30), max(said, key=len, default=""))
    return long if len(long) <= LONGEST_EXAMPLE else long[:LONGEST_EXAMPLE].rsplit(" ", 1)[0] + " …"


def set_speakers(project: "Project", document: Document, voices: Mapping[str, Voice]) -> Moved:
    """See `Parts.set_speakers`."""
    turns = importing.structure(project.store, document.id).turns
    names = {turn.label or turn.speaker: turn.speaker for turn in turns}
    wanted = {label: _checked(document, label, voice, names) for label, voice in voices.items()}

    def decision(before: Cleaning) -> Cleaning:
        now = {voice.label: voice for voice in before.voices} | wanted
        return replace(before, voices=tuple(now.values()))

    what = N_("Said who speaks in {document}")
    with project.store.writing(project.coder.id, "parts.speakers", what, document=document.name):
        moved = decide(project, document, "parts.speakers", what, decision)
        after = names | {label: voice.name for label, voice in wanted.items()}
        for tie in project.cases.ties(document.id):
            _follow(project, document, tie.case_id, tie.speaker, names, after)
    return moved


def _checked(document: Document, label: str, voice: Voice, names: Mapping[str, str]) -> Voice:
    if label not in names:
        raise NotFound("Nobody speaks as “{label}” in {document}.", label=label, document=document.name)
    name = clean_name(voice.name)
    if not name:
        raise Refused("A speaker needs a name.")
    return Voice(label, name, voice.interviewer)


def _follow(
    project: "Project",
    document: Document,
    case_id: str,
    speaker: str,
    names: Mapping[str, str],
    after: Mapping[str, str],
) -> None:
    """Ties a case to the speaker's new name, when nobody has the old one any more."""
    labels = [label for label, name in names.items() if name == speaker]
    new = {after[label] for label in labels}
    if not labels or speaker in after.values() or len(new) != 1:
        return
    project.cases.untie(case_id, document.id, speaker=speaker)
    project.cases.tie(case_id, document.id, speaker=new.pop())
