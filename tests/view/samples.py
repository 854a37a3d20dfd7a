"""Small made-up evidence, generated views of any evidence, and what the committed one names."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from geo.atlas import load_atlas
from geo.evidence import (
    Authorisation,
    Basis,
    Certainty,
    Claim,
    Evidence,
    Place,
    Precision,
    Role,
    Source,
    Topic,
    Window,
)
from geo.text import LANGUAGES
from geo.view import (
    MOST_SEARCHED,
    BasisFilter,
    LinkContext,
    Selection,
    View,
    ViewContext,
    Viewport,
    ViewState,
    make_context,
    select,
    start_state,
)
from tests.conftest import DATA

ATLAS = load_atlas(DATA / "atlas")
MARCH = Window(date(2031, 3, 1), date(2031, 3, 31))
MAY = Window(date(2032, 5, 1), date(2032, 5, 31))
NAMED_2023 = {
    "PE-APU": "apurimac",
    "PE-AYA": "ayacucho",
    "PE-CAL": "callao",
    "PE-CUS": "cusco",
    "PE-HUC": "huanuco",
    "PE-HUV": "huancavelica",
    "PE-JUN": "junin",
    "PE-LIM": "lima",
    "PE-LOR": "loreto",
    "PE-PAS": "pasco",
    "PE-SAM": "san-martin",
    "PE-UCA": "ucayali",
}
LOCALITIES_2023 = {"iquitos", "pucusana", "santa-lucia"}

_CLAIM = Claim(
    claim_id="",
    authorisation_id="M",
    topic=Topic.PLACE,
    attribute="named place",
    place_id="",
    role=None,
    value="",
    comparison=None,
    value_type="",
    value_es="",
    unit="",
    window=None,
    statement_en="It is said.",
    statement_es="Se dice.",
    certainty=Certainty.STATED,
    attributed_to="",
    attributed_to_es="",
    source_id="T",
    paragraph=None,
    phrase="",
    disagreement_id="",
)
_PLACE = Place(
    place_id="",
    name="",
    name_es="",
    kind="department",
    unit="",
    latitude=None,
    longitude=None,
    ubigeo="",
    geonames_id="",
    precision=Precision.UNIT,
    coordinate_source="",
    note_en="",
    note_es="",
)


def context_of(evidence: Evidence, state: ViewState | None = None, *, language: str = "en", **fields: object) -> ViewContext:
    """Return the context of a view, the start view unless another is given, with some of its fields changed."""
    return make_context(evidence, ATLAS, replace(state or start_state(evidence, language), **fields))


def source(source_id: str, *derives_from: str, basis: Basis = Basis.TEXT) -> Source:
    """Make a source."""
    texts = dict.fromkeys(
        ("title_es", "publisher", "author", "published", "url", "stance", "stance_es", "note_en", "note_es"), ""
    )
    return Source(
        source_id=source_id, title=f"Source {source_id}", language="en", basis=basis, derives_from=derives_from, **texts
    )


def act(key: str, window: Window, colour: str = "#1f6f8b") -> Authorisation:
    """Make an authorisation."""
    return Authorisation(key, window.start.year, f"Act {key}", f"Ley {key}", key, key, window, colour, at_start=True)


def area(place_id: str, unit: str, **fields: object) -> Place:
    """Make a place that stands for a whole unit."""
    return replace(_PLACE, **{"place_id": place_id, "name": place_id.title(), "unit": unit, **fields})


def point(place_id: str, unit: str, **fields: object) -> Place:
    """Make a locality."""
    located = {"precision": Precision.LOCALITY, "latitude": -12.0, "longitude": -77.0}
    return area(place_id, unit, **{**located, **fields})


def naming(claim_id: str, place_id: str, **fields: object) -> Claim:
    """Make a claim that names a place, for deployment under act M in source T unless said otherwise."""
    return replace(_CLAIM, **{"claim_id": claim_id, "place_id": place_id, "role": Role.DEPLOYMENT, **fields})


def saying(claim_id: str, topic: Topic, attribute: str, **fields: object) -> Claim:
    """Make a claim about no place, under act M in source T unless said otherwise."""
    return replace(_CLAIM, **{"claim_id": claim_id, "topic": topic, "attribute": attribute, **fields})


def evidence_of(
    *claims: Claim,
    places: tuple[Place, ...] = (area("north", "PE-LOR"), point("harbour", "PE-LIM")),
    sources: tuple[Source, ...] = (source("T"),),
    acts: tuple[Authorisation, ...] = (act("M", MARCH), act("Y", MAY, "#c8642b")),
) -> Evidence:
    """Make evidence of its records; two acts, M in March 2031 and Y in May 2032, unless said otherwise."""
    return Evidence(
        version="0",
        sources={record.source_id: record for record in sources},
        authorisations={record.authorisation_id: record for record in acts},
        places={record.place_id: record for record in places},
        claims={record.claim_id: record for record in claims},
        disagreements={},
        attributes={},
    )


def with_an_act_off() -> Evidence:
    """Make evidence whose second act is off at the start."""
    return evidence_of(acts=(act("M", MARCH), replace(act("Y", MAY), at_start=False)))


def shown(evidence: Evidence, **fields: object) -> Selection:
    """Select with the start view, some fields of it changed."""
    return select(evidence, replace(start_state(evidence, "en"), **fields))


def namings(selection: Selection) -> dict[str, tuple[tuple[str, ...], tuple[Role, ...]]]:
    """Give authorisations and roles of every shown place."""
    return {key: (place.authorisations, place.roles) for key, place in selection.places.items()}


def windows_within(bounds: Window) -> st.SearchStrategy[Window]:
    """Generate windows that lie within another, to its first and last day."""
    days = st.integers(0, bounds.days - 1).map(lambda day: bounds.start + timedelta(days=day))
    return st.tuples(days, days).map(lambda ends: Window(min(ends), max(ends)))


def subsets(members: object) -> st.SearchStrategy[tuple[object, ...]]:
    """Generate subsets, in the order of the members."""
    ordered = tuple(members)
    chosen = st.lists(st.booleans(), min_size=len(ordered), max_size=len(ordered))
    return chosen.map(lambda flags: tuple(member for member, flag in zip(ordered, flags, strict=True) if flag))


def viewports() -> st.SearchStrategy[Viewport]:
    """Generate viewports over the whole of what a map can show."""
    return st.builds(Viewport, st.floats(-90, 90), st.floats(-180, 180), st.floats(3, 12))


def searches() -> st.SearchStrategy[str]:
    """Generate what a table may be searched for, texts that look encoded among it."""
    pieces = st.sampled_from(("a", "ñ", "%", "%25", "%C3%B1", " ", "+", "&", "=", "?", "#", "amp;", "https://example.org/?v=1"))
    joined = st.lists(pieces, max_size=8).map("".join)
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=MOST_SEARCHED) | joined


def states(known: LinkContext) -> st.SearchStrategy[ViewState]:
    """Generate every view that the evidence allows."""
    acts = known.evidence.authorisations
    ranges = st.tuples(*(st.tuples(st.just(key), windows_within(record.window)) for key, record in acts.items()))
    return st.builds(
        ViewState,
        authorisations=subsets(acts),
        ranges=ranges,
        roles=subsets(Role),
        basis=st.sampled_from(BasisFilter),
        min_sources=st.sampled_from((1, 2)),
        place=st.sampled_from(("", *known.evidence.places, *sorted(known.units))),
        view=st.sampled_from(View),
        language=st.sampled_from(LANGUAGES),
        at=st.none() | st.builds(Viewport, st.floats(-32, 14), st.floats(-98, -52), st.floats(3, 12)),
        open_questions=st.permutations(tuple(known.evidence.disagreements)).flatmap(
            lambda ids: st.integers(0, len(ids)).map(lambda count: tuple(ids[:count]))
        ),
        table_search=searches(),
    )
