"""Cleaning: rules look at a text as read and propose reversible edits; people accept or reject them.

Nothing is deleted and nothing is changed silently: `propose` only says what could be done, each proposal with its rule
and how sure it is.
"""

from qualcode.cleaning.broken_sentences import BrokenSentences
from qualcode.cleaning.contents import ContentsList
from qualcode.cleaning.draft import Change, Draft, Found, Rule
from qualcode.cleaning.footnotes import Footnotes
from qualcode.cleaning.forms import Forms
from qualcode.cleaning.hyphens import Hyphens
from qualcode.cleaning.markup import Markup
from qualcode.cleaning.ocr import OcrRepair
from qualcode.cleaning.page_furniture import PageFurniture
from qualcode.cleaning.references import ReferenceList
from qualcode.cleaning.time_marks import TimeMarks
from qualcode.cleaning.unicode import Unicode
from qualcode.cleaning.web_furniture import WebFurniture
from qualcode.model.cleaning import Cleaning
from qualcode.model.values import Language

__all__ = ["Change", "Draft", "Found", "Rule", "propose", "rules"]


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they look: what removes furniture before what joins sentences across it."""
    return (
        Unicode(),
        Markup(),
        TimeMarks(),
        PageFurniture(),
        Footnotes(),
        Hyphens(),
        BrokenSentences(),
        OcrRepair(),
        WebFurniture(),
        ContentsList(),
        ReferenceList(),
        Forms(),
    )


def propose(read: str, *, language: Language, format: str = "txt") -> Cleaning:
    """All that the rules propose for a text. `read` is as the format read it: NFC, LF."""
    draft = Draft(read, language, format)
    for rule in rules():
        draft.pass_through(rule)
    return draft.cleaning
