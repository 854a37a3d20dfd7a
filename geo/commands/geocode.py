"""The command ``geocode``: find the place of a name."""

import sys
from collections.abc import Mapping
from typing import Final

import click

from geo.atlas import (
    Ambiguous,
    Candidate,
    GeocodingError,
    Level,
    Match,
    describe_candidate,
    describe_several,
    describe_unknown,
    geocode,
    geocode_online,
    load_gazetteer,
    to_csv_line,
)
from geo.commands.shared import unit_locator
from geo.evidence import EvidenceError, load_evidence
from geo.paths import ATLAS, evidence_directory

_LEVELS: Final[Mapping[str, Level]] = {"unit": "unit", "locality": "place"}


@click.command("geocode")
@click.argument("name")
@click.option("--within", help="Unit that it lies in: name, ISO code (PE-SAM) or INEI code (22).")
@click.option("--level", type=click.Choice(list(_LEVELS)), help="What it is: a first-level unit, or a locality.")
@click.option("--online", is_flag=True, help="Ask Nominatim (OpenStreetMap) over the internet instead.")
def geocode_command(name: str, within: str | None, *, level: str | None, online: bool) -> None:
    """Find the place called NAME.

    Shows its unit, coordinates and source, or the candidates when the name is ambiguous. NAME is as people write it:
    "Iquitos, Loreto", "Departamento de Loreto". A match ends in a row to paste into places.csv of the evidence.
    The exit code is 0 for one match, 1 for none, 2 for several.
    """
    if online:
        _geocode_online(f"{name}, {within}" if within else name)
        return
    try:
        found = geocode(name, load_gazetteer(ATLAS), within=within, level=_LEVELS.get(level or ""))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--within") from error
    if isinstance(found, Match):
        click.echo(describe_candidate(found.candidate))
        _show_row(found.candidate)
    elif isinstance(found, Ambiguous):
        click.echo(describe_several(found))
        sys.exit(2)
    else:
        raise click.ClickException(describe_unknown(found, within))


def _geocode_online(name: str) -> None:
    try:
        found = geocode_online(name)
    except GeocodingError as error:
        raise click.ClickException(str(error)) from error
    if found is None:
        raise click.ClickException(f"Nominatim knows no place called {name!r} in Peru")
    unit = unit_locator().unit_at(found.longitude, found.latitude)
    click.echo(f"{found.address}: {unit or 'in no unit of Peru'}; {found.latitude}, {found.longitude}; {found.source}")


def _show_row(candidate: Candidate) -> None:
    """Print a place as a row of places.csv in the last line; say so if places.csv already has the place."""
    try:
        places = load_evidence(evidence_directory()).places
    except EvidenceError:  # the place is found all the same
        places = {}
    same = [
        place.place_id
        for place in places.values()
        if (place.geonames_id and place.geonames_id == str(candidate.geonames_id))
        or (candidate.level == "unit" and place.is_area and place.unit == candidate.unit)
    ]
    if same:
        click.echo(f"places.csv has it already: {', '.join(same)}")
    row = to_csv_line(candidate, places.keys() - same)
    click.echo(f"row for {evidence_directory() / 'places.csv'} (say its kind, and add a claim that names it):\n{row}")
