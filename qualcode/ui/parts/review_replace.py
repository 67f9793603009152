"""A corrected file in place of the text: what it would do is shown before it is done."""

from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.notices import errors_in_words
from qualcode.ui.parts.plain import clipped, plain, tag, together

MOST_GONE = 10
"""So many codings that would be lost are shown."""


def replace_text(project: Project, document: Document) -> None:
    """An upload, the comparison, and the button that does it."""
    _ = state.words()
    with st.expander(_("Bring in a corrected file"), icon=":material/upload_file:", key="replace-text"):
        key = f"replace-file-{document.id}-{state.recall('replacements', 0)}"
        file = st.file_uploader(
            _("The same text, corrected"),
            key=key,
            help=_(
                "Codings and what you have decided follow their words. Any format that can be imported will do."
            ),
        )
        if file is None:
            return
        with errors_in_words():
            told = state.kept(project, review_reading.comparison, document.id, file.name, file.getvalue())
            _comparison(project, document, told, key)


def _comparison(project: Project, document: Document, told: Any, key: str) -> None:
    _ = state.words()
    for template, values in told.warnings:
        st.warning(plain(_(template).format(**values)), icon=":material/warning:")
    if not told.changes:
        st.info(_("The file has the same words as the text."), icon=":material/check:")
    share = show_number(max(told.share, 0.01), state.language(), "#,##0 %")
    lines = []
    if told.changes:
        changed = _("Passages with other words: {n}, about {share} of the text.")
        lines.append(changed.format(n=told.changes, share=share))
    lines += review_acts.codings(told, stood=True)
    lost = [tag("li", f"{code}: {clipped(words, 120)}") for code, words in told.gone[:MOST_GONE]]
    more = tag("ul", *lost, class_="qp-lost") if lost else None
    st.html(together(*(tag("p", line, class_="qp-small") for line in lines), more))
    sure = not told.another or st.checkbox(
        _("Little of the text is in this file. It is the same document all the same."), key=f"{key}-sure"
    )
    st.button(
        _("Put the file in place of the text"),
        key="replace-go",
        type="primary",
        disabled=not sure,
        on_click=_replace,
        args=(project, document, key, told.another),
    )


def _replace(project: Project, document: Document, key: str, force: bool) -> None:
    _ = state.words()
    file = state.widget(key)
    if file is None:
        return
    before = project.revision
    done = state.attempt(project.documents.replace, document.id, file.name, file.getvalue(), force=force)
    if done is None:
        return
    state.remember("replacements", state.recall("replacements", 0) + 1)
    if project.revision != before:
        told = " ".join([_("The corrected file is in place."), *review_acts.codings(done, stood=True)])
        state.tell(told, undoes=project)
