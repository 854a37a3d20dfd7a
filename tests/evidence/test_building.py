"""Records, compared whole with the rows of the good package."""

import json
from datetime import date
from pathlib import Path

from geo.evidence import (
    Attribute,
    Authorisation,
    Basis,
    Certainty,
    Change,
    Claim,
    Comparison,
    Disagreement,
    Licence,
    Place,
    Precision,
    Role,
    Source,
    Topic,
    Window,
    load_evidence,
)

MARCH = Window(date(2031, 3, 1), date(2031, 3, 31))


def test_sources(good: Path) -> None:
    """A source keeps its origins as a tuple, ids and outside names alike."""
    sources = load_evidence(good).sources
    assert list(sources) == ["T-1", "T-2", "W-1"]
    assert sources["T-1"] == Source(
        source_id="T-1",
        title="Notes on the March act",
        title_es="",
        publisher="The Daily",
        author="A. Writer",
        published="2031-03",
        url="https://example.org/march",
        language="en",
        basis=Basis.TEXT,
        derives_from=("W-1", "An agency"),
        stance="plain",
        stance_es="sin posición",
        note_en="",
        note_es="",
        short_en="The Daily",
        short_es="The Daily",
    )


def test_authorisations(good: Path) -> None:
    """An authorisation has the window of its two columns."""
    assert load_evidence(good).authorisations == {
        "100": Authorisation("100", 2031, "Act 100", "Ley 100", "2031 act", "Ley 2031", MARCH, "#1f6f8b")
    }


def test_columns_that_came_later(good: Path) -> None:
    """A source says how it is called, and an act whether it is on at the start."""
    sources, acts = good / "sources.csv", good / "authorisations.csv"
    rows = sources.read_text(encoding="utf-8").splitlines()
    names = ("short_en,short_es", "The notes,Las notas", "Report,Informe", "Chronicle,Crónica")
    sources.write_text("\n".join(f"{row},{name}" for row, name in zip(rows, names, strict=True)) + "\n", encoding="utf-8")
    text = acts.read_text(encoding="utf-8")
    acts.write_text(text.replace("colour\n", "colour,at_start\n").replace("#1f6f8b", "#1f6f8b,true"), encoding="utf-8")
    evidence = load_evidence(good)
    assert [(source.short_en, source.short_es) for source in evidence.sources.values()] == [
        ("The notes", "Las notas"),
        ("Report", "Informe"),
        ("Chronicle", "Crónica"),
    ]
    assert evidence.authorisations["100"].at_start


def test_an_act_without_a_stated_end(good: Path) -> None:
    """It and the claim that supports it are open, and reach the last day that the data knows of."""
    for name in ("authorisations", "claims"):
        path = good / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("2031-03-31", ""), encoding="utf-8")
    evidence = load_evidence(good)
    window = evidence.authorisations["100"].window
    assert window == evidence.claims["K-1"].window == Window(date(2031, 3, 1), date(2031, 3, 1), is_open=True)
    assert (window.stated_end, window.days) == (None, 1)


def test_places(good: Path) -> None:
    """A place has coordinates, or none; both are told by its precision."""
    places = load_evidence(good).places
    assert list(places) == ["north", "harbour", "border"]
    assert places["harbour"] == Place(
        place_id="harbour",
        name="Harbour",
        name_es="",
        kind="port town",
        unit="PE-LIM",
        latitude=-12.0,
        longitude=-77.0,
        ubigeo="150101",
        geonames_id="12345",
        precision=Precision.LOCALITY,
        coordinate_source="GeoNames (CC BY 4.0)",
        note_en="Small.",
        note_es="Pequeño.",
    )
    assert [(place.is_area, place.is_point) for place in places.values()] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_claims(good: Path) -> None:
    """A claim has what its row states, and None or nothing where the row is empty."""
    claims = load_evidence(good).claims
    assert list(claims) == ["K-1", "K-2-north", "K-2-harbour", "K-3-for", "W-1-01", "K-4", "K-5"]
    assert claims["K-4"] == Claim(
        claim_id="K-4",
        authorisation_id="100",
        topic=Topic.PERSONNEL,
        attribute="number",
        place_id="",
        role=None,
        value="600",
        comparison=Comparison.MORE_THAN,
        value_type="integer",
        value_es="",
        unit="persons",
        window=None,
        statement_en="The report speaks of over 600 persons.",
        statement_es="El informe habla de más de 600 personas.",
        certainty=Certainty.ATTRIBUTED,
        attributed_to="the ministry",
        attributed_to_es="el ministerio",
        source_id="T-2",
        paragraph=1,
        phrase="600 and more",
        disagreement_id="",
    )
    assert (claims["K-1"].window, claims["K-5"].role, claims["W-1-01"].paragraph) == (MARCH, Role.PROTEST, None)


def test_disagreements_and_labels(good: Path) -> None:
    """Questions and labels are text in two languages."""
    evidence = load_evidence(good)
    assert evidence.disagreements == {
        "D-1": Disagreement(
            "D-1",
            "What was the vote?",
            "¿Cuál fue la votación?",
            "The counts differ by two.",
            "Los conteos difieren en dos.",
        )
    }
    assert evidence.attributes == {
        "for": Attribute("for", "Votes for", "Votos a favor"),
        "window": Attribute("window", "Window", "Plazo"),
        "named place": Attribute("named place", "Named place", "Lugar mencionado"),
        "number": Attribute("number", "Number", "Cantidad"),
        "date": Attribute("date", "Date", "Fecha"),
    }


def test_window_of_a_claim(good: Path) -> None:
    """A claim without a window of its own has its authorisation's, and context has none."""
    evidence = load_evidence(good)
    windows = [evidence.window_of(evidence.claims[claim_id]) for claim_id in ("K-1", "K-4", "K-5")]
    assert windows == [MARCH, MARCH, None]


def test_change_log_and_licences(good: Path) -> None:
    """The descriptor gives them; one without has none."""
    path = good / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change = {"version": "2.0.0", "date": "2031-05-01", "note_en": "More.", "note_es": "Más.", "by": "nobody"}
    licence = {"name": "A", "title": "Licence A", "path": "https://example.org/a"}
    path.write_text(
        json.dumps({**descriptor, "version": "2.0.0", "changes": [change], "licenses": [licence]}), encoding="utf-8"
    )
    evidence = load_evidence(good)
    assert evidence.changes == (Change("2.0.0", "2031-05-01", "More.", "Más."),)
    assert evidence.licences == (Licence("Licence A", "https://example.org/a"),)
    path.write_text(json.dumps({key: descriptor[key] for key in descriptor if key not in ("changes", "licenses")}))
    assert (load_evidence(good).changes, load_evidence(good).licences) == ((), ())
