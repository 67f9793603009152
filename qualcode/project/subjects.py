"""Who words are of: the cases tied to a document and to its speakers, and the attributes that follow from them.

Of each kind, the case of the speaker counts before that of the whole document, and only where there is just one: words
of a group interview without speakers are nobody's in particular.
"""

from collections.abc import Iterable, Mapping, Sequence

from qualcode.analysis.where import folded
from qualcode.model.tree import same_name
from qualcode.model.values import Case, CaseKind, Document, Tie

OVERLAY: tuple[CaseKind, ...] = ("site", "group", "person")
"""Whose values lie over whose: later kinds win."""


class Subjects:
    """The cases of a project by document and speaker, looked up once."""

    def __init__(self, ties: Sequence[Tie], cases: Iterable[Case]) -> None:
        known = {case.id: case for case in cases} if ties else {}
        self._tied: dict[tuple[str, str], list[Case]] = {}
        self._speakers: dict[str, dict[str, None]] = {}
        for tie in ties:
            self._tied.setdefault((tie.document_id, same_name(tie.speaker)), []).append(known[tie.case_id])
            if tie.speaker:
                self._speakers.setdefault(tie.document_id, {})[tie.speaker] = None
        values = {folded(name) for case in known.values() for name in case.values}
        self.fields = frozenset(values | {"case"})
        self._found: dict[tuple[str, str], tuple[Case, ...]] = {}

    @property
    def any(self) -> bool:
        """Whether anything is tied to a case."""
        return bool(self._tied)

    def spoken(self, asked: Iterable[str]) -> frozenset[str]:
        """The documents in which it depends on who speaks what the fields `asked` (folded) are."""
        return frozenset(self._speakers) if not self.fields.isdisjoint(asked) else frozenset()

    def speakers(self, document_id: str) -> tuple[str, ...]:
        """Those speakers of a document who are cases."""
        return tuple(self._speakers.get(document_id, ()))

    def of(self, document_id: str, speaker: str = "") -> tuple[Case, ...]:
        """The cases that the words of a speaker are of: at most one site, one group and one person, in this order."""
        key = (document_id, same_name(speaker))
        if key not in self._found:
            own, whole = self._tied.get(key, []), self._tied.get((document_id, ""), [])
            chosen = []
            for kind in OVERLAY:
                near = [case for case in own if case.kind == kind]
                near = near or [case for case in whole if case.kind == kind]
                chosen += near if len(near) == 1 else []
            self._found[key] = tuple(chosen)
        return self._found[key]

    def name(self, document_id: str, speaker: str = "") -> str:
        """The name of the person, else of the group; empty when there is none, or not just one."""
        return next(
            (case.name for case in reversed(self.of(document_id, speaker)) if case.kind != "site"), ""
        )

    def attributes(self, document: Document, speaker: str = "") -> Mapping[str, str]:
        """The document's attributes, and over them the values of the cases."""
        cases = self.of(document.id, speaker)
        if not cases:
            return document.attributes
        found = {same_name(name): (name, value) for name, value in document.attributes.items()}
        for case in cases:
            found |= {same_name(name): (name, value) for name, value in case.values.items()}
        return dict(found.values())
