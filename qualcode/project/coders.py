"""Who works on the project."""

from qualcode.model.values import Coder
from qualcode.project.desk import Desk
from qualcode.store import coders


class Coders(Desk):
    """Reads who has worked here; a coder is added by working."""

    def all(self) -> tuple[Coder, ...]:
        """Every coder, by name."""
        with self._store.reading() as connection:
            return coders.all_(connection)
