"""The command line: ``python -m geo``. It does what the page does, with the same functions."""

import re
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.atlas import (
    Ambiguous,
    AtlasError,
    Candidate,
    GeocodingError,
    Level,
    Match,
    UnitLocator,
    describe_candidate,
    describe_several,
    describe_unknown,
    find_altered_files,
    geocode,
    geocode_online,
    load_atlas,
    load_gazetteer,
    to_csv_line,
)
from geo.evidence import EvidenceError, check_evidence, load_evidence, note_evidence, read_sheet, write_sheet
from geo.evidence import seal as seal_evidence
from geo.paths import ATLAS, DATA, evidence_directory, public_address
from geo.text import LANGUAGES

if TYPE_CHECKING:
    from geo.export.opened_view import OpenedView

EVIDENCE = DATA / "evidence"

_FOLDER = click.Path(file_okay=False, path_type=Path)
_directory = click.argument("directory", type=_FOLDER, envvar="INGRESO_EVIDENCE", default=EVIDENCE, required=False)
_evidence_option = click.option(
    "--evidence", "directory", type=_FOLDER, envvar="INGRESO_EVIDENCE", default=EVIDENCE, help="Folder of the Data Package."
)
_workbook = click.argument("workbook", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx")

_link = click.argument("link")
_LEVELS: Mapping[str, Level] = {"unit": "unit", "locality": "place"}


_output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write; the ending tells the format.",
)
_language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language; by default that of the link.")
_UNFILLED = re.compile(r" of \{.*\} pixels")
"""What the page fills into the description of a format."""


@click.group()
def cli() -> None:
    """Where US forces were authorised to enter Peru: figures and files of a view, the data checked, a place found."""


class _FileCommand(click.Command):
    """A command that writes a file: its help ends with the formats, as they describe themselves, and an example."""

    def __init__(self, *args: Any, formats: str, example: str, **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **kwargs)
        self.formats, self.example = formats, example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what follows the options."""
        from geo import export  # noqa: PLC0415 - only where it is wanted

        with formatter.section("Formats, by the ending of FILE"):
            formatter.write_dl([(kind.value, _UNFILLED.sub("", kind.about)) for kind in getattr(export, self.formats)])
        with formatter.section("Example"):
            formatter.write(f"{' ' * formatter.current_indent}{ctx.command_path} {self.example}\n")


@cli.command(cls=_FileCommand, formats="FigureFormat", example='"v=1&auth=9307&lang=es" -o apec.pdf --size a4-landscape')
@_link
@_output
@click.option("--size", default="a4", show_default=True, help="a4, a4-landscape, slide, square, or WIDTHxHEIGHT in pixels.")
@click.option(
    "--dpi", type=int, default=150, show_default=True, help="Pixels per inch of a PNG; 96 pixels of --size are an inch."
)
@_language
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Paper.")
@click.option("--extent", type=click.Choice(["view", "peru"]), default="view", show_default=True, help="What the map shows.")
def figure(link: str, output: Path, *, lang: str | None, **options: Any) -> None:  # noqa: ANN401 - click's own
    """Draw the view of LINK, ready for a report.

    LINK is what the page's address bar or "Copy link" gives, in quotation marks, or its query alone; "" is the view of a
    visitor without a link.
    """
    from geo.export import FigureFormat  # noqa: PLC0415 - only where a file is made

    view, ending = _open(link, lang), _ending(output, tuple(FigureFormat))
    try:
        content = view.figure(ending, **options)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _write(output, content)


@cli.command(cls=_FileCommand, formats="FileFormat", example='"v=1&auth=9307&lang=es" -o apec.xlsx')
@_link
@_output
@_language
def export(link: str, output: Path, *, lang: str | None) -> None:
    """Write the rows behind the view of LINK, with their sources.

    LINK is as for "figure". Beside a CSV file lies its schema (CSV on the Web), which says that 002 is an id and no number.
    """
    from geo.export import FileFormat, csv_metadata  # noqa: PLC0415 - only where a file is made

    view, ending = _open(link, lang), _ending(output, tuple(FileFormat))
    _write(output, view.export(ending))
    if ending == FileFormat.CSV:
        _write(output.with_name(f"{output.name}-metadata.json"), csv_metadata(view.context, output.name))


@cli.command()
@click.argument("directory", type=_FOLDER)
@click.option("--address", envvar="INGRESO_ADDRESS", default="", help="Where the site will be; for search engines.")
def site(directory: Path, address: str) -> None:
    """Write the static site into DIRECTORY, for any host: pages that read the app's links, figures, tables, data."""
    from geo.export.web.site import build_site  # noqa: PLC0415 - only where a site is made

    view, folder = _open("", None), evidence_directory()
    names = sorted(path.name for path in folder.iterdir() if path.suffix in {".csv", ".json"})
    package = {name: (folder / name).read_bytes() for name in names}
    for name, content in build_site(replace(view.context, base_url=address), package).items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        _write(directory / name, content)


@cli.command()
@_directory
def check(directory: Path) -> None:
    """Check the evidence in DIRECTORY (by default INGRESO_EVIDENCE, or that of the project), and the atlas.

    Lists every fault, one a line: file, row, field, what was expected, what was found, what to do. The exit code is 1 if there
    is one. Without a fault it also says what is not sealed, and which places wait for a claim.
    """
    faults = [str(fault) for fault in check_evidence(directory, unit_at=_locator().unit_at, can_draw=_faces())]
    faults += find_altered_files(ATLAS)
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in {directory}")
        sys.exit(1)
    for note in note_evidence(directory):
        click.echo(f"note: {note}")
    click.echo(f"no fault in {directory}")


@cli.command()
@_directory
def seal(directory: Path) -> None:
    """Check the evidence in DIRECTORY and write sizes, hashes and row counts of its files into datapackage.json.

    Sealed data loads without being validated anew. Data with a fault is not sealed, nor are claims that have changed under a
    version that was sealed before. DIRECTORY is as for "check".
    """
    try:
        seal_evidence(directory, unit_at=_locator().unit_at, can_draw=_faces())
    except EvidenceError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"sealed {directory}")


@cli.group()
def sheet() -> None:
    """Write the evidence as one workbook for a spreadsheet, and read it back."""


@sheet.command("write")
@_workbook
@_evidence_option
def sheet_write(workbook: Path, directory: Path) -> None:
    """Write the evidence into FILE.xlsx, a sheet a table: lists to choose from, dates as dates, codes as text."""
    try:
        content = write_sheet(directory)
    except EvidenceError as error:
        raise click.ClickException(str(error)) from error
    _write(workbook, content, directory)


@sheet.command("read")
@_workbook
@_evidence_option
def sheet_read(workbook: Path, directory: Path) -> None:
    """Take FILE.xlsx back into the CSV files of the evidence, all of it or nothing.

    Lists every fault by sheet, row and column; no file is changed while there is one.
    """
    try:
        changed = read_sheet(directory, workbook.read_bytes(), unit_at=_locator().unit_at)
    except (EvidenceError, OSError) as error:
        raise click.ClickException(str(error)) from error
    for file, cells in changed.items():
        click.echo(f"{file}: {cells} cell{'' if cells == 1 else 's'} or rows changed")
    click.echo(f"taken into {directory}; raise the version, and seal" if changed else f"nothing to change in {directory}")


@cli.command("geocode")
@click.argument("name")
@click.option("--within", help="Unit that it lies in: name, ISO code (PE-SAM) or INEI code (22).")
@click.option("--level", type=click.Choice(list(_LEVELS)), help="What it is: a first-level unit, or a locality.")
@click.option("--online", is_flag=True, help="Ask Nominatim (OpenStreetMap) over the internet instead.")
def geocode_command(name: str, within: str | None, *, level: str | None, online: bool) -> None:
    """Find the place called NAME: its unit, coordinates and source, or the candidates when the name is ambiguous.

    NAME is as people write it: "Iquitos, Loreto", "Departamento de Loreto". A match ends in a row to paste into places.csv.
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


def _open(link: str, language: str | None) -> "OpenedView":
    """Read a link as the page does; what cannot be read in it is said on the error stream."""
    from geo.export.opened_view import open_view  # noqa: PLC0415 - only where a file is made

    try:
        view = open_view(link, evidence=evidence_directory(), atlas=ATLAS, base_url=public_address(), language=language)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="LINK") from error
    except (EvidenceError, AtlasError) as error:
        raise click.ClickException(str(error)) from error
    for notice in view.notices:
        click.echo(f"warning: {notice}", err=True)
    return view


def _ending(output: Path, known: Collection[str]) -> str:
    """Return the format that a file's name asks for."""
    ending = output.suffix.removeprefix(".").lower()
    if ending in known:
        return ending
    raise click.BadParameter(f"expected a name that ends in {', '.join(known)}, found {str(output)!r}", param_hint="--output")


def _write(output: Path, content: bytes, evidence: Path | None = None) -> None:
    """Write a file as a whole or not at all, and say of which evidence it is: by default that of a view."""
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"{output} was not written: {error.strerror or error}") from error
    click.echo(f"wrote {output}, {len(content) / 1000:,.0f} kB, from {evidence or evidence_directory()}")


def _geocode_online(name: str) -> None:
    try:
        found = geocode_online(name)
    except GeocodingError as error:
        raise click.ClickException(str(error)) from error
    if found is None:
        raise click.ClickException(f"Nominatim knows no place called {name!r} in Peru")
    unit = _locator().unit_at(found.longitude, found.latitude)
    click.echo(f"{found.address}: {unit or 'in no unit of Peru'}; {found.latitude}, {found.longitude}; {found.source}")


def _show_row(candidate: Candidate) -> None:
    """Print a place as a row of places.csv, as the last line; a place that is there already is said."""
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
    click.echo(
        f"row for places.csv (say its kind, and add a claim that names it):\n{to_csv_line(candidate, places.keys() - same)}"
    )


def _faces() -> Callable[[str], bool]:
    from geo.draw.figure.fonts import can_draw  # noqa: PLC0415 - slow to import

    return can_draw


def _locator() -> UnitLocator:
    return UnitLocator(load_atlas(ATLAS).layers)


if __name__ == "__main__":
    cli(prog_name="python -m geo")
