"""The commands for the evidence: ``check``, ``seal``, ``sheet write``, ``sheet read``."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from geo import paths
from geo.atlas import find_altered_files
from geo.commands.shared import unit_locator, write_file
from geo.evidence import EvidenceError, check_evidence, note_evidence, read_sheet, write_sheet
from geo.evidence import seal as seal_evidence
from geo.paths import ATLAS, DATA
from geo.view.labels import KIND_LABELS, VALUE_UNIT_LABELS

EVIDENCE: Final = DATA / "evidence"
LABELLED: Final = {"claims.unit": VALUE_UNIT_LABELS, "places.kind": KIND_LABELS}
"""By column: the texts that have a label in every language."""

_FOLDER = click.Path(file_okay=False, path_type=Path)
_directory = click.argument("directory", type=_FOLDER, envvar=paths.EVIDENCE, default=EVIDENCE, required=False)
_evidence_option = click.option(
    "--evidence",
    "directory",
    type=_FOLDER,
    envvar=paths.EVIDENCE,
    default=EVIDENCE,
    help=f"Folder of the Data Package; by default {paths.EVIDENCE}, or that of the project.",
)
_workbook = click.argument("workbook", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx")


@click.command()
@_directory
def check(directory: Path) -> None:
    """Check the evidence in DIRECTORY, and the atlas.

    DIRECTORY is by default INGRESO_EVIDENCE, or that of the project. Lists every fault, one a line: file, row, field, what
    was expected, what was found, what to do. The exit code is 1 if there is one. Without a fault, notes name claims that are
    not sealed, and places that no claim names.
    """
    faults = [
        str(fault)
        for fault in check_evidence(directory, unit_at=unit_locator().unit_at, can_draw=_can_draw(), labelled=LABELLED)
    ]
    faults += find_altered_files(ATLAS)
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in {directory}")
        sys.exit(1)
    for note in note_evidence(directory):
        click.echo(f"note: {note}")
    click.echo(f"no fault in {directory}")


@click.command()
@_directory
def seal(directory: Path) -> None:
    """Check the evidence and write its hashes into the descriptor.

    Sizes, hashes and row counts of the files in DIRECTORY go into its datapackage.json. Sealed data loads without being
    validated again. Data with a fault is not sealed, and neither are changed claims without a higher version. DIRECTORY is as
    for "check".
    """
    try:
        seal_evidence(directory, unit_at=unit_locator().unit_at, can_draw=_can_draw(), labelled=LABELLED)
    except EvidenceError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"sealed {directory}")


@click.group()
def sheet() -> None:
    """Write the evidence as one workbook, and read it back."""


@sheet.command("write")
@_workbook
@_evidence_option
def sheet_write(workbook: Path, directory: Path) -> None:
    """Write the evidence into FILE.xlsx, a sheet for each table.

    Lists to choose from, dates as dates, codes as text.
    """
    try:
        content = write_sheet(directory)
    except EvidenceError as error:
        raise click.ClickException(str(error)) from error
    write_file(workbook, content, directory)


@sheet.command("read")
@_workbook
@_evidence_option
def sheet_read(workbook: Path, directory: Path) -> None:
    """Take FILE.xlsx back into the CSV files, all of it or nothing.

    Lists every fault by sheet, row and column. If there is one, no file is changed.
    """
    try:
        changed = read_sheet(
            directory, workbook.read_bytes(), unit_at=unit_locator().unit_at, can_draw=_can_draw(), labelled=LABELLED
        )
    except (EvidenceError, OSError) as error:
        raise click.ClickException(str(error)) from error
    for file, cells in changed.items():
        click.echo(f"{file}: {cells} cell{'' if cells == 1 else 's'} or rows changed")
    click.echo(f"taken into {directory}; raise the version, and seal" if changed else f"nothing to change in {directory}")


def _can_draw() -> Callable[[str], bool]:
    """Return the function that tells whether a font of the figures has a character."""
    from geo.draw.figure.fonts import can_draw  # noqa: PLC0415 - slow to import

    return can_draw
