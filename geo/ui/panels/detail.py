"""The detail of the selected place: who names it and how many independent sources, the claims, facts about the place."""

from collections.abc import Iterable

import streamlit as st

from geo.evidence import Claim, Role
from geo.ui.html import markup
from geo.ui.html.badges import act_label, sources_by_name
from geo.ui.html.claims import claim_card
from geo.ui.html.glossary import Terms
from geo.ui.html.links import place_link, question_link, state_link
from geo.ui.html.list_limits import MOST_CLAIMS, more_claims
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.guide import show_guide
from geo.ui.panels.place_list import show_places
from geo.ui.session import change
from geo.view import Detail, attribute_label, build_detail
from geo.view.answers.place_detail import RoleVerdict, Verdict
from geo.view.labels import (
    KIND_LABELS,
    PRECISION_LABELS,
    PRECISION_MEANINGS,
    ROLE_LABELS,
    ROLE_MEANINGS,
    name_list,
    source_label,
)


def show_side(page: Page) -> None:
    """Show the detail of the selected place; if none is selected, the list of all shown places."""
    detail = build_detail(page.context, neighbours=page.data.neighbours)
    with st.container(key="detail"):
        if detail:
            show_detail(detail, page)
        else:
            show_places(page)
            show_guide(page)


def show_detail(detail: Detail, page: Page) -> None:
    """Show one place."""
    words = page.context.words
    title, close = st.columns([5, 1], vertical_alignment="center")
    with title:
        markup.show(markup.text("h2", _name(detail, page), classes="place-name"))
    close.button("✕", key="close", help=words("Close (Escape)"), on_click=change, kwargs={"place": ""})
    terms = Terms(words)
    markup.show(
        markup.join(
            (
                markup.element(
                    "div", *_verdicts(detail, page), classes="verdict", tabindex="-1", data_place=page.context.state.place
                ),
                _claims_button(detail, page),
                *(_act_claims(act_id, claims, page, terms) for act_id, claims in detail.claims.items()),
                _questions(detail, page),
                _about(detail, page, terms),
            )
        )
    )


def _name(detail: Detail, page: Page) -> str:
    if detail.place:
        return page.context.words.of(detail.place, "name")
    return detail.unit.name if detail.unit else ""


def _verdicts(detail: Detail, page: Page) -> Iterable[Markup]:
    """Yield a line for each act that is on, the localities in the unit, and the number of hidden claims."""
    words = page.context.words
    for verdict in detail.verdicts:
        yield _verdict(verdict, page)
    if detail.contains:
        inside = markup.join((place_link(place.place_id, words.of(place, "name")) for place in detail.contains), ", ")
        yield markup.element("p", words("Localities named in it:"), " ", inside, classes="note")
    if detail.hidden:
        hidden = words.plural(
            "{count} claim is hidden by the filters.", "{count} claims are hidden by the filters.", detail.hidden
        )
        yield markup.text("p", hidden, classes="note")


def _claims_button(detail: Detail, page: Page) -> Markup:
    """Return the button that opens the claims on a phone; on a wider screen the style sheet hides it."""
    count = sum(map(len, detail.claims.values()))
    if not count:
        return Markup()
    label = page.context.words.plural("Read the claim", "Read the {count} claims", count)
    return markup.element("label", markup.void("input", type="checkbox"), label, classes="sheet-more")


def _verdict(verdict: Verdict, page: Page) -> Markup:
    words = page.context.words
    lines = [_role_verdict(role, page) for role in verdict.roles] or [markup.text("p", words("not named"), classes="not-named")]
    return markup.element("div", act_label(verdict.act_id, page), *lines, classes="act-verdict")


def _role_verdict(verdict: RoleVerdict, page: Page) -> Markup:
    """Return role, sources and the number of independent ones; if the map does not show the role, a link that shows it."""
    words = page.context.words
    count = len(verdict.source_groups)
    independent = words.plural("{count} independent source", "{count} independent sources", count)
    shown = Markup() if verdict.on_map else markup.join((" ", _off_map(verdict.role, page)))
    return markup.element(
        "p",
        markup.text("b", words(ROLE_LABELS[verdict.role])),
        f" · {independent}: ",
        sources_by_name(verdict.source_groups, page),
        shown,
    )


def _off_map(role: Role, page: Page) -> Markup:
    """Return why the map does not show a place in a role, with a link to a view that does."""
    words, state = page.context.words, page.context.state
    if role not in state.roles:
        roles = tuple(each for each in Role if each in {*state.roles, role})
        return markup.element(
            "span",
            words("Not on the map: this role is switched off."),
            " ",
            state_link(words("Show it"), page, roles=roles),
            classes="off-map",
        )
    return markup.element(
        "span",
        words("Not on the map: fewer than two independent sources."),
        " ",
        state_link(words("Show it"), page, min_sources=1),
        classes="off-map",
    )


def _act_claims(act_id: str, claims: tuple[Claim, ...], page: Page, terms: Terms) -> Markup:
    """Return the claims under one act, grouped by role; the line of a claim opens to its card."""
    words = page.context.words
    shown = claims[:MOST_CLAIMS]
    groups: dict[str, list[Claim]] = {}
    for claim in shown:
        groups.setdefault(claim.role or claim.attribute, []).append(claim)
    parts = [
        markup.element("div", _group_name(found[0], page, terms), *(_claim_line(claim, page, terms) for claim in found))
        for found in groups.values()
    ]
    if len(claims) > MOST_CLAIMS:
        parts.append(markup.element("p", more_claims(len(claims) - MOST_CLAIMS, words), classes="note"))
    heading = markup.element("h3", act_label(act_id, page))
    return markup.element("section", heading, *parts, classes="claims")


def _group_name(claim: Claim, page: Page, terms: Terms) -> Markup:
    """Return the heading of a group of claims: their role, with its meaning, or their attribute."""
    words = page.context.words
    if claim.role:
        return markup.element("h4", terms.term(words(ROLE_LABELS[claim.role]), ROLE_MEANINGS[claim.role]))
    return markup.text("h4", attribute_label(claim.attribute, page.context.evidence, words))


def _claim_line(claim: Claim, page: Page, terms: Terms) -> Markup:
    words = page.context.words
    source = page.context.evidence.sources[claim.source_id]
    summary = markup.element(
        "summary",
        markup.text("b", source_label(source, words)),
        " ",
        markup.text("span", words.of(claim, "statement"), classes="first-line"),
    )
    return markup.element("details", summary, claim_card(claim, page, terms=terms, heading=False), classes="claim-line")


def _questions(detail: Detail, page: Page) -> Markup:
    """Return the questions that claims about the place answer, each a link to its answers."""
    if not detail.disagreements:
        return Markup()
    words = page.context.words
    items = (markup.element("li", question_link(each, words)) for each in detail.disagreements)
    heading = markup.text("h3", words("Sources differ"))
    return markup.element("section", heading, markup.element("ul", *items), classes="disputes")


def _about(detail: Detail, page: Page, terms: Terms) -> Markup:
    """Return kind, note and geography of the place, folded, since few readers need them."""
    words = page.context.words
    note = words.of(detail.place, "note") if detail.place else ""
    geography = _geography(detail, page)
    lines = [markup.element("p", *_kind(detail, page, terms))]
    lines += [markup.text("p", line) for line in (note, geography) if line]
    summary = markup.text("summary", words("About this place"))
    return markup.element("details", summary, *lines, classes="about-place")


def _kind(detail: Detail, page: Page, terms: Terms) -> Iterable[str]:
    """Yield the kind of the place, its unit, the source of its point, and the precision of its geometry."""
    words, place, unit = page.context.words, detail.place, detail.unit
    if place is None:
        yield _sentence([words(KIND_LABELS[unit.kind])] if unit else [])
        return
    parts = [words(KIND_LABELS[place.kind]) if place.kind in KIND_LABELS else place.kind]
    if unit and not place.is_area:
        parts.append(words("in {unit}", unit=unit.name))
    if place.coordinate_source and place.is_point:
        parts.append(words("point: {source}", source=place.coordinate_source))
    yield _sentence(parts)
    if place.place_id in page.context.selection.places:
        yield " "
        yield terms.term(_sentence([words(PRECISION_LABELS[place.precision])]), PRECISION_MEANINGS[place.precision][1])


def _geography(detail: Detail, page: Page) -> str:
    """Return the neighbours of the unit, the distance of the place from the capital, and how it was measured."""
    words, parts = page.context.words, []
    if detail.neighbours:
        parts.append(words("Borders on {units}.", units=name_list(list(detail.neighbours), words)))
    if detail.from_capital_km:
        own_point = detail.place is not None and detail.place.latitude is not None
        measured = words("great circle, to its point") if own_point else words("great circle, to the middle of the region")
        distance = words.number(round(detail.from_capital_km))
        parts.append(words("{distance} km from Lima ({measured}).", distance=distance, measured=measured))
    return " ".join(parts)


def _sentence(parts: list[str]) -> str:
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""
