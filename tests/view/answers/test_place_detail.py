"""What is known of one place."""

from dataclasses import replace

import pytest

from geo.atlas import Atlas, find_neighbours
from geo.evidence import Disagreement, Evidence, Role
from geo.view import BasisFilter, Detail, build_detail
from tests.view.samples import area, context_of, evidence_of, naming, point


def detail(evidence: Evidence, atlas: Atlas, key: str, **fields: object) -> Detail | None:
    """Build the detail of a place in the start view, some fields of it changed."""
    return build_detail(context_of(evidence, place=key, **fields), neighbours=find_neighbours(atlas.layers))


def test_a_named_unit_with_a_locality(atlas: Atlas) -> None:
    """Its claims come by act and then context, with the localities in it and the disagreements that touch it."""
    question = Disagreement("D-1", "Which?", "¿Cuál?", "", "")
    places = (area("lima", "PE-LIM"), point("harbour", "PE-LIM"), area("north", "PE-LOR"))
    claims = (
        naming("1", "lima", authorisation_id="", role=Role.PORT),
        naming("2", "lima", authorisation_id="Y", disagreement_id="D-1"),
        naming("3", "lima", disagreement_id="D-1"),
        naming("4", "harbour"),
        naming("5", "north"),
        naming("6", "lima"),
    )
    evidence = replace(evidence_of(*claims, places=places), disagreements={"D-1": question})
    found = detail(evidence, atlas, "lima")
    assert replace(found, verdicts=()) == Detail(
        place=places[0],
        unit=atlas.unit("PE-LIM"),
        verdicts=(),
        claims={"M": (claims[2], claims[5]), "Y": (claims[1],), "": (claims[0],)},
        contains=(places[1],),
        disagreements=(question,),
        hidden=0,
        neighbours=("Áncash", "Callao", "Huánuco", "Huancavelica", "Ica", "Junín", "Pasco"),
        from_capital_km=pytest.approx(110, abs=1),
    )
    assert list(found.claims) == ["M", "Y", ""]


def test_a_locality(evidence: Evidence, atlas: Atlas) -> None:
    """A locality lies in its unit and contains nothing."""
    claims = tuple(claim for claim in evidence.claims.values() if claim.place_id == "pucusana")
    assert replace(detail(evidence, atlas, "pucusana"), verdicts=()) == Detail(
        place=evidence.places["pucusana"],
        unit=atlas.unit("PE-LIM"),
        verdicts=(),
        claims={"31758": claims},
        contains=(),
        disagreements=(evidence.disagreements["D-05"],),
        hidden=0,
        neighbours=(),
        from_capital_km=pytest.approx(54.9, abs=0.1),
    )


def test_a_unit_that_only_contains_a_locality(evidence: Evidence, atlas: Atlas) -> None:
    """A unit without a claim of its own still says what lies in it."""
    assert replace(detail(evidence, atlas, "PE-ICA"), verdicts=()) == Detail(
        place=None,
        unit=atlas.unit("PE-ICA"),
        verdicts=(),
        claims={},
        contains=(evidence.places["pisco"],),
        disagreements=(),
        hidden=0,
        neighbours=("Arequipa", "Ayacucho", "Huancavelica", "Lima"),
        from_capital_km=pytest.approx(304, abs=1),
    )


def test_a_place_in_no_unit(evidence: Evidence, atlas: Atlas) -> None:
    """The Amazon border lies in no single unit, and is context alone."""
    found = detail(evidence, atlas, "amazon-border")
    assert found is not None
    assert (found.place, found.unit, list(found.claims)) == (evidence.places["amazon-border"], None, [""])
    assert (found.neighbours, found.from_capital_km) == ((), None)


def test_the_capital_is_at_no_distance_from_itself(evidence: Evidence, atlas: Atlas) -> None:
    """Lima, whose point is that of the capital, has no distance to it."""
    found = detail(evidence, atlas, "lima")
    assert found is not None
    assert found.from_capital_km is None


@pytest.mark.parametrize("key", ["", "atlantis", "PE-ZZZ", "Lima"])
def test_an_unknown_id_has_no_detail(evidence: Evidence, atlas: Atlas, key: str) -> None:
    """There is nothing to say about what is neither a place nor a unit."""
    assert detail(evidence, atlas, key) is None


def test_hidden_claims_are_counted(evidence: Evidence, atlas: Atlas) -> None:
    """What the filters hide is counted, so that the reader knows of it."""
    about = [claim for claim in evidence.claims.values() if claim.place_id == "pisco"]
    texts = tuple(claim for claim in about if claim.source_id in ("000", "001", "002", "003", "004"))
    found = detail(evidence, atlas, "pisco", basis=BasisFilter.TEXTS)
    assert found is not None
    assert (found.claims, found.hidden) == ({"9307": texts}, len(about) - len(texts))
    off = detail(evidence, atlas, "pisco", authorisations=())
    assert off is not None
    assert (off.claims, off.hidden) == ({}, len(about))


def test_disagreements_are_those_of_shown_claims(evidence: Evidence, atlas: Atlas) -> None:
    """Lima is in dispute under both acts; with one switched off its dispute goes too."""
    touching = {}
    for acts in (("31758", "9307"), ("9307",), ()):
        found = detail(evidence, atlas, "lima", authorisations=acts)
        touching[acts] = [item.disagreement_id for item in found.disagreements] if found else None
    assert touching == {("31758", "9307"): ["D-05", "D-11"], ("9307",): ["D-11"], (): []}


def test_a_third_authorisation_has_its_claims(three_acts: Evidence, atlas: Atlas) -> None:
    """Rows alone bring the claims of a third act to the detail of a place."""
    found = detail(three_acts, atlas, "lima")
    assert found is not None
    assert list(found.claims) == ["31758", "9307", "32100", ""]
    assert [claim.claim_id for claim in found.claims["32100"]] == ["N-6"]


def test_the_verdict_names_role_and_sources_act_by_act(evidence: Evidence, atlas: Atlas) -> None:
    """An act that does not name the place has no role; a role that is off is told, and not on the map."""
    pisco, puno = (detail(evidence, atlas, place) for place in ("pisco", "puno"))
    assert [
        (verdict.act_id, [(role.role, len(role.source_groups)) for role in verdict.roles]) for verdict in pisco.verdicts
    ] == [
        ("31758", []),
        ("9307", [(Role.DEPLOYMENT, 3), (Role.VENUE, 2)]),
    ]
    (context,) = (verdict for verdict in puno.verdicts if not verdict.act_id)
    assert [(role.role, role.on_map) for role in context.roles] == [(Role.PROTEST, False)]
