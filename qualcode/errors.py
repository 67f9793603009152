"""What a researcher can do something about.

    QualcodeError                 what happened, where, what to do
    ├── NotFound                  a name or id that the project does not have
    ├── Refused                   a rule of the project says no; nothing was changed
    │   ├── BadSpan               a position that does not fit the text
    │   ├── Duplicate             the name or path is taken
    │   └── Conflict              somebody changed the same thing meanwhile
    ├── BadFile                   a file that cannot be read as what it claims to be
    │   ├── TooLarge              more than the program agrees to open
    │   └── Protected             encrypted or password-protected
    ├── BadExpression             a filter or query that cannot be understood
    └── StoreError                the project file or database
        ├── NotAProject           the file is something else
        ├── NewerProject          written by a newer qualcode
        ├── StoreFull             the disk is full or read-only; nothing was stored
        └── StoreBusy             another program holds the project for too long

A message is an English template with named values: `NotFound("No document is called “{name}”.", name=name)`.
`str(error)` fills it in English; an edge shows `error.in_words(translate)`, where `translate` is the
`gettext` of the reader's language, so templates are also the keys of the catalogue.
A programmer's mistake stays `ValueError` or `TypeError`.
"""

from collections.abc import Callable


class QualcodeError(Exception):
    """Says what happened, where and what to do, in words a researcher knows.

    `template` is English with `{named}` values; `values` fill it. Values may themselves be translated
    by passing a `QualcodeError`, which is rendered in the same language.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(self.in_words(str))

    def in_words(self, translate: Callable[[str], str]) -> str:
        """The message, with its template passed through `translate` (gettext) first."""
        shown = {
            name: value.in_words(translate) if isinstance(value, QualcodeError) else value
            for name, value in self.values.items()
        }
        return translate(self.template).format(**shown)


class NotFound(QualcodeError):
    """The project has nothing of that name or id."""


class Refused(QualcodeError):
    """A rule of the project forbids it; nothing was changed."""


class BadSpan(Refused):
    """A position outside the text, empty, or cutting a character in two."""


class Duplicate(Refused):
    """The name or path is already taken."""


class Conflict(Refused):
    """Somebody changed the same thing meanwhile; theirs stands, nothing was overwritten."""


class BadFile(QualcodeError):
    """A file cannot be read as what it claims to be; names the file and, where known, the place in it."""


class TooLarge(BadFile):
    """A file, or what it unpacks to, is larger than the program agrees to open."""


class Protected(BadFile):
    """A file is encrypted or password-protected."""


class BadExpression(QualcodeError):
    """A filter or query cannot be understood; says where and gives a working example."""


class StoreError(QualcodeError):
    """The project file or database could not be opened, read or written."""


class NotAProject(StoreError):
    """The file exists but is not a qualcode project."""


class NewerProject(StoreError):
    """The project was written by a newer version of the program."""


class StoreFull(StoreError):
    """There is no room, or no permission, to store; nothing was stored."""


class StoreBusy(StoreError):
    """Another program held the project for too long; nothing was stored."""
