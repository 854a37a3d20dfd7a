"""The command line: ``python -m geo``. It does what the page does, with the same functions."""

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from geo.atlas import (
    Ambiguous,
    Atlas,
    AtlasError,
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
from geo.evidence import EvidenceError, check_evidence, load_evidence
from geo.evidence import seal as seal_evidence
from geo.text import LANGUAGES, translator
from geo.view import LinkContext, ViewContext, make_context, notice_line, read_link

DATA = Path(__file__).resolve().parents[1] / "data"
EVIDENCE = DATA / "evidence"
ATLAS = DATA / "atlas"

_directory = click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=EVIDENCE, required=False)


_link = click.argument("link")


def _output(names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    path = click.Path(dir_okay=False, path_type=Path)
    return click.option(
        "-o", "--output", type=path, required=True, metavar=names, help="Where to write; the ending tells the format."
    )


@click.group()
def cli() -> None:
    """Where US forces were authorised to enter Peru: figures and files of a view, the data checked, a place found."""


@cli.command()
@_link
@_output("FILE.{png,svg,pdf}")
@click.option("--size", default="a4", show_default=True, help="a4, a4-landscape, slide, square, or WIDTHxHEIGHT in pixels.")
@click.option(
    "--dpi", type=int, default=150, show_default=True, help="Pixels per inch of a PNG; 96 pixels of --size are an inch."
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language; by default that of the link.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Paper.")
def figure(link: str, output: Path, *, size: str, dpi: int, lang: str | None, theme: str) -> None:
    r"""Draw the view of LINK, ready for a report.

    LINK is what the page's address bar or "Copy link" gives, in quotation marks, or its query alone; "" is the view of a
    visitor without a link.

    \b
    python -m geo figure "v=1&auth=9307&lang=es" -o apec.pdf --size a4-landscape
    """
    from geo.export import FIGURE_FORMATS, make_figure, read_options  # noqa: PLC0415 - only where a file is made

    context = _read_view(link, lang)
    ending = _ending(output, FIGURE_FORMATS)
    try:
        options = read_options(ending, size=size, dpi=str(dpi), theme=theme)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _write(output, make_figure(context, options))


@cli.command()
@_link
@_output("FILE.{csv,geojson,gpkg,xlsx,html,zip}")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language; by default that of the link.")
def export(link: str, output: Path, *, lang: str | None) -> None:
    r"""Write the rows behind the view of LINK, with their sources.

    \b
    csv      a table for any program
    xlsx     a workbook of places, claims, facts and sources
    geojson  map data for the web
    gpkg     map data for QGIS and other geographic programs
    html     one page with map, filters and claims that works offline
    zip      the evidence pack: all of these, a figure, citations, checksums

    LINK is as for "figure".
    """
    from geo.export import FileFormat, make_file  # noqa: PLC0415 - only where a file is made

    context = _read_view(link, lang)
    ending = FileFormat(_ending(output, tuple(FileFormat)))
    _write(output, make_file(context, ending))


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


def _read_view(link: str, language: str | None) -> ViewContext:
    """Read a link as the page does; what cannot be read in it is said on the error stream."""
    try:
        evidence, atlas = load_evidence(EVIDENCE), _atlas()
    except (EvidenceError, AtlasError) as error:
        raise click.ClickException(str(error)) from error
    context = LinkContext.of(evidence, atlas)
    reading = read_link(link, context, LANGUAGES[0])
    state = replace(reading.state, language=language or reading.state.language)
    for notice in reading.notices:
        line = notice_line(notice, reading.state, context, translator(state.language))
        if notice.is_no_view:
            raise click.BadParameter(line, param_hint="LINK")
        click.echo(f"warning: {line}", err=True)
    return make_context(evidence, atlas, state, base_url=reading.address)


def _ending(output: Path, known: Collection[str]) -> str:
    """Return the format that a file's name asks for."""
    ending = output.suffix.removeprefix(".").lower()
    if ending in known:
        return ending
    raise click.BadParameter(f"expected a name that ends in {', '.join(known)}, found {str(output)!r}", param_hint="--output")


def _write(output: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"{output} was not written: {error.strerror or error}") from error
    click.echo(f"wrote {output}, {len(content) / 1000:,.0f} kB")


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
