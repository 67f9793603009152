"""What the program's rules, kinds and reasons are called where a researcher decides on what they propose."""

from qualcode.ui import state

CERTAIN, LIKELY = 0.9, 0.7
"""From here on a proposal is called certain, or likely; below it is unsure."""


def rule_name(rule: str) -> str:
    """A cleaning rule in words."""
    _ = state.words()
    names = {
        "unicode": _("Invisible and misread signs"),
        "markup": _("Left-over markup"),
        "time-marks": _("Times of the recording"),
        "page-furniture": _("Page numbers and running heads"),
        "footnotes": _("Footnotes in the text"),
        "hyphens": _("Divided words"),
        "broken-sentences": _("Broken lines and sentences"),
        "ocr": _("Letters lost in scanning"),
        "correction": _("Corrections by hand"),
    }
    return names.get(rule, rule)


def rule_line(rule: str) -> str:
    """What a cleaning rule does, in one line."""
    _ = state.words()
    lines = {
        "unicode": _(
            "Takes out signs that nobody sees, and mends letters that were read in the wrong encoding."
        ),
        "markup": _("Takes out **, # and tags that another program left; bold and italics stay as emphasis."),
        "time-marks": _("Lifts the recording's times out of the words; they stay known at their place."),
        "page-furniture": _("Takes page numbers and running heads out of the text; the pages stay known."),
        "footnotes": _("Lifts footnotes out of the sentences they interrupt, and keeps them as notes."),
        "hyphens": _("Puts words together that the end of a line divided."),
        "broken-sentences": _("Joins lines and sentences that the end of a line or a page cut in two."),
        "ocr": _("Gives æ, ø and å back to words that a scanner read without them."),
        "correction": _("What somebody has changed in the text here in the project."),
    }
    return lines.get(rule, "")


def certainty(confidence: float) -> str:
    """How sure a proposal is, in a word."""
    _ = state.words()
    if confidence >= CERTAIN:
        return _("certain")
    return _("likely") if confidence >= LIKELY else _("unsure")


def region_name(kind: str) -> str:
    """Why a part is no material."""
    _ = state.words()
    names = {
        "contents": _("Contents list"),
        "references": _("Reference list"),
        "form": _("Form or questionnaire"),
        "web": _("Menus and links of a web page"),
        "by-hand": _("Left out by hand"),
    }
    return names.get(kind, kind)


def title_reason(why: str) -> str:
    """How a heading was found."""
    _ = state.words()
    names = {
        "format": _("marked in the file"),
        "number": _("by its number"),
        "contents": _("in the contents list"),
        "form": _("by its form"),
        "person": _("by hand"),
    }
    return names.get(why, why)


def evidence_name(kind: str) -> str:
    """What speaks for, or against, words being an informant's own."""
    _ = state.words()
    names = {
        "attribution": _("followed by who says it"),
        "lead-in": _("announced by the sentence before"),
        "speaker label": _("begins with a speaker's name"),
        "block quotation": _("set as a block quotation"),
        "guillemets": _("in guillemets"),
        "quote marks": _("in quotation marks"),
        "own paragraph": _("a paragraph of its own"),
        "beside a quotation": _("next to another quotation"),
        "first person": _("in the first person"),
        "oral form": _("worded as people speak"),
        "full sentence": _("a whole sentence"),
        "literature": _("but may cite literature"),
        "document": _("but may cite a document"),
        "term": _("but may be a term"),
        "short": _("but is short"),
        "title-like": _("but looks like a title"),
        "theory section": _("but stands in a theory section"),
        "person": _("said by a person"),
    }
    return names.get(kind, kind)
