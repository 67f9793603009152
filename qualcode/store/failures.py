"""What a database reports, turned into what a researcher can do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError

from qualcode.errors import Conflict, NotAProject, QualcodeError, Refused, StoreBusy, StoreError, StoreFull

_FULL = ("database or disk is full", "no space left", "could not extend file", "disk i/o error", "53100")
_LOCKED_OUT = ("readonly database", "read-only", "unable to open database file", "permission denied")
_BUSY = ("database is locked", "lock timeout", "canceling statement due to lock")
_FOREIGN = ("file is not a database", "file is encrypted")
_DAMAGED = ("malformed", "corrupt")


@contextmanager
def translated(shown: str) -> Iterator[None]:
    """Runs a block of database work on the project at address `shown`; only `QualcodeError` comes out of database trouble."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise unstorable() from error
    except IntegrityError as error:
        raise Conflict(
            "The change does not fit what somebody else has changed meanwhile; nothing was stored. Reload and try again."
        ) from error
    except (DBAPIError, DatabaseError) as error:
        raise _in_words(shown, str(error.orig if isinstance(error, DBAPIError) else error)) from error


def locked_out(shown: str) -> StoreFull:
    """Where nothing may be written."""
    return StoreFull(
        "Nothing was stored: “{address}” cannot be opened for writing. Check that the folder exists and that you "
        "may write to it.",
        address=shown,
    )


def unstorable() -> Refused:
    """Text that no database keeps."""
    return Refused(
        "The text holds a broken character (NUL, or half of one). Nothing was stored; type it anew."
    )


def _in_words(shown: str, said: str) -> QualcodeError:
    low = said.lower()
    if any(sign in low for sign in _FULL):
        return StoreFull(
            "Nothing was stored: the disk that holds “{address}” is full or failing. "
            "Make room, then do it again.",
            address=shown,
        )
    if any(sign in low for sign in _LOCKED_OUT):
        return locked_out(shown)
    if any(sign in low for sign in _BUSY):
        return StoreBusy(
            "Nothing was stored: another program holds “{address}”. Close it there, or try again in a moment.",
            address=shown,
        )
    if any(sign in low for sign in _FOREIGN):
        return NotAProject("“{address}” is not a qualcode project. Choose another file.", address=shown)
    if any(sign in low for sign in _DAMAGED):
        return StoreError(
            "“{address}” is damaged. Run “qualcode check” on it, or restore the latest backup.", address=shown
        )
    return StoreError(
        "The project “{address}” could not be read or written: {said}", address=shown, said=said
    )
