"""Evidence of any size: Data Packages that are made up, but valid, with as many place claims, acts and facts as are wanted.

What today's evidence says besides places is kept, since the page reads that too; its places and the claims that name them give
way to real places of Peru out of the gazetteer. Each claim names a place of its own as long as there are more, and then they
begin anew: ten thousand claims name every one of them about four times.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Final

from geo.atlas import GazetteerEntry, load_gazetteer
from geo.evidence import seal
from tests.bench.acts import make_acts
from tests.bench.subjects import PROJECT

EVIDENCE: Final = PROJECT / "data" / "evidence"
ATLAS: Final = PROJECT / "data" / "atlas"
FIRST_UNIT: Final = "PE-LOR"
"""The region that the benchmark watches: the first claim of every package names it."""
ROLES: Final = ("deployment", "exercise", "venue", "deployment", "port", "exercise")
SEED: Final = 31758

Rows = list[dict[str, str]]


def write_package(
    directory: Path, claims: int, *, heaped: bool = False, acts: int | None = None, facts: int | None = None
) -> None:
    """Write a sealed Data Package into an existing folder; the same numbers give the same package.

    Parameters
    ----------
    claims
        Number of claims that name a place, at least 1.
    heaped
        Whether all of them answer one question, and every tenth names the same place.
    acts
        Number of acts, all of them on for a visitor without a link; without it, those of today, of which two are on.
    facts
        Least number of claims that name no place; without it, those of today.
    """
    tables = {file.stem: _read(file) for file in sorted(EVIDENCE.glob("*.csv")) if file.stem != "history"}
    if acts is not None:
        tables |= make_acts(tables["authorisations"], tables["claims"], acts)
    entries = _entries()[:claims]
    others = [row for row in tables["claims"] if not row["place_id"]]
    others += _facts(others, (facts or 0) - len(others), tables["sources"])
    named = list(_claims(claims, entries, tables))
    if heaped:
        named = [_heaped(row, number, tables) for number, row in enumerate(named)]
    tables["places"] = [_place(number, entry, tables["places"][0]) for number, entry in enumerate(entries)]
    tables["claims"], tables["disagreements"] = _without_loose_ends([*named, *others], tables["disagreements"])
    for name, rows in tables.items():
        _write(directory / f"{name}.csv", rows)
    descriptor = json.loads((EVIDENCE / "datapackage.json").read_text(encoding="utf-8"))
    (directory / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    seal(directory)


def _entries() -> list[GazetteerEntry]:
    """Return the places that can be named, the watched region first, all others spread over the country."""
    gazetteer = list(load_gazetteer(ATLAS))
    Random(SEED).shuffle(gazetteer)  # noqa: S311 - a fixed order, not a secret
    gazetteer.sort(key=lambda entry: not (entry.level == "unit" and entry.unit == FIRST_UNIT))
    return gazetteer


def _place(number: int, entry: GazetteerEntry, pattern: Mapping[str, str]) -> dict[str, str]:
    whole = entry.level == "unit"
    return dict.fromkeys(pattern, "") | {
        "place_id": _place_id(number),
        "name": entry.name,
        "kind": "department" if whole else "district",
        "unit": entry.unit,
        "latitude": "" if whole else f"{entry.latitude:.5f}",
        "longitude": "" if whole else f"{entry.longitude:.5f}",
        "precision": "unit" if whole else "locality",
        "coordinate_source": "" if whole else "GeoNames (CC BY 4.0)",
    }


def _claims(count: int, entries: list[GazetteerEntry], tables: Mapping[str, Rows]) -> Iterator[dict[str, str]]:
    """Yield claims in which authorisation, role, source and days change independently of one another."""
    pattern = next(row for row in tables["claims"] if row["place_id"])
    acts, sources = tables["authorisations"], [row["source_id"] for row in tables["sources"]]
    chance = Random(SEED)  # noqa: S311 - the same claims every time
    for number in range(count):
        place = number % len(entries)
        act = acts[0] if not number else chance.choice(acts)
        entry, source = entries[place], chance.choice(sources)
        yield dict.fromkeys(pattern, "") | {
            "claim_id": f"G-{number:06d}",
            "authorisation_id": act["authorisation_id"],
            "topic": "place",
            "attribute": pattern["attribute"],
            "place_id": _place_id(place),
            "role": "deployment" if entry.level == "unit" else chance.choice(ROLES),
            "start": act["start"] if number % 3 == 0 else "",
            "end": act["end"] if number % 3 == 0 else "",
            "statement_en": f"Source {source} names {entry.name}, made up for the benchmark as claim {number}.",
            "statement_es": f"La fuente {source} nombra {entry.name}, inventado para la medición como afirmación {number}.",
            "certainty": "stated",
            "source_id": source,
            "paragraph": str(1 + number % 40),
            "phrase": entry.name,
        }


def _facts(others: Rows, count: int, sources: Rows) -> Iterator[dict[str, str]]:
    """Yield claims without a place: those of today, said again by one source after another."""
    sayers = cycle(row["source_id"] for row in sources if row["basis"] == "corroboration")  # a text needs its words
    for number, row in enumerate(islice(cycle(others), max(count, 0))):
        yield row | {
            "claim_id": f"F-{number:06d}",
            "source_id": next(sayers),
            "statement_en": f"{row['statement_en']} (Said again for the benchmark as fact {number}.)",
            "statement_es": f"{row['statement_es']} (Dicho de nuevo para la medición como hecho {number}.)",
        }


def _heaped(row: dict[str, str], number: int, tables: Mapping[str, Rows]) -> dict[str, str]:
    place = _place_id(1) if number and number % 10 == 0 else row["place_id"]
    return row | {"place_id": place, "disagreement_id": tables["disagreements"][0]["disagreement_id"]}


def _place_id(number: int) -> str:
    return f"place-{number:05d}"


def _without_loose_ends(claims: Rows, disagreements: Rows) -> tuple[Rows, Rows]:
    """Leave out the questions to which fewer than two answers remain."""
    answers = Counter(row["disagreement_id"] for row in claims)
    kept = {row["disagreement_id"] for row in disagreements if answers[row["disagreement_id"]] > 1}
    loose = [row if row["disagreement_id"] in kept else row | {"disagreement_id": ""} for row in claims]
    return loose, [row for row in disagreements if row["disagreement_id"] in kept]


def _read(file: Path) -> Rows:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _write(file: Path, rows: Iterable[Mapping[str, str]]) -> None:
    rows = list(rows)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
