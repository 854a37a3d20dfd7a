"""The rows behind a view are what the view shows: no claim more, none less, each traceable to its source."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.export.frames.claims import build_namings, claims_table, disagreements_table, places_table, sources_table
from geo.export.frames.columns import CLAIMS, PLACES
from geo.export.frames.facts import facts_table
from geo.export.frames.table import Table
from geo.view import LinkContext, ViewContext, make_context, select
from tests.export.file_samples import NAMES, subject_of
from tests.view.samples import states

BINDING = ("authorisation_id", "place_id", "unit", "role", "start", "end", "source_ids")
NAMING = ("authorisation_id", "place_id", "role", "start", "end")


def picked(table: Table, *names: str) -> list[tuple[object, ...]]:
    """Return the cells of some columns, row by row."""
    return list(zip(*(table.column(name) for name in names), strict=True))


def shown(subject: ViewContext) -> Iterable[object]:
    """Return the claims behind the map, without the modules under test."""
    return [claim for place in subject.selection.places.values() for claim in place.claims]


@given(st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_claims_are_those_of_the_map(evidence: Evidence, atlas: Atlas, known: LinkContext, data: st.DataObject) -> None:
    """For any view there is one row for each claim behind the map, and its facts are those of the claim."""
    subject = make_context(evidence, atlas, data.draw(states(known)))
    table = claims_table(subject)
    rows = picked(table, "claim_id", "authorisation_id", "place_id", "role", "source_id", "paragraph", "phrase")
    expected = [
        (c.claim_id, c.authorisation_id, c.place_id, c.role, c.source_id, c.paragraph, c.phrase) for c in shown(subject)
    ]
    assert sorted(rows, key=str) == sorted(expected, key=str)
    assert picked(table, "place_id", "unit") == [(key, evidence.places[str(key)].unit) for (key,) in picked(table, "place_id")]


@pytest.mark.parametrize("name", NAMES)
def test_the_places_are_the_claims_grouped(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Grouping the claims by act, place, role and days gives the rows of the places, with their sources and claims."""
    subject = subject_of(evidence, atlas, name)
    groups: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for *naming, source, claim in picked(claims_table(subject), *NAMING, "source_id", "claim_id"):
        groups.setdefault(tuple(naming), []).append((source, claim))
    rows = picked(places_table(subject), *NAMING, "source_ids", "claim_ids", "sources")
    assert rows == [
        (
            *naming,
            tuple(sorted({str(source) for source, _ in said})),
            tuple(claim for _, claim in said),
            len({source for source, _ in said}),
        )
        for naming, said in groups.items()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_claim_names_all_the_sources_of_its_naming(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """``source_ids`` is the same in both tables, and holds the source of the claim."""
    subject = subject_of(evidence, atlas, name)
    sources = {tuple(row[:-1]): row[-1] for row in picked(places_table(subject), *NAMING, "source_ids")}
    for *naming, source_ids, source_id in picked(claims_table(subject), *NAMING, "source_ids", "source_id"):
        assert source_ids == sources[tuple(naming)]
        assert source_id in source_ids


def test_pisco_in_2024(evidence: Evidence, atlas: Atlas) -> None:
    """The question of a journalist: who names Pisco for 2024, in which role, and how many are independent."""
    table = places_table(subject_of(evidence, atlas, "start"))
    columns = ("authorisation_id", "role", "unit", "unit_name", "source_ids", "independent_sources")
    rows = [row for row in picked(table, "place_id", *columns) if row[0] == "pisco"]
    expected = {}
    for claim in evidence.claims.values():
        if claim.place_id == "pisco" and claim.role in (Role.DEPLOYMENT, Role.VENUE):
            expected.setdefault(claim.role.value, set()).add(claim.source_id)
    assert {str(row[2]): set(row[5]) for row in rows} == expected
    assert {(row[1], row[3], row[4]) for row in rows} == {("9307", "PE-ICA", "Ica")}


@pytest.mark.parametrize("name", NAMES)
def test_the_sources_are_those_of_claims_and_facts(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """No source is missing and none is there for nothing; the same holds for the questions."""
    subject = subject_of(evidence, atlas, name)
    tables = (claims_table(subject), facts_table(subject))
    assert set(sources_table(subject).column("source_id")) == {key for table in tables for key in table.column("source_id")}
    questions = {key for table in tables for cell in table.column("disagreement_ids") for key in cell}
    assert set(disagreements_table(subject).column("disagreement_id")) == questions


def test_rows_stand_in_the_order_of_the_data(three_acts: Evidence, atlas: Atlas) -> None:
    """Authorisations as in the data, a third one after the second, context last; places within them likewise."""
    table = places_table(subject_of(three_acts, atlas, "all roles"))
    acts = list(dict.fromkeys(table.column("authorisation_id")))
    assert acts == [*three_acts.authorisations, ""]
    order = list(three_acts.places)
    for act in acts:
        ranks = [order.index(place) for key, place in picked(table, "authorisation_id", "place_id") if key == act]
        assert ranks == sorted(ranks)


def test_context_has_no_days(evidence: Evidence, atlas: Atlas) -> None:
    """What is under no authorisation has neither act nor days, and these are missing, not made up."""
    table = claims_table(subject_of(evidence, atlas, "all roles"))
    rows = [row for row in picked(table, "authorisation_id", "authorisation", "start", "end") if row[0] == ""]
    assert set(rows) == {("", "", None, None)}
    assert len(rows) == sum(not claim.authorisation_id for claim in shown(subject_of(evidence, atlas, "all roles")))


def test_the_words_of_a_row_are_in_the_language_of_the_view(evidence: Evidence, atlas: Atlas) -> None:
    """Statement and role are Spanish in a Spanish view; the phrase keeps the language of its source."""
    claims = {row[0]: row for row in picked(claims_table(subject_of(evidence, atlas, "Spanish")), "claim_id", "statement")}
    assert {key: row[1] for key, row in claims.items()} == {key: evidence.claims[key].statement_es for key in map(str, claims)}
    languages = picked(claims_table(subject_of(evidence, atlas, "Spanish")), "source_id", "phrase", "phrase_language")
    assert {row for row in languages if row[1] and row[2] != evidence.sources[str(row[0])].language} == set()


def test_every_table_has_the_binding_columns() -> None:
    """The names that others build on are in both tables, in this order."""
    for columns in (CLAIMS, PLACES):
        names = [column.name for column in columns]
        assert [name for name in names if name in BINDING] == list(BINDING)
        assert len(set(names)) == len(names)


def test_nothing_shown_is_no_row(evidence: Evidence, atlas: Atlas) -> None:
    """Without authorisations and roles no place has a row, and what is left is the context: not an error."""
    subject = subject_of(evidence, atlas, "nothing")
    assert build_namings(subject) == ()
    assert [build(subject).rows for build in (claims_table, places_table)] == [(), ()]
    assert set(facts_table(subject).column("authorisation_id")) == {""}
    assert select(evidence, subject.state).places == {}
