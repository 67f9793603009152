"""Cleaning: the rules to one side, what the chosen one proposes to the other."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import clipped, tag, together
from qualcode.ui.parts.review_choices import (
    Answers,
    Filter,
    answer,
    any_of,
    filtered,
    looked_at,
    page_of,
    turning,
    where,
)
from qualcode.ui.parts.review_marks import in_context, visible
from qualcode.ui.parts.review_reading import CORRECTION, Choice, Repair
from qualcode.ui.parts.review_words import CERTAIN, certainty, rule_line, rule_name

Repairs = Sequence[Choice[Repair]]
ALL = "all rules"


def cleaning_view(project: Project, document: Document) -> None:
    """Everything the rules propose, decided on by rule or one by one."""
    found = state.kept(project, review_reading.repairs, document.id)
    side, listed = st.columns([1, 2.2], gap="medium")
    with side, st.container(key="review-rules", gap="small"):
        rule = _choose_rule(found)
    chosen = [each for each in found if rule in (ALL, each.part.rule)]
    with listed, st.container(key="review-repairs", gap="small"):
        _rule(project, document, rule, chosen)
        _listed(project, document, chosen)


def _choose_rule(found: Repairs) -> str:
    _ = state.words()
    rules = Counter(each.part.rule for each in found)
    names = {rule: f"{rule_name(rule)} {show_number(n, state.language())}" for rule, n in rules.most_common()}
    if len(names) > 1:
        names = {ALL: f"{_('All repairs')} {show_number(len(found), state.language())}", **names}
    key = "review-rule"
    kept = state.recall(key)
    state.fill(key, kept if kept in names else next(iter(names)))
    return st.radio(
        _("Rules"),
        list(names),
        format_func=names.__getitem__,
        captions=[_numbers([each for each in found if rule in (ALL, each.part.rule)]) for rule in names],
        key=key,
        on_change=_keep_rule,
    )


def _keep_rule() -> None:
    state.remember("review-rule", state.widget("review-rule"))


def _numbers(found: Repairs) -> str:
    _ = state.words()
    done, new = sum(each.accepted for each in found), sum(not each.seen for each in found)
    told = [_("{n} carried out").format(n=show_number(done, state.language()))]
    if new:
        told.append(_("{n} not looked at").format(n=show_number(new, state.language())))
    return " · ".join(told)


def _rule(project: Project, document: Document, rule: str, chosen: Repairs) -> None:
    _ = state.words()
    if rule == ALL:
        heading, line = _("All repairs"), _("What the rules propose together, in the order of the text.")
    else:
        heading, line = rule_name(rule), rule_line(rule)
    st.html(together(tag("h2", heading, class_="qp-heading"), tag("p", line, class_="qp-small")))
    groups = [each.group for each in chosen]
    one = len(groups) == 1
    with st.container(horizontal=True, gap="small", key="review-all"):
        st.button(
            _("Carry out") if one else _("Carry out all {n}").format(n=len(groups)),
            key="review-accept-all",
            disabled=all(each.accepted for each in chosen),
            on_click=review_acts.choose,
            args=(project, document, _("Carried out: {what}.").format(what=heading)),
            kwargs={"accept": groups},
        )
        st.button(
            _("Take back") if one else _("Take back all {n}").format(n=len(groups)),
            key="review-reject-all",
            disabled=not any(each.accepted for each in chosen),
            on_click=review_acts.choose,
            args=(project, document, _("Taken back: {what}.").format(what=heading)),
            kwargs={"reject": groups},
        )


def _filters() -> dict[str, Filter[Repair]]:
    _ = state.words()
    return {
        "all": (_("All"), any_of),
        "doubtful": (_("Less than certain"), lambda each: each.confidence < CERTAIN),
        "new": (_("Not looked at"), lambda each: not each.seen),
        "back": (_("Not carried out"), lambda each: not each.accepted),
    }


def _listed(project: Project, document: Document, chosen: Repairs) -> None:
    _ = state.words()
    found = filtered(chosen, _filters(), key="review-repairs-shown")
    key = f"review-repairs-page-{document.id}-{state.recall('review-rule')}-{state.recall('review-repairs-shown')}"
    shown = page_of(found, key=key)
    if not shown:
        st.info(_("Nothing here."), icon=":material/check:")
        return
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in shown))
    answers = Answers(_("Carry out"), _("Take back"))
    of_several = len({each.part.rule for each in chosen}) > 1
    for each, place in zip(shown, places, strict=True):
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{each.group}", gap="small"):
            facts = [where(place), *([rule_name(each.part.rule)] if of_several else [])]
            facts += [certainty(each.confidence)] if each.part.rule != CORRECTION else []
            if not each.seen:
                facts.append(_("not looked at"))
            below = tag("p", " · ".join(facts), class_="qp-label")
            st.html(tag("div", in_context(each, text), below, class_="qp-choice"), width="stretch")
            answer(project, document, each, answers, _label(each))
    with st.container(horizontal=True, vertical_alignment="center", key="review-turning"):
        turning(len(found), key=key)
        looked_at(project, document, shown, "review-looked-at")


def _label(each: Choice[Repair]) -> str:
    first = each.part.changes[0]
    return clipped(f"{visible(first.before)} → {visible(first.after)}", 80)
