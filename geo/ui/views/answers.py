"""What the sources say: a row for each question, the acts side by side; a row opens in place to the claims behind it."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from geo.evidence import Topic
from geo.ui.html import markup
from geo.ui.html.badges import act_label, sources_by_name
from geo.ui.html.claims import claim_card
from geo.ui.html.links import question_anchor
from geo.ui.html.list_limits import MOST_CLAIMS, more_claims, place_names
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.place_list import show_nothing
from geo.ui.session import change, show_value
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.ui.views.wide_table import page_background
from geo.view import View
from geo.view.answers.questions import MOST_ANSWERS, Answer, Question, Section, build_questions, build_sections
from geo.view.labels import TOPIC_LABELS

ALL: Final = "all"
DIFFERING: Final = "differing"
CONTEXT: Final = "context"
_FILTER: Final = "answers-filter"
_CHOSEN: Final = "answers-act"
"""In the session: the act, or the context, whose questions alone are shown."""
MOST_ROWS: Final = 150
"""Rows under one fold; further ones are counted, and in the table."""


def show_answers(page: Page) -> None:
    """Show the questions that the filters leave, by topic."""
    context = page.context
    if not context.selection.claims:
        show_nothing(page)
        return
    chosen = _show_filter(page)
    sections = build_sections(context, differing=chosen == DIFFERING, act_id=_act_of(chosen))
    open_ids = tuple(each for each in context.state.open_questions if each in context.evidence.disagreements)
    show_markup(answers_html(sections, page, chosen=chosen), element_key="answers", opened=open_ids, on_open=_keep_open)


def answers_html(sections: Iterable[Section], page: Page, *, chosen: str = ALL) -> Markup:
    """Return the index of the topics and the rows under each."""
    sections = tuple(sections)
    acts = _columns(sections, page, chosen)
    index = (
        markup.text("a", page.context.words(TOPIC_LABELS[section.topic]), href=f"#topic-{section.topic}")
        for section in sections
    )
    rows = (_section(section, acts, page) for section in sections)
    return markup.element(
        "div",
        markup.element("nav", *index, aria_label=page.context.words("Topics"), classes="topic-index"),
        markup.element("div", _head(acts, page), *rows, classes="topics"),
        classes="answers",
        style=f"--acts:{len(acts)};--paper:{page_background(page)}",
    )


def _show_filter(page: Page) -> str:
    """Show which questions are to be seen, and return the choice; the differing ones are a view of their own in the link."""
    words, state = page.context.words, page.context.state
    differing = sum(question.differs for question in build_questions(page.context))
    labels = {
        ALL: words("All questions"),
        DIFFERING: words("Sources differ ({count})", count=words.number(differing)),
        **{act_id: page.context.act_name(act_id) for act_id in state.authorisations if len(state.authorisations) > 1},
        CONTEXT: words("Context"),
    }
    chosen = DIFFERING if state.view is View.DISAGREEMENTS else st.session_state.get(_CHOSEN, ALL)
    chosen = chosen if chosen in labels else ALL
    st.pills(
        words("Questions"),
        list(labels),
        format_func=lambda option: markup.label(labels[option]),
        key=show_value(_FILTER, chosen),
        on_change=_choose_filter,
        label_visibility="collapsed",
    )
    return chosen


def _choose_filter() -> None:
    chosen = st.session_state[_FILTER] or ALL
    st.session_state[_CHOSEN] = ALL if chosen == DIFFERING else chosen
    change(view=View.DISAGREEMENTS if chosen == DIFFERING else View.FACTS)


def _act_of(chosen: str) -> str | None:
    if chosen in (ALL, DIFFERING):
        return None
    return "" if chosen == CONTEXT else chosen


def _keep_open(ids: tuple[str, ...]) -> None:
    """Put the open rows into the view."""
    change(open_questions=ids)


def _columns(sections: tuple[Section, ...], page: Page, chosen: str) -> tuple[str, ...]:
    """Return the acts that have a column: those that are on, or the one that is chosen; the context where it alone answers."""
    act_id = _act_of(chosen)
    if act_id is not None:
        return (act_id,)
    answered = {each for section in sections for question in (*section.leading, *section.rest) for each in question.cells}
    return tuple(each for each in page.context.state.authorisations if each in answered) or ("",)


def _head(acts: tuple[str, ...], page: Page) -> Markup:
    names = (act_label(act_id, page) for act_id in acts)
    return markup.element("div", markup.element("span"), *names, classes="answer-row answer-head", aria_hidden="true")


def _section(section: Section, acts: tuple[str, ...], page: Page) -> Markup:
    """Return the rows of a topic: those that lead under its name, the others under a fold; without the former the name folds."""
    columns = ("",) if section.topic is Topic.CONTEXT and "" not in acts else acts
    name = markup.text("h2", page.context.words(TOPIC_LABELS[section.topic]))
    rows = [_row(question, columns, page) for question in section.leading]
    return markup.element(
        "section",
        *((name, *rows) if rows else ()),
        _fold(section, columns, page, name=Markup() if rows else name),
        id=f"topic-{section.topic}",
        style=f"--acts:{len(columns)}",
        classes="topic",
    )


def _fold(section: Section, acts: tuple[str, ...], page: Page, *, name: Markup) -> Markup:
    if not section.rest:
        return Markup()
    words, shown = page.context.words, section.rest[:MOST_ROWS]
    if section.leading:
        count = words.plural("{count} more question", "{count} more questions", len(section.rest))
    else:
        count = words.plural("{count} question", "{count} questions", len(section.rest))
    names = ", ".join(question.label for question in shown)
    summary = markup.element("summary", name, markup.text("b", count), " ", markup.text("span", names, classes="one-line"))
    hidden = sum(len(question.claims) for question in section.rest[MOST_ROWS:])
    rows = [_row(question, acts, page) for question in shown]
    if hidden:
        rows.append(markup.element("p", more_claims(hidden, words), classes="note"))
    return markup.element("details", summary, markup.element("template", *rows), classes="more")


def _row(question: Question, acts: tuple[str, ...], page: Page) -> Markup:
    """Return a row: the question, its answers under each act, and what is known in one line; the claims wait folded."""
    others = tuple(act_id for act_id in question.cells if act_id not in acts)
    cells = (_cell(act_id, question, page) for act_id in acts)
    recorded = question.question_id in page.context.evidence.disagreements
    names = {"data_question": question.question_id, "id": question_anchor(question.question_id)} if recorded else {}
    summary = markup.element("summary", _label(question, page), *cells, _known(question, page), classes="answer-row")
    opened = markup.element("template", _opened(question, (*acts, *others), page))
    return markup.element("details", summary, opened, classes="question", **names)


def _label(question: Question, page: Page) -> Markup:
    words = page.context.words
    anchors = (
        markup.element("span", id=question_anchor(each.disagreement_id))
        for each in question.disagreements
        if each.disagreement_id != question.question_id
    )
    differ = markup.text("span", words("sources differ"), classes="differ-mark") if question.differs else Markup()
    return markup.element("div", *anchors, markup.text("h3", question.label), differ, classes="asked")


def _known(question: Question, page: Page) -> Markup:
    words = page.context.words
    known = next(filter(None, (words.of(each, "known") for each in question.disagreements)), "")
    return markup.text("div", known, classes="known one-line") if known else Markup()


def _cell(act_id: str, question: Question, page: Page) -> Markup:
    """Return the first answers under an act, those without a number as one line, and how many more there are."""
    words = page.context.words
    answers = question.cells.get(act_id, ())
    name = markup.element("div", act_label(act_id, page), classes="cell-act")
    if not answers:
        return markup.element("div", name, markup.text("p", words("not stated"), classes="note"), classes="cell")
    given = [answer for answer in answers if not answer.is_number_missing]
    missing = [answer.text for answer in answers if answer.is_number_missing]
    lines = [_answer_line(answer, page) for answer in given[:MOST_ANSWERS]]
    if missing:
        text = words("no number: {answers}", answers=words.choice(list(dict.fromkeys(missing))))
        lines.append(markup.text("p", text, classes="note"))
    if len(given) > MOST_ANSWERS:
        more = words.plural("{count} more answer", "{count} more answers", len(given) - MOST_ANSWERS)
        lines.append(markup.text("p", f"+ {more}", classes="note"))
    return markup.element("div", name, *lines, classes="cell")


def _answer_line(answer: Answer, page: Page) -> Markup:
    text = markup.text("b" if answer.counted else "span", answer.text, classes="answer-text")
    credit = markup.text("span", f" {answer.credit}", classes="credit") if answer.credit else Markup()
    return markup.element("p", text, credit, " ", sources_by_name(answer.voices, page), classes="answer")


def _opened(question: Question, acts: tuple[str, ...], page: Page) -> Markup:
    """Return what an open row shows: the recorded questions with what is known, then the cards of each answer by act."""
    words = page.context.words
    notes = [
        markup.element(
            "p",
            markup.text("b", words.of(each, "question")),
            " ",
            words.of(each, "known") or words("Why they differ is not known."),
            classes="on-difference",
        )
        for each in question.disagreements
    ]
    columns = [
        markup.element(
            "div", act_label(act_id, page), *(_answer_cards(answer, page) for answer in question.cells[act_id]), classes="reply"
        )
        for act_id in acts
        if act_id in question.cells
    ]
    return markup.element("div", *notes, markup.element("div", *columns, classes="side-by-side"), classes="opened")


def _answer_cards(answer: Answer, page: Page) -> Markup:
    words = page.context.words
    cards: list[Markup] = []
    if answer.places:
        cards.append(markup.element("p", place_names(answer.places, words), classes="place-list"))
    cards += [claim_card(claim, page, heading=False) for claim in answer.claims[:MOST_CLAIMS]]
    if len(answer.claims) > MOST_CLAIMS:
        cards.append(markup.element("p", more_claims(len(answer.claims) - MOST_CLAIMS, words), classes="note"))
    return markup.element("section", markup.text("h4", answer.text), *cards)
