"""The command line: ``python -m geo``. It does what the page does, with the same functions."""

import sys
from pathlib import Path

import click

from geo.atlas import (
    Ambiguous,
    Atlas,
    Candidate,
    GeocodingError,
    Match,
    UnitLocator,
    find_altered_files,
    geocode,
    geocode_online,
    load_atlas,
    load_gazetteer,
)
from geo.evidence import EvidenceError, check_evidence
from geo.evidence import seal as seal_evidence

DATA = Path(__file__).resolve().parents[1] / "data"
EVIDENCE = DATA / "evidence"
ATLAS = DATA / "atlas"

_directory = click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=EVIDENCE, required=False)


@click.group()
def cli() -> None:
    """Where US forces were authorised to enter Peru: check the data, find a place."""


@cli.command()
@_directory
def check(directory: Path) -> None:
    """Check the evidence in DIRECTORY (by default that of the project), and the atlas.

    Lists every fault, one a line: file, row, field, what was expected, what was found. The exit code is 1 if there is one.
    """
    faults = [str(fault) for fault in check_evidence(directory, unit_at=_locator().unit_at)]
    faults += find_altered_files(ATLAS)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} faults in {directory}" if faults else f"no fault in {directory}")
    sys.exit(1 if faults else 0)


@cli.command()
@_directory
def seal(directory: Path) -> None:
    """Check the evidence in DIRECTORY and write sizes, hashes and row counts of its files into datapackage.json.

    Sealed data loads without being validated anew. Data with a fault is not sealed.
    """
    try:
        seal_evidence(directory, unit_at=_locator().unit_at)
    except EvidenceError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"sealed {directory}")


@cli.command("geocode")
@click.argument("name")
@click.option("--within", help="Unit that it lies in: name, ISO code (PE-SAM) or INEI code (22).")
@click.option("--online", is_flag=True, help="Ask Nominatim (OpenStreetMap) over the internet instead.")
def geocode_command(name: str, within: str | None, *, online: bool) -> None:
    """Find the place called NAME: its unit, coordinates and source, or the candidates when the name is ambiguous.

    The exit code is 0 for one match, 1 for none, 2 for several.
    """
    if online:
        _geocode_online(f"{name}, {within}" if within else name)
        return
    try:
        found = geocode(name, load_gazetteer(ATLAS), within=within)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--within") from error
    if isinstance(found, Match):
        click.echo(_line(found.candidate))
    elif isinstance(found, Ambiguous):
        click.echo(f"{name!r} is ambiguous; say which with --within:")
        for candidate in found.candidates:
            click.echo(f"  {_line(candidate)}")
        sys.exit(2)
    elif found.elsewhere:
        lines = "\n".join(f"  {_line(candidate)}" for candidate in found.elsewhere)
        raise click.ClickException(f"no place called {name!r} within {within}; elsewhere:\n{lines}")
    else:
        meant = f"; did you mean {', '.join(found.suggestions)}?" if found.suggestions else ""
        raise click.ClickException(f"no place called {name!r}{meant}")


def _geocode_online(name: str) -> None:
    try:
        found = geocode_online(name)
    except GeocodingError as error:
        raise click.ClickException(str(error)) from error
    if found is None:
        raise click.ClickException(f"Nominatim knows no place called {name!r} in Peru")
    unit = _locator().unit_at(found.longitude, found.latitude)
    click.echo(f"{found.address}: {unit or 'in no unit of Peru'}; {found.latitude}, {found.longitude}; {found.source}")


def _line(candidate: Candidate) -> str:
    where = ", ".join(part for part in (candidate.province, f"{candidate.unit_name} ({candidate.unit})") if part)
    point = "no coordinates"
    if candidate.latitude is not None:
        point = f"{candidate.latitude}, {candidate.longitude}"
    return f"{candidate.name} ({candidate.level}): {where}; {point}; {candidate.source}"


def _atlas() -> Atlas:
    return load_atlas(ATLAS)


def _locator() -> UnitLocator:
    return UnitLocator(_atlas().layers)


if __name__ == "__main__":
    cli(prog_name="python -m geo")
