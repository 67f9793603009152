"""Looking again at codings whose words were corrected after they were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.i18n import N_
from qualcode.model.values import Excerpt
from qualcode.project import excerpting
from qualcode.store import reviews

if TYPE_CHECKING:
    from qualcode.project.project import Project


@dataclass(frozen=True, slots=True)
class Touched:
    """A coding on words that were corrected since somebody last looked at it.

    `before` are its words as they were then; empty where that is not known. The words now are the excerpt's.
    """

    excerpt: Excerpt
    before: str

    @property
    def now(self) -> str:
        """The words that the coding stands on now."""
        return self.excerpt.text


def to_review(project: "Project", chosen: excerpting.Filter) -> tuple[Touched, ...]:
    """See `Codings.to_review`."""
    with project.store.reading() as connection:
        ids = reviews.waiting(connection)
        if not ids:
            return ()
        found = excerpting.excerpts(project, chosen, only=frozenset(ids))
        former = reviews.former(connection, [each.id for each in found])
    touched = []
    for each in found:
        was = former.get(each.id)
        words = project.store.text(was.text_sha)[was.start : was.end] if was else ""
        touched.append(Touched(each, words))
    return tuple(touched)


def reviewed_all(project: "Project", ids: Sequence[str]) -> int:
    """See `Codings.reviewed_all`."""
    what = N_("Reviewed {count} codings")
    with project.store.writing(project.coder.id, "codings.reviewed_all", what, count=len(ids)) as act:
        waiting = [id_ for id_ in dict.fromkeys(ids) if project.codings.get(id_).review]
        for id_ in waiting:
            project.codings.reviewed(id_)
        act.say("codings.reviewed_all", count=len(waiting))
    return len(waiting)
