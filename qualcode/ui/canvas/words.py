"""Every word the canvas shows, by the names its modules use."""

from qualcode.i18n import Translate


def words(_: Translate) -> dict[str, str]:
    """All of them in the reader's language; `{names}` are filled in the browser."""
    return {
        **_tools(_),
        **_palette(_),
        **_layers(_),
        **_messages(_),
        **_walks(_),
        **_states(_),
        **_keys(_),
    }


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
        "codings_here": _("Codings at this place"),
        "memo_hint": _("What is worth remembering about this passage?"),
        "memo_keys": _("Ctrl+Enter saves"),
    }


def _palette(_: Translate) -> dict[str, str]:
    return {
        "find": _("Find a code, or name a new one"),
        "codes": _("Codes"),
        "choose_code": _("Choose a code"),
        "create": _("Create “{name}”"),
        "no_codes": _("No code matches. Type a name to make one."),
        "no_code_fits": _("No code matches."),
        "codes_found": _("Codes that match: {count}"),
        "recent_codes": _("Used last"),
        "suggested_codes": _("Suggested here"),
        "all_codes": _("All codes"),
        "codings_of": _("Codings in this document: {count}"),
        "codings_word": _("codings"),
        "palette_keys": _("Enter applies · Ctrl+Enter applies and stays · Tab writes the path · Esc closes"),
        "palette_one": _("Enter chooses · Tab writes the path · Esc closes"),
        "lock_code": _("Lock a code"),
        "unlock": _("Unlock {code}"),
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


def _walks(_: Translate) -> dict[str, str]:
    """What is said of where one comes to."""
    return {
        "walked": _("{code}, by {coder}, paragraph {paragraph}"),
        "walked_code": _("{code}: {number} of {count}, by {coder}, paragraph {paragraph}"),
        "none_of_code": _("This document has no coding with that code."),
        "uncoded": _("Paragraph {paragraph}. Not coded by you: {count}"),
        "uncoded_of": _("Paragraph {paragraph}, {speaker}. Not coded by you: {count}"),
        "all_coded": _("You have coded in every passage."),
        "no_headings": _("This document has no headings."),
        "no_notes": _("This document has no notes."),
        "paragraph_number": _("Paragraph {paragraph}"),
        "coded_here": _("Coded with {codes}"),
        "locked_code": _(
            "Locked: {code}. Every selection is coded with it, with Enter or when the mouse is let go. Esc unlocks."
        ),
        "unlocked_code": _("Unlocked: {code}"),
        "elsewhere": _("{told} This was in {document}."),
        "go_there": _("Go there"),
    }


def _states(_: Translate) -> dict[str, str]:
    return {
        "saved": _("Saved"),
        "saving": _("Saving …"),
        "offline": _("Not saved: {count} waiting"),
        "busy": _("Not saved: {count} waiting"),
        "locked": _("Reload the page to go on saving"),
        "away": _("qualcode does not answer"),
        "gone": _("The document has been removed: {count} not saved"),
    }


def _keys(_: Translate) -> dict[str, str]:
    """The sheet of keys, by its groups."""
    return {
        "find_key": _("Find a key"),
        "no_keys": _("No key does that."),
        "sheet_move": _("Move"),
        "keys_move": _("Move the caret"),
        "keys_words": _("By words"),
        "keys_sentences": _("By sentences"),
        "keys_paragraphs": _("By paragraphs and turns"),
        "keys_sections": _("By sections, from heading to heading"),
        "keys_ends": _("To the ends of the line; with Ctrl of the document"),
        "keys_where": _("Say where the caret is: paragraph, speaker, page, codings"),
        "sheet_choose": _("Select"),
        "keys_extend": _("With any of the keys under Move: extend the selection"),
        "keys_widen": _("Select the word, then the sentence, the paragraph, the turn, the section"),
        "keys_narrow": _("Back to the stretch before"),
        "keys_all": _("Select everything"),
        **_coding_keys(_),
    }


def _coding_keys(_: Translate) -> dict[str, str]:
    return {
        "sheet_code": _("Code"),
        "keys_code": _("Choose a code for the selection; also c or k"),
        "keys_number": _("Apply the code with that number"),
        "keys_last": _("Apply the last code again"),
        "keys_lock": _("Lock a code: every selection gets it, until Esc"),
        "keys_vivo": _("Code in vivo: the words themselves become the code"),
        "sheet_go": _("Go through what is coded"),
        "keys_walk": _("Go to the next or previous coding"),
        "keys_walk_extend": _("Extend the selection to where the next coding ends, or the previous begins"),
        "keys_same": _("Next coding of this code; with Shift the previous"),
        "keys_uncoded": _("Next passage that you have not coded; with Shift the previous"),
        "keys_notes": _("Next footnote; with Shift the previous"),
        "sheet_change": _("Change"),
        "keys_open": _("Open the codings at the caret"),
        "keys_memo": _("Write a memo on the coding"),
        "keys_recode": _("Give the coding another code"),
        "keys_edges": _("Adjust the coding's boundaries; also [ and ]"),
        "keys_remove": _("Remove the coding at the caret"),
        "keys_undo": _("Undo"),
        "keys_redo": _("Redo; also Ctrl+Y"),
        "sheet_palette": _("While choosing a code"),
        "keys_find": _("Any parts of the path, in any order; å, aa and a are alike"),
        "keys_take": _("Apply the code, or make the new one"),
        "keys_take_more": _("Apply it, and choose one more"),
        "keys_complete": _("Write out the path; once more to name a code below it"),
        "sheet_rest": _("Help"),
        "keys_sheet": _("This sheet"),
        "keys_close": _("Close what is open"),
    }
