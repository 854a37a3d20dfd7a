"""The headline says in words and with counts what is shown."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.evidence import Evidence, Role, Window
from geo.view import BasisFilter, Headline, LinkContext, View, build_headline, select, start_state, undated_note
from tests.view.samples import context_of, states

TEXTS = {
    "start": (
        {},
        (
            "2 authorisations, 17 places named in 14 of 25 regions; 1 June – 31 December 2023 and 4–24 November 2024. "
            "5 source texts, 9 corroborating pages."
        ),
        (
            "2 autorizaciones, 17 lugares mencionados en 14 de 25 regiones; 1 de junio – 31 de diciembre de 2023 y "
            "4–24 de noviembre de 2024. 5 textos de origen, 9 páginas que corroboran."
        ),
    ),
    "no authorisation": (
        {"authorisations": ()},
        "0 authorisations, 0 places named in 0 of 25 regions. 5 source texts, 1 corroborating page.",
        "0 autorizaciones, 0 lugares mencionados en 0 de 25 regiones. 5 textos de origen, 1 página que corrobora.",
    ),
    "one authorisation": (
        {"authorisations": ("9307",), "basis": BasisFilter.TEXTS},
        "1 authorisation, 3 places named in 3 of 25 regions; 4–24 November 2024. 5 source texts, 0 corroborating pages.",
        (
            "1 autorización, 3 lugares mencionados en 3 de 25 regiones; 4–24 de noviembre de 2024. "
            "5 textos de origen, 0 páginas que corroboran."
        ),
    ),
    "a place removed": (
        {"min_sources": 2},
        (
            "2 authorisations, 16 places named in 14 of 25 regions; 1 June – 31 December 2023 and 4–24 November 2024. "
            "5 source texts, 9 corroborating pages. For want of a second independent source, 4 claims and 1 place are left out."
        ),
        (
            "2 autorizaciones, 16 lugares mencionados en 14 de 25 regiones; 1 de junio – 31 de diciembre de 2023 y "
            "4–24 de noviembre de 2024. 5 textos de origen, 9 páginas que corroboran. "
            "Por falta de una segunda fuente independiente se omiten 4 afirmaciones y 1 lugar."
        ),
    ),
}


def headline(evidence: Evidence, language: str, **fields: object) -> Headline:
    """Build the headline of the start view, some fields of it changed."""
    state = replace(start_state(evidence, language), **fields)
    return build_headline(context_of(evidence, state))


@pytest.mark.parametrize(("fields", "english", "spanish"), TEXTS.values(), ids=TEXTS)
def test_the_text_of_a_headline(evidence: Evidence, fields: dict[str, object], english: str, spanish: str) -> None:
    """The whole sentence, in both languages."""
    assert [headline(evidence, language, **fields).text for language in ("en", "es")] == [english, spanish]


def test_the_parts_of_a_headline(evidence: Evidence) -> None:
    """Counts and sentences are also there one by one, for the links that they carry."""
    assert headline(evidence, "en", min_sources=2, basis=BasisFilter.TEXTS) == Headline(
        authorisations=2,
        places=14,
        units=12,
        texts=5,
        pages=0,
        counts="2 authorisations, 14 places named in 12 of 25 regions",
        windows="1 June – 31 December 2023 and 4–24 November 2024",
        sources="5 source texts, 0 corroborating pages",
        context="",
        removed="For want of a second independent source, 8 claims and 3 places are left out.",
        leads=(
            ("2 authorisations", View.FACTS),
            ("14 places named", View.TABLE),
            ("12 of 25 regions", View.COMPARE),
            ("5 source texts, 0 corroborating pages", View.SOURCES),
        ),
    )


def test_the_chosen_days_are_said(evidence: Evidence) -> None:
    """The headline says the chosen days, not those of the act."""
    state = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 10)))
    chosen = headline(evidence, "en", ranges=state.ranges, authorisations=("9307",))
    assert chosen.windows == "10 November 2024"


def test_fewer_days_that_take_no_place_away_are_said_to_do_so(evidence: Evidence) -> None:
    """No source dates a place of 2024 by itself; once one does, or while all days are chosen, nothing is said."""
    state = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 16)))
    said = "No source dates a place by itself: with fewer days the same places stay."
    assert undated_note(context_of(evidence, state)) == said
    assert undated_note(context_of(evidence, state, authorisations=("31758",))) == ""
    place = next(claim for claim in evidence.claims.values() if claim.authorisation_id == "9307" and claim.role)
    dated = replace(place, window=Window(date(2024, 11, 14), date(2024, 11, 16)))
    claims = {**evidence.claims, place.claim_id: dated}
    assert undated_note(context_of(replace(evidence, claims=claims), state)) == ""


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_headline_starts_with_the_number_of_authorisations(
    evidence: Evidence, known: LinkContext, data: st.DataObject
) -> None:
    """In any view the text starts with the number of acts and holds those of places and units."""
    state = data.draw(states(known))
    selection = select(evidence, state)
    built = build_headline(context_of(evidence, state))
    named = [place for place in selection.places.values() if place.authorisations]
    regions = {place.place.unit for place in named if place.place.unit}
    assert (built.authorisations, built.places, built.units) == (len(state.authorisations), len(named), len(regions))
    assert bool(built.context) == (len(named) < len(selection.places))
    numbers = [word for word in built.counts.replace(",", " ").split() if word.isdigit()]
    assert numbers == [str(count) for count in (built.authorisations, built.places, built.units, 25)]
    assert built.text.startswith(f"{built.authorisations} ")


def test_a_third_authorisation_is_counted(three_acts: Evidence) -> None:
    """Rows alone bring a third act into the sentence."""
    assert headline(three_acts, "en").text == (
        "3 authorisations, 19 places named in 16 of 25 regions; 1 June – 31 December 2023, 4–24 November 2024 and "
        "1–31 March 2031. 5 source texts, 9 corroborating pages."
    )


def test_places_of_the_context_are_counted_apart(evidence: Evidence) -> None:
    """A place that no act names is not counted among those that the acts name."""
    built = headline(evidence, "en", roles=(Role.DEPLOYMENT, Role.PROTEST))
    assert built.counts == "2 authorisations, 17 places named in 14 of 25 regions"
    assert built.context == "2 more places are named in the context only."
