"""Functions that several commands use: the format of a file name, writing a file, finding units."""

from collections.abc import Collection
from pathlib import Path

import click

from geo.atlas import UnitLocator, load_atlas
from geo.paths import ATLAS, evidence_directory


def ending_of(output: Path, known: Collection[str]) -> str:
    """Return the format of a file by the ending of its name.

    Raises
    ------
    click.BadParameter
        If the ending is not among the known ones.
    """
    ending = output.suffix.removeprefix(".").lower()
    if ending in known:
        return ending
    raise click.BadParameter(f"expected a name that ends in {', '.join(known)}, found {str(output)!r}", param_hint="--output")


def write_file(output: Path, content: bytes, evidence: Path | None = None) -> None:
    """Write a file, and print its size and the folder of its evidence. After an error no partial file remains.

    Parameters
    ----------
    evidence
        Folder of the evidence; that of ``INGRESO_EVIDENCE`` or the project if None.

    Raises
    ------
    click.ClickException
        If the file cannot be written.
    """
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"{output} was not written: {error.strerror or error}") from error
    click.echo(f"wrote {output}, {len(content) / 1000:,.0f} kB, from {evidence or evidence_directory()}")


def unit_locator() -> UnitLocator:
    """Return the locator of points for the project's atlas."""
    return UnitLocator(load_atlas(ATLAS).layers)
