"""The questions on which sources disagree, each with its answers side by side."""

from collections.abc import Callable, Iterable
from itertools import groupby

import streamlit as st

from geo.draw import Swatch, swatch_svg
from geo.evidence import Claim
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.badges import QUIET
from geo.ui.html.links import question_anchor, way
from geo.ui.html.list_limits import MOST_ANSWERS, MOST_CLAIMS, MOST_NAMES, more_claims, more_places
from geo.ui.page import Page
from geo.ui.session import change, show_value
from geo.view import Answer, Aspect, Dispute, View, build_disputes, passage_url
from geo.view.labels import HIDDEN_LABELS, ROLE_LABELS, certainty_text


def show_disagreements(page: Page) -> None:
    """Show every question of the data, those that the filters do not touch last."""
    words = page.context.words
    disputes = build_disputes(page.context)
    if not disputes:
        st.info(words("The data records no question on which sources disagree."))
        return
    shown = sum(dispute.shown for dispute in disputes)
    markup.show(_lead(shown, len(disputes), words) + _index(disputes, words))
    for index, dispute in enumerate(disputes):
        if index == shown:
            heading = words("Outside the filters: no claim that answers these questions is let through")
            markup.show(markup.text("h2", heading, classes="view-title quiet-title"))
        markup.show(_dispute(dispute, page))
        _show_places(dispute, page)


def _lead(shown: int, total: int, words: Translator) -> str:
    counted = words.plural("{count} question", "{count} questions", total)
    text = words(
        "{questions} on which the sources give different answers. None is averaged, none is dropped.", questions=counted
    )
    if shown < total:
        text += " " + words("The filters let through claims on {shown} of them.", shown=words.number(shown))
    text += " " + words("Sources that copy one another, or rest on the same origin, are bracketed as one voice.")
    title = markup.text("h2", words("Where the sources disagree"), classes="view-title")
    return title + markup.text("p", text, classes="view-lead")


def _index(disputes: Iterable[Dispute], words: Translator) -> str:
    """Return the way down to each question."""
    ways = (
        way(View.DISAGREEMENTS, words.of(item.question, "question"), to=question_anchor(item.question.disagreement_id))
        for item in disputes
    )
    return markup.element("nav", *ways, classes="question-index", aria_label=words("Questions"))


def _dispute(dispute: Dispute, page: Page) -> str:
    words, question = page.context.words, dispute.question
    several = len(dispute.authorisations) > 1
    rows = (_aspects(tuple(run), page, named=several) for _, run in groupby(dispute.aspects, key=_run_key(dispute)))
    known = words.of(question, "known") or words("Why they differ is not known.")
    return markup.element(
        "section",
        markup.element("div", *_kicker(dispute, page), classes="kicker question-acts"),
        markup.text("h3", words.of(question, "question")),
        markup.text("p", _tally(dispute, words), classes="note"),
        *rows,
        markup.element("p", markup.text("b", words("On the difference")), " ", markup.text("span", known), classes="known"),
        classes="question" if dispute.shown else "question outside",
        id=question_anchor(question.disagreement_id),
    )


def _run_key(dispute: Dispute) -> Callable[[Aspect], int]:
    """Return what puts neighbouring aspects of one answer each in one row, and any other in a row of its own."""
    return lambda aspect: -1 if len(aspect.answers) == 1 else dispute.aspects.index(aspect)


def _kicker(dispute: Dispute, page: Page) -> Iterable[str]:
    yield markup.text("b", dispute.question.disagreement_id)
    for key in dispute.authorisations:
        yield markup.swatch_line(page.colours.get(key, QUIET[page.theme]), page.context.act_name(key))


def _tally(dispute: Dispute, words: Translator) -> str:
    sources = sum(map(len, dispute.voices))
    text = words.plural("{count} source answers", "{count} sources answer", sources)
    if len(dispute.voices) < sources:
        voices = words.plural("{count} independent voice", "{count} independent voices", len(dispute.voices))
        text = words("{sources}, {voices}", sources=text, voices=voices)
    if not dispute.hidden:
        return f"{text}."
    count = sum(dispute.hidden.values())
    hidden = words.plural("{count} claim is outside the filters", "{count} claims are outside the filters", count)
    reasons = "; ".join(words(HIDDEN_LABELS[reason]) for reason in dispute.hidden)
    return words("{said}. {hidden} ({why}).", said=text, hidden=hidden, why=reasons)


def _aspects(aspects: tuple[Aspect, ...], page: Page, *, named: bool) -> str:
    """Return a row: the different answers to one aspect, or the single answers to several, each under its own label."""
    if len(aspects) > 1:
        return _row((), (_answer(aspect.answers[0], page, label=_label(aspect, page, named=named)) for aspect in aspects))
    aspect = aspects[0]
    head = [markup.text("h4", aspect.label)]
    if named:
        head.append(markup.text("div", page.context.act_name(aspect.authorisation_id), classes="note"))
    if any(answer.apart for answer in aspect.answers):
        head.append(markup.text("div", page.context.words("Underlined: not in every list for the same role."), classes="note"))
    answers = [_answer(answer, page) for answer in aspect.answers[:MOST_ANSWERS]]
    rest = len(aspect.answers) - MOST_ANSWERS
    if rest > 0:
        more = way(View.TABLE, page.context.words.plural("{count} more answer", "{count} more answers", rest))
        answers.append(markup.element("p", more, classes="note"))
    return _row(head, answers)


def _label(aspect: Aspect, page: Page, *, named: bool) -> str:
    return f"{aspect.label} · {page.context.act_name(aspect.authorisation_id)}" if named else aspect.label


def _row(head: Iterable[str], answers: Iterable[str]) -> str:
    return markup.element(
        "div",
        markup.element("div", *head, classes="aspect-head"),
        markup.element("div", *answers, classes="side-by-side"),
        classes="aspect",
    )


def _answer(answer: Answer, page: Page, *, label: str = "") -> str:
    words = page.context.words
    head = [markup.text("div", label, classes="kicker")] if label else []
    if answer.places:
        head.append(_list(answer, page))
    elif answer.text:
        head.append(markup.text("div", answer.text, classes="given"))
    if not answer.shown:
        head.append(markup.text("div", words("outside the filters"), classes="tag"))
    return markup.element(
        "div",
        *head,
        *(_voice(voice, answer, page) for voice in answer.voices),
        classes="reply" if answer.shown else "reply outside",
    )


def _list(answer: Answer, page: Page) -> markup.Markup:
    """Return a list of places in one role; those that another list leaves out stand out."""
    words = page.context.words
    apart = {place.place_id for place in answer.apart}
    shown = answer.places[:MOST_NAMES]
    names = [markup.text("b" if place.place_id in apart else "span", words.of(place, "name")) for place in shown]
    names += [more_places(len(answer.places) - MOST_NAMES, words)] if answer.places[MOST_NAMES:] else []
    head = markup.Markup()
    if answer.role:
        icon = markup.icon(swatch_svg(Swatch("role", role=answer.role), quiet=QUIET[page.theme]))
        counted = words.plural("{count} place", "{count} places", len(answer.places))
        label = markup.text("span", f"{words(ROLE_LABELS[answer.role])}: {counted}")
        head = markup.element("div", icon, label, classes="role-line")
    return head + markup.element("div", markup.Markup(", ").join(names), classes="place-list")


def _voice(voice: tuple[str, ...], answer: Answer, page: Page) -> str:
    speakers = [_speaker(source_id, answer, page) for source_id in voice]
    if len(speakers) == 1:
        return speakers[0]
    mark = markup.text("div", page.context.words("one voice"), classes="one-voice-mark")
    return markup.element("div", mark, *speakers, classes="one-voice")


def _speaker(source_id: str, answer: Answer, page: Page) -> str:
    """Return one source with what it says; a list of places keeps its statements folded, one for each place."""
    words = page.context.words
    claims = answer.claims_of(source_id)
    lines = [_said(claim, page, outside=answer.shown and claim.claim_id in answer.hidden) for claim in claims[:MOST_CLAIMS]]
    if claims[MOST_CLAIMS:]:
        lines.append(markup.element("p", more_claims(len(claims) - MOST_CLAIMS, words), classes="note"))
    said = markup.join(lines)
    if answer.places:
        counted = words.plural("{count} statement, a place each", "{count} statements, a place each", len(claims))
        said = markup.element("details", markup.text("summary", counted), said)
    return markup.element("div", markup.element("div", *_who(claims[0], page), classes="who"), said, classes="speaker")


def _who(claim: Claim, page: Page) -> Iterable[str]:
    source = page.context.evidence.sources[claim.source_id]
    name = source.publisher or page.context.words.of(source, "title")
    yield markup.text("b", claim.source_id) + " "
    if source.url:
        yield markup.text("a", name, href=passage_url(claim, source), target="_blank", rel="noopener noreferrer")
    else:
        yield markup.text("span", name)


def _said(claim: Claim, page: Page, *, outside: bool) -> str:
    words = page.context.words
    how = [certainty_text(claim, words)]
    if claim.paragraph:
        how.append(words("paragraph {number}", number=claim.paragraph))
    if outside:
        how.append(words("outside the filters"))
    language = page.context.evidence.sources[claim.source_id].language
    return (
        markup.text("p", words.of(claim, "statement"), classes="statement")
        + markup.quotation(claim.phrase, language)
        + markup.text("div", " · ".join(how), classes="certainty")
    )


def _show_places(dispute: Dispute, page: Page) -> None:
    """Show the places that a question touches; choosing one selects it."""
    if not dispute.places:
        return
    names = {place.place_id: markup.label(page.context.words.of(place, "name")) for place in dispute.places[:MOST_NAMES]}
    key = f"question-places-{dispute.question.disagreement_id}"
    st.pills(
        page.context.words("Places in question {id}", id=dispute.question.disagreement_id),
        list(names),
        format_func=names.__getitem__,
        key=show_value(key, page.context.state.place if page.context.state.place in names else None),
        on_change=_choose_place,
        args=(key,),
    )
    if dispute.places[MOST_NAMES:]:
        rest = more_places(len(dispute.places) - MOST_NAMES, page.context.words)
        markup.show(markup.element("p", rest, classes="note"))


def _choose_place(key: str) -> None:
    change(place=st.session_state[key] or "")
