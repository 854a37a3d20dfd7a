"""The evidence of 1.0, kept so that new acts change no test; and a copy of it with a third authorisation."""

import csv
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from geo.atlas import Atlas, load_atlas
from geo.evidence import Evidence, load_evidence
from geo.view import LinkContext

DATA = Path(__file__).resolve().parents[1] / "data"
FROZEN = Path(__file__).resolve().parent / "evidence_1_0"
"""The evidence as it was in data version 1.0.2; only the tests of the data itself read ``data/evidence``."""

os.environ["INGRESO_EVIDENCE"] = str(FROZEN)  # for the page, in this process and in the servers that tests start

settings.register_profile("project", deadline=None)  # what a test measures is never time
settings.load_profile("project")

THIRD_ACT = {
    "authorisations.csv": [
        {
            "authorisation_id": "32100",
            "year": "2031",
            "name_en": "Legislative Resolution 32100",
            "name_es": "Resolución Legislativa 32100",
            "short_en": "2031 relief",
            "short_es": "Ayuda 2031",
            "start": "2031-03-01",
            "end": "2031-03-31",
            "colour": "#6b7a1c",
        },
    ],
    "places.csv": [
        {"place_id": "tacna", "name": "Tacna", "kind": "department", "unit": "PE-TAC", "ubigeo": "23", "precision": "unit"},
        {
            "place_id": "huaraz",
            "name": "Huaraz",
            "kind": "city",
            "unit": "PE-ANC",
            "latitude": "-9.52779",
            "longitude": "-77.52778",
            "precision": "locality",
            "coordinate_source": "GeoNames (CC BY 4.0)",
        },
    ],
    "claims.csv": [
        {"claim_id": "N-1", "topic": "window", "attribute": "window", "start": "2031-03-01", "end": "2031-03-31"},
        {"claim_id": "N-2", "topic": "window", "attribute": "period", "start": "2031-03-10", "end": "2031-03-16"},
        {"claim_id": "N-3", "topic": "vote", "attribute": "for", "value": "81", "value_type": "integer"},
        {"claim_id": "N-4", "topic": "place", "attribute": "named place", "place_id": "tacna", "role": "deployment"},
        {"claim_id": "N-5", "topic": "place", "attribute": "named place", "place_id": "huaraz", "role": "deployment"},
        {"claim_id": "N-6", "topic": "place", "attribute": "named place", "place_id": "lima", "role": "deployment"},
    ],
}
"""Rows for a third authorisation, as a maintainer would add them."""

CLAIM = {
    "authorisation_id": "32100",
    "statement_en": "A made-up statement.",
    "statement_es": "Una afirmación inventada.",
    "certainty": "stated",
    "source_id": "C-01",
}
"""What the claims of the third authorisation have in common."""


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """Load the evidence of 1.0."""
    return load_evidence(FROZEN)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Load the atlas as committed."""
    return load_atlas(DATA / "atlas")


@pytest.fixture(scope="session")
def known(evidence: Evidence, atlas: Atlas) -> LinkContext:
    """Give what a link may name."""
    return LinkContext.of(evidence, atlas)


@pytest.fixture(scope="session")
def three_acts_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the evidence and add a third authorisation to it."""
    directory = tmp_path_factory.mktemp("three") / "evidence"
    shutil.copytree(FROZEN, directory)
    for file, rows in THIRD_ACT.items():
        shared = CLAIM if file == "claims.csv" else {}
        _append(directory / file, [{**shared, **row} for row in rows])
    return directory


@pytest.fixture(scope="session")
def three_acts(three_acts_directory: Path) -> Evidence:
    """Load the evidence with three authorisations, which validates all of it."""
    return load_evidence(three_acts_directory)


def _append(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        columns = csv.DictReader(stream).fieldnames or ()
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.DictWriter(stream, columns, restval="", lineterminator="\n").writerows(rows)
