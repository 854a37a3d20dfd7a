"""Build the records from the rows of a package without faults."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache, partial
from typing import Any, TypeVar

from geo.evidence.cells import read_boolean, read_date, read_integer, read_number, read_tokens
from geo.evidence.history import build_history, sort_changes
from geo.evidence.package import DataPackage, Row, Table
from geo.evidence.records import (
    Attribute,
    Authorisation,
    Change,
    Claim,
    Disagreement,
    Evidence,
    Licence,
    Place,
    Source,
)
from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic
from geo.evidence.window import Window

T = TypeVar("T")
_ENDS = ("start", "end")


def build_evidence(package: DataPackage) -> Evidence:
    """Return the records of a package without faults. An optional column or table that is missing counts as empty."""
    tables = package.tables
    last_day = find_last_day(package)
    return Evidence(
        version=package.version,
        sources=_by_key(tables, "sources", _source),
        authorisations=_by_first_day(_by_key(tables, "authorisations", partial(_authorisation, last_day=last_day))),
        places=_by_key(tables, "places", _place),
        claims=_by_key(tables, "claims", partial(_claim, last_day=last_day)),
        disagreements=_by_key(tables, "disagreements", lambda row: Disagreement(**_texts(Disagreement, row))),
        attributes=_by_key(tables, "attributes", lambda row: Attribute(**_texts(Attribute, row))),
        changes=_listed(sort_changes(package.descriptor.get("changes", ())), Change),
        licences=_listed(package.descriptor.get("licenses", ()), Licence),
        history=build_history(package),
    )


def find_last_day(package: DataPackage) -> date:
    """Return the latest day of all windows and versions. An open window is drawn up to this day."""
    windows = [row[column] for name in ("authorisations", "claims") for row in package.tables[name].rows for column in _ENDS]
    versions = [entry["date"] for entry in package.descriptor.get("changes", ())]
    return max((read_date(day) for day in {*windows, *versions} if day), default=date.min)


def _window(row: Row, last_day: date) -> Window | None:
    """Return the window of a row; None if the row has no start."""
    if not row["start"]:
        return None
    end = read_date(row["end"]) if row["end"] else last_day
    return Window(read_date(row["start"]), end, is_open=not row["end"])


def _listed(entries: Iterable[Mapping[str, Any]], record: Callable[..., T]) -> tuple[T, ...]:
    """Return the records of a list in the descriptor. Its entries have at least the fields of the record."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return tuple(record(**{name: entry[name] for name in names}) for entry in entries)


def _by_key(tables: Mapping[str, Table], name: str, build: Callable[[Row], T]) -> dict[str, T]:
    """Return the records of a table by id."""
    key = f"{name.removesuffix('s')}_id" if name != "attributes" else "attribute"
    return {row[key]: build(row) for row in tables[name].rows} if name in tables else {}


def _by_first_day(acts: Mapping[str, Authorisation]) -> dict[str, Authorisation]:
    """Return acts by first day, those of one day in the order of the file. The order of acts everywhere comes from here."""
    return dict(sorted(acts.items(), key=lambda item: item[1].window.start))


def _texts(record: type, row: Row, **typed: object) -> dict[str, Any]:
    """Return the arguments of a record: the given values, and the texts of the columns for the other fields."""
    cells = row.cells
    return {name: cells.get(name, "") for name in _field_names(record)} | typed


@cache
def _field_names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _source(row: Row) -> Source:
    name = row["publisher"] or row["source_id"]
    return Source(
        **_texts(
            Source,
            row,
            basis=Basis(row["basis"]),
            derives_from=read_tokens(row["derives_from"]),
            short_en=row["short_en"] or name,
            short_es=row["short_es"] or name,
        )
    )


def _authorisation(row: Row, *, last_day: date) -> Authorisation:
    window, at_start = _window(row, last_day), bool(_or_none(read_boolean, row["at_start"]))
    return Authorisation(**_texts(Authorisation, row, year=read_integer(row["year"]), window=window, at_start=at_start))


def _place(row: Row) -> Place:
    latitude, longitude = (_or_none(read_number, row[column]) for column in ("latitude", "longitude"))
    precision = Precision(row["precision"])
    return Place(**_texts(Place, row, latitude=latitude, longitude=longitude, precision=precision))


def _claim(row: Row, *, last_day: date) -> Claim:
    return Claim(
        **_texts(
            Claim,
            row,
            topic=Topic(row["topic"]),
            role=_or_none(Role, row["role"]),
            comparison=_or_none(Comparison, row["comparison"]),
            window=_window(row, last_day),
            certainty=Certainty(row["certainty"]),
            paragraph=_or_none(read_integer, row["paragraph"]),
        )
    )


def _or_none(read: Callable[[str], T], text: str) -> T | None:
    """Return the value of a cell; None for an empty cell, which means "not stated"."""
    return read(text) if text else None
