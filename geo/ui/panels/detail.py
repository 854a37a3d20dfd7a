"""The selected place, or the list of all that is shown."""

from collections.abc import Iterable

import streamlit as st

from geo.evidence import Basis, Claim, Evidence
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.glossary import Terms
from geo.ui.html.links import way_to_question
from geo.ui.html.list_limits import MOST_CLAIMS, MOST_NAMES, more_claims, more_places
from geo.ui.page import Page
from geo.ui.panels.guide import show_guide
from geo.ui.session import change, show_value
from geo.view import Detail, ViewState, attribute_label, build_detail, cite_claim, passage_url, published_text
from geo.view.labels import (
    CERTAINTY_MEANINGS,
    KIND_LABELS,
    PRECISION_LABELS,
    PRECISION_MEANINGS,
    ROLE_LABELS,
    ROLE_MEANINGS,
    certainty_text,
    name_list,
)


def show_side(page: Page) -> None:
    """Show the selected place or, with none selected, the list of all that are shown."""
    chosen = build_detail(page.context, neighbours=page.data.neighbours)
    with st.container(key="detail"):
        if chosen:
            show_detail(chosen, page)
        else:
            show_summary(page)
            show_guide(page)


def show_detail(detail: Detail, page: Page) -> None:
    """Show one place: what it is, who says what of it, and what is disputed."""
    evidence, colours, words = page.context.evidence, page.colours, page.context.words
    title, close = st.columns([5, 1], vertical_alignment="center")
    with title:
        markup.show(markup.text("h2", _name(detail, words), classes="place-name"))
    close.button("✕", key="close", help=words("Close (Escape on the map)"), on_click=change, kwargs={"place": ""})
    terms = Terms(words)
    markup.show(markup.join(_facts(detail, words, terms)))
    for key, claims in detail.claims.items():
        act = evidence.authorisations.get(key)
        name = words.of(act, "name") if act else words("Context, under no authorisation")
        heading = markup.swatch_line(colours[key], name) if key in colours else markup.text("div", name)
        cards = [_card(claim, page, terms, listed=claim.claim_id not in detail.unlisted) for claim in claims[:MOST_CLAIMS]]
        if claims[MOST_CLAIMS:]:
            cards.append(markup.element("p", more_claims(len(claims) - MOST_CLAIMS, words), classes="note"))
        markup.show(markup.element("section", markup.element("h3", heading), *cards, classes="claims"))
    _show_disagreements(detail, words)


def show_summary(page: Page) -> None:
    """Show, where no place is selected, the list of all that are shown; a name in it selects its place."""
    evidence, selection, words = page.context.evidence, page.context.selection, page.context.words
    markup.show(markup.text("h2", words("Places shown"), classes="place-name"))
    if not selection.places:
        _show_nothing(page.context.state, words)
        return
    st.caption(words("Choose a place here or on the map to read who says what."))
    for key in (*evidence.authorisations, ""):
        shown = [place for place in selection.places.values() if _listed_under(place.authorisations, key)]
        if not shown:
            continue
        act = evidence.authorisations.get(key)
        names = {place.place.place_id: markup.label(words.of(place.place, "name")) for place in shown[:MOST_NAMES]}
        st.pills(
            markup.label(words.of(act, "name")) if act else words("Context, under no authorisation"),
            list(names),
            format_func=names.__getitem__,
            key=show_value(f"places-{key or 'context'}", None),
            on_change=_choose_place,
            args=(f"places-{key or 'context'}",),
        )
        if shown[MOST_NAMES:]:
            markup.show(markup.element("p", more_places(len(shown) - MOST_NAMES, words), classes="note"))


def _listed_under(authorisations: tuple[str, ...], key: str) -> bool:
    return key in authorisations if key else not authorisations


def _choose_place(key: str) -> None:
    change(place=st.session_state[key] or "")


def _show_nothing(state: ViewState, words: Translator) -> None:
    if not state.authorisations:
        st.info(words("Every authorisation is switched off. Switch one on in the filters, or reset them."))
    else:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))


def _name(detail: Detail, words: Translator) -> str:
    if detail.place:
        return words.of(detail.place, "name")
    return detail.unit.name if detail.unit else ""


def _facts(detail: Detail, words: Translator, terms: Terms) -> Iterable[str]:
    yield markup.element("div", _where(detail, words, terms), classes="where")
    if detail.place:
        note = words.of(detail.place, "note")
        if note:
            yield markup.text("p", note, classes="note")
    if detail.contains:
        inside = name_list([words.of(place, "name") for place in detail.contains], words)
        yield markup.text("p", words("Localities named in it: {places}.", places=inside), classes="note")
    geography = _geography(detail, words)
    if geography:
        yield markup.text("p", geography, classes="note")
    if not detail.claims:
        yield markup.text(
            "p",
            words("Nothing that is shown names it by itself.") if detail.contains else words("Nothing that is shown names it."),
            classes="note",
        )
    if detail.hidden:
        hidden = words.plural(
            "{count} claim is hidden by the filters.", "{count} claims are hidden by the filters.", detail.hidden
        )
        yield markup.text("p", hidden, classes="note")


def _geography(detail: Detail, words: Translator) -> str:
    """Say what the unit borders on and how far the place lies from the capital, and how that was measured."""
    parts = []
    if detail.neighbours:
        parts.append(words("Borders on {units}.", units=words.listing(list(detail.neighbours))))
    if detail.from_capital_km:
        own_point = detail.place is not None and detail.place.latitude is not None
        measured = words("great circle, to its point") if own_point else words("great circle, to the middle of the region")
        distance = words.number(round(detail.from_capital_km))
        parts.append(words("{distance} km from Lima ({measured}).", distance=distance, measured=measured))
    return " ".join(parts)


def _where(detail: Detail, words: Translator, terms: Terms) -> str:
    """Return what kind of place it is, where it lies, and how exactly that is known."""
    place, unit = detail.place, detail.unit
    if place is None:
        return markup.text("span", _sentence([words(KIND_LABELS[unit.kind])] if unit else []))
    parts = [words(KIND_LABELS[place.kind]) if place.kind in KIND_LABELS else place.kind]
    if unit and not place.is_area:
        parts.append(words("in {unit}", unit=unit.name))
    if place.coordinate_source and place.is_point:
        parts.append(words("point: {source}", source=place.coordinate_source))
    precision = words(PRECISION_LABELS[place.precision])
    exact = terms.term(_sentence([precision]), PRECISION_MEANINGS[place.precision][1])
    return markup.text("span", _sentence(parts)) + " " + exact


def _sentence(parts: list[str]) -> str:
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _card(claim: Claim, page: Page, terms: Terms, *, listed: bool) -> str:
    evidence, words = page.context.evidence, page.context.words
    source = evidence.sources[claim.source_id]
    topic = markup.text("span", attribute_label(claim.attribute, evidence, words))
    if claim.role:
        topic = terms.term(words(ROLE_LABELS[claim.role]), ROLE_MEANINGS[claim.role])
    certainty = terms.term(certainty_text(claim, words), CERTAINTY_MEANINGS[claim.certainty][1])
    return markup.element(
        "article",
        markup.element("div", topic, classes="kicker"),
        markup.text("p", words.of(claim, "statement"), classes="statement"),
        "" if listed else markup.text("p", _absence(claim, page), classes="note"),
        markup.quotation(claim.phrase, source.language),
        markup.element("div", *_origin(claim, evidence, words), classes="origin"),
        markup.element("div", certainty, _copy_button(claim, evidence, words), classes="certainty"),
        classes="claim",
    )


def _absence(claim: Claim, page: Page) -> str:
    """Say why the map does not show the place in the role in which a claim names it."""
    if claim.role not in page.context.state.roles:
        return page.context.words("Not on the map: this role is switched off in the filters.")
    return page.context.words("Not on the map: too few independent sources name the place so.")


def _copy_button(claim: Claim, evidence: Evidence, words: Translator) -> str:
    citation = cite_claim(claim, evidence.sources[claim.source_id], words)
    return markup.copy_button(words("Copy as citation"), citation)


def _origin(claim: Claim, evidence: Evidence, words: Translator) -> Iterable[str]:
    source = evidence.sources[claim.source_id]
    name = source.publisher or words.of(source, "title")
    yield markup.text("b", claim.source_id)
    if source.url:
        yield " " + markup.text("a", name, href=passage_url(claim, source), target="_blank", rel="noopener noreferrer")
    else:
        yield " " + markup.text("span", name)
    details = [published_text(source.published, words)]
    if claim.paragraph:
        details.append(words("paragraph {number}", number=claim.paragraph))
    if source.basis is Basis.CORROBORATION:
        details.append(words("corroboration"))
    yield markup.text("span", "".join(f" · {detail}" for detail in details))


def _show_disagreements(detail: Detail, words: Translator) -> None:
    if not detail.disagreements:
        return
    items = [
        markup.element(
            "li",
            markup.element("div", way_to_question(item, words), classes="statement differ"),
            markup.text("div", words.of(item, "known"), classes="note"),
        )
        for item in detail.disagreements
    ]
    heading = markup.text("h3", words("Where sources disagree"))
    markup.show(markup.element("section", heading, markup.element("ul", *items), classes="disputes"))
