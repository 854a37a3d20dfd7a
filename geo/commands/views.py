"""The commands that write files of a view: ``figure``, ``export``, ``site``."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.atlas import AtlasError
from geo.commands.shared import ending_of, write_file
from geo.evidence import EvidenceError
from geo.paths import ADDRESS, ATLAS, configured_address, evidence_directory
from geo.text import LANGUAGES

if TYPE_CHECKING:
    from geo.export.opened_view import OpenedView

_link = click.argument("link")
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
"""Part of a format's description that only the page fills in."""


class _SizeOption(click.Option):
    """The option ``--size``. Its help lists the named sizes."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the help of the option, with the names of the sizes."""
        from geo.draw.figure import SIZES  # noqa: PLC0415 - only where it is wanted

        self.help = f"{', '.join(SIZES)}, or WIDTHxHEIGHT in pixels."
        return super().get_help_record(ctx)


class _FileCommand(click.Command):
    """A command that writes a file. Its help ends with the formats and an example."""

    def __init__(self, *args: Any, formats: str, example: str, **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **kwargs)
        self.formats, self.example = formats, example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats and the example below the options."""
        from geo import export  # noqa: PLC0415 - only where it is wanted

        with formatter.section("Formats, by the ending of FILE"):
            formatter.write_dl([(kind.value, _UNFILLED.sub("", kind.about)) for kind in getattr(export, self.formats)])
        with formatter.section("Example"):
            formatter.write(f"{' ' * formatter.current_indent}{ctx.command_path} {self.example}\n")


@click.command(cls=_FileCommand, formats="FigureFormat", example='"v=1&auth=9307&lang=es" -o apec.pdf --size a4-landscape')
@_link
@_output
@click.option("--size", cls=_SizeOption, default="a4", show_default=True)
@click.option(
    "--dpi", type=int, default=150, show_default=True, help="Pixels per inch of a PNG; 96 pixels of --size are an inch."
)
@_language
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True, help="Paper.")
@click.option("--extent", type=click.Choice(["view", "peru"]), default="view", show_default=True, help="What the map shows.")
@click.option(
    "--layout",
    type=click.Choice(["map", "multiples", "answers"]),
    default="map",
    show_default=True,
    help="One map; a small map for each act (more than twelve need a PDF); or what the sources say (whole in a PDF).",
)
def figure(link: str, output: Path, *, lang: str | None, **options: Any) -> None:  # noqa: ANN401 - click's own
    """Draw the view of LINK, ready for a report.

    LINK is what the page's address bar or "Copy link" gives, in quotation marks, or its query alone; "" is the view of a
    visitor without a link.
    """
    from geo.export import FigureFormat  # noqa: PLC0415 - only where a file is made

    view, ending = _open(link, lang), ending_of(output, tuple(FigureFormat))
    try:
        content = view.figure(ending, **options)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    write_file(output, content)


@click.command(cls=_FileCommand, formats="FileFormat", example='"v=1&auth=9307&lang=es" -o apec.xlsx')
@_link
@_output
@_language
@click.option(
    "--table",
    default="claims",
    show_default=True,
    metavar="NAME",
    help="Table of a CSV file: places, claims, facts, sources, disagreements, compare or answers.",
)
def export(link: str, output: Path, *, lang: str | None, table: str) -> None:
    """Write the rows behind the view of LINK, with their sources.

    LINK is as for "figure". Beside a CSV file lies its schema (CSV on the Web), which says that 002 is an id and no number.
    """
    from geo.export import FileFormat, csv_metadata  # noqa: PLC0415 - only where a file is made

    view, ending = _open(link, lang), ending_of(output, tuple(FileFormat))
    try:
        content = view.export(ending, table=table)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    write_file(output, content)
    if ending == FileFormat.CSV:
        write_file(output.with_name(f"{output.name}-metadata.json"), csv_metadata(view.context, output.name, table))


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--address", metavar="URL", help=f"Where the site will be, for search engines; by default {ADDRESS}.")
def site(directory: Path, address: str | None) -> None:
    """Write the static site into DIRECTORY, for any host.

    Its pages read the app's links; figures, tables and the data lie beside them.
    """
    from geo.export.web.site import build_site  # noqa: PLC0415 - only where a site is made

    view, folder = _open("", None), evidence_directory()
    names = sorted(path.name for path in folder.iterdir() if path.suffix in {".csv", ".json"})
    package = {name: (folder / name).read_bytes() for name in names}
    for name, content in build_site(
        view.context if address is None else replace(view.context, base_url=address), package
    ).items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        write_file(directory / name, content)


def _open(link: str, language: str | None) -> "OpenedView":
    """Return the view of a link. Notices about parts that cannot be read go to the error stream."""
    from geo.export.opened_view import open_view  # noqa: PLC0415 - only where a file is made

    try:
        address = configured_address()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    try:
        view = open_view(link, evidence=evidence_directory(), atlas=ATLAS, base_url=address, language=language)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="LINK") from error
    except (EvidenceError, AtlasError) as error:
        raise click.ClickException(str(error)) from error
    for notice in view.notices:
        click.echo(f"warning: {notice}", err=True)
    return view
