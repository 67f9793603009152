"""Every word the canvas shows, by the names its modules use."""

from qualcode.i18n import Translate


def words(_: Translate) -> dict[str, str]:
    """All of them in the reader's language; `{names}` are filled in the browser."""
    return {**_tools(_), **_layers(_), **_messages(_), **_states(_), **_keys(_)}


def _tools(_: Translate) -> dict[str, str]:
    return {
        "tools": _("Coding tools"),
        "tools_selection": _("Tools for the selected words"),
        "quick_codes": _("Codes under the number keys"),
        "code": _("Code …"),
        "in_vivo": _("In vivo"),
        "memo": _("Memo"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "keys": _("Keys"),
        "only_mine": _("Only mine"),
        "again": _("Apply {code} again"),
        "again_key": _("again with the full stop key"),
        "change_code": _("Change code"),
        "adjust": _("Adjust boundaries"),
        "remove": _("Remove"),
        "save": _("Save"),
        "cancel": _("Cancel"),
        "close": _("Close"),
        "try_again": _("Try again"),
        "find": _("Find a code, or name a new one"),
        "codes": _("Codes"),
        "choose_code": _("Choose a code"),
        "create": _("Create “{name}”"),
        "no_codes": _("No code matches. Type a name to make one."),
        "palette_keys": _("Enter applies · Shift+Enter applies and stays · Esc closes"),
        "codings_here": _("Codings at this place"),
        "memo_hint": _("What is worth remembering about this passage?"),
        "memo_keys": _("Ctrl+Enter saves"),
    }


def _layers(_: Translate) -> dict[str, str]:
    """What lies over the text; `out_` with a kind of `Region`."""
    return {
        "out": _("Left out"),
        "out_contents": _("Left out: contents list"),
        "out_references": _("Left out: reference list"),
        "out_form": _("Left out: form or questionnaire"),
        "out_web": _("Left out: menus and links of a web page"),
        "out_by-hand": _("Left out by hand"),
        "out_why": _("Not searched and not counted."),
        "out_end": _("Here ends what is left out."),
        "out_coded": _("These words are left out of counts."),
        "bring_back": _("Bring back"),
        "brought_back": _("This part is in again. Undo leaves it out as before."),
        "page_mark": _("p. {number}"),
        "note_sign": _("Note {number}"),
        "quoted": _("Words of {speaker}"),
    }


def _messages(_: Translate) -> dict[str, str]:
    return {
        "text_of": _("The text of {name}"),
        "how": _(
            "Move with the arrow keys, extend the selection with Shift, press Enter to code it, "
            "and press the question mark for all keys."
        ),
        "you": _("You"),
        "another_coder": _("Another coder"),
        "unsaved": _("not saved yet"),
        "choose_words": _("Select some words first."),
        "already": _("“{code}” is on these words already."),
        "coded": _("Coded with {code}."),
        "removed": _("Removed {code}."),
        "walked": _("{code}, by {coder}, paragraph {paragraph}"),
        "no_coding": _("No coding here."),
        "none_yet": _("This document has no codings yet."),
        "not_yours": _("Only the coder who made a coding can change it."),
        "adjust_keys": _(
            "Arrow keys move the end, with Shift the beginning. Enter saves, Esc leaves it as it was."
        ),
        "refused": _("Not saved: {why}"),
        "undone": _("Undone: {what}"),
        "redone": _("Done again: {what}"),
        "text_changed": _(
            "The text of this document has been changed. Reload the page, and code in the new text."
        ),
        "server_error": _("qualcode could not carry it out. Reload the page, and try again."),
        "not_opened": _("The document could not be opened: qualcode does not answer. Is it still running?"),
        "loading": _("Opening the document …"),
    }


def _states(_: Translate) -> dict[str, str]:
    return {
        "saved": _("Saved"),
        "saving": _("Saving …"),
        "offline": _("Not saved: {count} waiting"),
        "busy": _("Not saved: {count} waiting"),
        "locked": _("Reload the page to go on saving"),
        "away": _("qualcode does not answer"),
    }


def _keys(_: Translate) -> dict[str, str]:
    return {
        "keys_move": _("Move the caret"),
        "keys_words": _("Move by words"),
        "keys_extend": _("Extend the selection"),
        "keys_widen": _("Select the word, the sentence, the paragraph, the turn"),
        "keys_code": _("Choose a code for the selection; also c or k"),
        "keys_number": _("Apply the code with that number"),
        "keys_last": _("Apply the last code again"),
        "keys_vivo": _("Code in vivo: the words themselves become the code"),
        "keys_open": _("Open the codings at the caret"),
        "keys_memo": _("Write a memo on the coding"),
        "keys_edges": _("Adjust the coding's boundaries; also Alt+Shift+arrow"),
        "keys_remove": _("Remove the coding at the caret"),
        "keys_walk": _("Go to the next or previous coding"),
        "keys_undo": _("Undo"),
        "keys_redo": _("Redo; also Ctrl+Y"),
        "keys_close": _("Close what is open"),
    }
