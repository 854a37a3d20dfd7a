"""What several commands need: where the data lies, files written whole or not at all."""

from collections.abc import Collection
from pathlib import Path

import click

from geo.atlas import UnitLocator, load_atlas
from geo.paths import ATLAS, evidence_directory


def ending_of(output: Path, known: Collection[str]) -> str:
    """Return the format that a file's name asks for."""
    ending = output.suffix.removeprefix(".").lower()
    if ending in known:
        return ending
    raise click.BadParameter(f"expected a name that ends in {', '.join(known)}, found {str(output)!r}", param_hint="--output")


def write_file(output: Path, content: bytes, evidence: Path | None = None) -> None:
    """Write a file as a whole or not at all, and say of which evidence it is: by default that of a view."""
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"{output} was not written: {error.strerror or error}") from error
    click.echo(f"wrote {output}, {len(content) / 1000:,.0f} kB, from {evidence or evidence_directory()}")


def unit_locator() -> UnitLocator:
    """Return what tells the unit of a point."""
    return UnitLocator(load_atlas(ATLAS).layers)
