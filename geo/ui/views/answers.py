"""The facts: a row for each question with the answers under each act; a row opens to the claims behind it."""

from typing import Final

import streamlit as st

from geo.evidence import Evidence, Topic
from geo.ui.html import markup
from geo.ui.html.badges import act_label, sources_by_name
from geo.ui.html.claims import claim_card
from geo.ui.html.links import question_anchor
from geo.ui.html.list_limits import MOST_CLAIMS, more_claims, place_names
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.place_list import show_nothing
from geo.ui.session import bind, change
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.ui.views.wide_table import page_background
from geo.view import View
from geo.view.answers.questions import MOST_ANSWERS, MOST_COLUMNS, Answer, Question, Section, build_questions, build_sections
from geo.view.labels import TOPIC_LABELS

ALL: Final = "all"
DIFFERING: Final = "differing"
CONTEXT: Final = "context"
_FILTER: Final = "answers-filter"
_OPEN: Final = "answers-open"
"""Key of the session: ids of the open rows."""
_CHOSEN: Final = "answers-act"
"""Key of the session: the act, or the context, to which the questions are limited."""
MOST_ROWS: Final = 150
"""Rows under one fold; further ones are counted, and the table has them."""


def show_answers(page: Page) -> None:
    """Show the questions with a claim that passes the filters, by topic."""
    context = page.context
    if not context.selection.claims:
        show_nothing(page)
        return
    chosen = _show_filter(page)
    sections = build_sections(context, differing=chosen == DIFFERING, act_id=_act_of(chosen))
    opened = _opened_rows(sections, page)
    show_markup(
        answers_html(sections, page, opened=opened, act_id=_act_of(chosen)),
        element_key="answers",
        opened=sorted(opened),
        on_open=lambda ids: _keep_open(ids, context.evidence),
    )


def answers_html(
    sections: tuple[Section, ...], page: Page, *, opened: frozenset[str] = frozenset(), act_id: str | None = None
) -> Markup:
    """Return the list of topics, and the rows under each topic.

    Parameters
    ----------
    opened
        Ids of the open rows and folds; the contents of the others are left out.
    act_id
        Id of the only act with a column, ``""`` for the context; None for all acts that are on.
    """
    words = page.context.words
    acts = page.context.state.authorisations if act_id is None else (act_id,)
    rows = (_section(section, acts, page, opened) for section in sections)
    index = (markup.text("a", words(TOPIC_LABELS[section.topic]), href=f"#topic-{section.topic}") for section in sections)
    return markup.element(
        "div",
        markup.element("nav", *index, aria_label=words("Topics"), classes="topic-index"),
        markup.element("div", _head(acts, page), *rows, classes="topics"),
        classes="answers" if len(acts) <= MOST_COLUMNS else "answers stacked",
        style=f"--acts:{len(acts)};--paper:{page_background(page)}",
        data_print="answers.html" if act_id is None else f"answers.html?act={act_id}",
    )


def printed_answers(page: Page, act_id: str | None) -> Markup:
    """Return the rows for print: every fold and every row is open. Parameters as :func:`answers_html` has them."""
    sections = build_sections(page.context, differing=page.context.state.view is View.DISAGREEMENTS, act_id=act_id)
    rows = {question.question_id for section in sections for question in (*section.leading, *section.rest)}
    return answers_html(sections, page, opened=frozenset(rows | {_fold_id(section) for section in sections}), act_id=act_id)


def _opened_rows(sections: tuple[Section, ...], page: Page) -> frozenset[str]:
    """Return the ids of the open rows: recorded questions from the view, other rows from the session.

    A link can name recorded questions only. A fold is open if a row in it is.
    """
    recorded = page.context.evidence.disagreements
    kept = {row for row in st.session_state.get(_OPEN, ()) if row not in recorded}
    named = {each for each in page.context.state.open_questions if each in recorded}
    folds = {_fold_id(section) for section in sections for question in section.rest if question.question_id in named}
    return frozenset(kept | named | folds)


def _fold_id(section: Section) -> str:
    return f"more-{section.topic}"


def _show_filter(page: Page) -> str:
    """Show the filter of the questions, and return the choice. In a link, the differing questions are a view of their own."""
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
        label_visibility="collapsed",
        **bind(_FILTER, chosen, _choose_filter),
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


def _keep_open(ids: tuple[str, ...], evidence: Evidence) -> None:
    """Keep the ids of the open rows: recorded questions in the view, which the link has, the others in the session."""
    st.session_state[_OPEN] = ids
    change(open_questions=tuple(each for each in ids if each in evidence.disagreements))


def _head(acts: tuple[str, ...], page: Page) -> Markup:
    names = (act_label(act_id, page) for act_id in acts)
    return markup.element("div", markup.element("span"), *names, classes="answer-row answer-head", aria_hidden="true")


def _section(section: Section, acts: tuple[str, ...], page: Page, opened: frozenset[str]) -> Markup:
    """Return the rows of a topic: the leading ones under its name, the others under a fold."""
    columns = ("",) if section.topic is Topic.CONTEXT and "" not in acts else acts
    label = page.context.words(TOPIC_LABELS[section.topic])
    is_repeated = bool(section.leading) and section.leading[0].label == label  # then the heading is for screen readers only
    name = markup.text("h2", label, classes="unseen" if is_repeated else "")
    names = (name, *(None for _ in section.leading[1:]))
    rows = [_row(question, columns, page, opened, above=above) for question, above in zip(section.leading, names, strict=False)]
    return markup.element(
        "section",
        *rows,
        _fold(section, columns, page, opened=opened, name=Markup() if rows else name),
        id=f"topic-{section.topic}",
        style=f"--acts:{len(columns)}",
        classes="topic",
    )


def _fold(section: Section, acts: tuple[str, ...], page: Page, *, opened: frozenset[str], name: Markup) -> Markup:
    if not section.rest:
        return Markup()
    words, shown = page.context.words, section.rest[:MOST_ROWS]
    if section.leading:
        count = words.plural("{count} more question", "{count} more questions", len(section.rest))
    else:
        count = words.plural("{count} question", "{count} questions", len(section.rest))
    names = ", ".join(question.label for question in shown)
    summary = markup.element("summary", name, markup.text("b", count), " ", markup.text("span", names, classes="one-line"))
    rows: list[Markup] = []
    if _fold_id(section) in opened:
        rows = [_row(question, acts, page, opened) for question in shown]
        hidden = sum(len(question.claims) for question in section.rest[MOST_ROWS:])
        rows += [markup.element("p", more_claims(hidden, words), classes="note")] if hidden else []
    return markup.element("details", summary, *rows, classes="more", data_row=_fold_id(section))


def _row(
    question: Question, acts: tuple[str, ...], page: Page, opened: frozenset[str], *, above: Markup | None = None
) -> Markup:
    """Return a row: the question, its answers under each act, what is known in one line; if it is open, the claims too.

    Parameters
    ----------
    above
        Name of the topic, over its first question.
    """
    others = tuple(act_id for act_id in question.cells if act_id not in acts)
    cells = (_cell(act_id, question, page) for act_id in acts)
    summary = markup.element("summary", _label(question, page, above), *cells, _known(question, page), classes="answer-row")
    body = _opened(question, (*acts, *others), page) if question.question_id in opened else Markup()
    anchor = question_anchor(question.question_id)
    return markup.element("details", summary, body, classes="question", data_row=question.question_id, id=anchor)


def _label(question: Question, page: Page, above: Markup | None) -> Markup:
    words = page.context.words
    anchors = (
        markup.element("span", id=question_anchor(each.disagreement_id))
        for each in question.disagreements
        if each.disagreement_id != question.question_id
    )
    most = max(len(answers) for answers in question.cells.values())
    marks = [words("sources differ")] if question.differs else []
    marks += [words.plural("{count} answer", "{count} answers", most)] if most > MOST_ANSWERS else []
    mark = markup.text("span", ", ".join(marks), classes="differ-mark") if marks else Markup()
    return markup.element("div", *anchors, above or Markup(), markup.text("h3", question.label), mark, classes="asked")


def _known(question: Question, page: Page) -> Markup:
    words = page.context.words
    known = next(filter(None, (words.of(each, "known") for each in question.disagreements)), "")
    return markup.text("div", known, classes="known one-line") if known else Markup()


def _cell(act_id: str, question: Question, page: Page) -> Markup:
    """Return the first answers under an act; answers without a number are one line."""
    words = page.context.words
    answers = question.cells.get(act_id, ())
    name = markup.element("div", act_label(act_id, page), classes="cell-act")
    if not answers:
        return markup.element("div", name, markup.text("p", words("not stated"), classes="note"), classes="cell none")
    full = [answer for answer in answers if not answer.is_number_missing]
    missing = [answer.text for answer in answers if answer.is_number_missing]
    lines = [_answer_line(answer, page, is_further=number >= MOST_ANSWERS) for number, answer in enumerate(full)]
    if missing:
        text = words("no number: {answers}", answers=words.choice(list(dict.fromkeys(missing))))
        lines.append(markup.text("p", text, classes="note"))
    return markup.element("div", name, *lines, classes="cell")


def _answer_line(answer: Answer, page: Page, *, is_further: bool) -> Markup:
    """Return an answer with its sources; the style sheet shows a further one in print and in an open row."""
    text = markup.text("b" if answer.counted else "span", answer.text, classes="answer-text")
    credit = markup.text("span", f" {answer.credit}", classes="credit") if answer.credit else Markup()
    return markup.element(
        "p",
        text,
        credit,
        " ",
        sources_by_name(answer.source_groups, page, is_linked=False),
        classes="answer further" if is_further else "answer",
    )


def _opened(question: Question, acts: tuple[str, ...], page: Page) -> Markup:
    """Return the contents of an open row: the recorded questions with what is known, then the cards of each answer by act."""
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
    return markup.element("section", markup.text("h4", answer.heading), *cards)
