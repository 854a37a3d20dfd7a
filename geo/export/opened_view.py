"""The view that :func:`geo.open_view` returns, with its tables as frames, its map, figures and files."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from geo.atlas import load_atlas
from geo.draw.figure import can_draw
from geo.evidence import load_evidence
from geo.export.files.csv_file import USUAL_TABLE, make_csv
from geo.export.files.figure import make_figure
from geo.export.files.figure_options import USUAL_DPI, USUAL_SIZE, read_options
from geo.export.formats import FileFormat, make_file
from geo.export.frames.answers import answers_frame
from geo.export.frames.claims import claims_frame
from geo.export.frames.comparison import comparison_frame
from geo.export.frames.disagreements import disagreements_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.frame import DataFrame, GeoDataFrame
from geo.export.frames.places import places_frame
from geo.export.frames.sources import sources_frame
from geo.export.frames.units import units_frame
from geo.text import LANGUAGES
from geo.view import LinkContext, ViewContext, make_context, notice_line, read_link, to_query


@dataclass(frozen=True)
class OpenedView:
    """A view of the evidence. Frames are built at first use; a value that is not stated is missing in them."""

    context: ViewContext
    """Records, geometry, filters and selection of the view."""
    notices: tuple[str, ...] = ()
    """A sentence or two on each part of the link that could not be read, with what is shown instead."""

    @cached_property
    def places(self) -> GeoDataFrame:
        """A row for every naming: a place under one act, in one role, for the same days; EPSG:4326."""
        return places_frame(self.context)

    @cached_property
    def units(self) -> GeoDataFrame:
        """The 25 first-level units, and how each is shown; EPSG:4326."""
        return units_frame(self.context)

    @cached_property
    def claims(self) -> DataFrame:
        """A row for every shown claim that names a place in a shown role."""
        return claims_frame(self.context)

    @cached_property
    def facts(self) -> DataFrame:
        """A row for every other shown claim."""
        return facts_frame(self.context)

    @cached_property
    def sources(self) -> DataFrame:
        """The sources of claims and facts."""
        return sources_frame(self.context)

    @cached_property
    def disagreements(self) -> DataFrame:
        """The questions on which the sources of claims and facts disagree."""
        return disagreements_frame(self.context)

    @cached_property
    def compare(self) -> DataFrame:
        """The comparison of the page: a row for every place under an act in a role."""
        return comparison_frame(self.context)

    @cached_property
    def answers(self) -> DataFrame:
        """What the sources say: a row for every answer to a question under an act."""
        return answers_frame(self.context)

    @property
    def query(self) -> str:
        """The view as the query of a link."""
        return to_query(self.context.state, self.context.link_context)

    @property
    def headline(self) -> str:
        """What the view shows, in words."""
        return self.context.headline.text

    def map(self, *, theme: str = "light") -> Any:  # noqa: ANN401 - folium has no types
        """Return the map as a ``folium.Map``: a notebook shows it, ``save`` writes it as one file that works offline.

        Parameters
        ----------
        theme
            ``light`` or ``dark``.
        """
        from geo.export.web.standalone_map import StandaloneMap  # noqa: PLC0415 - only where a map is wanted

        return StandaloneMap(self.context, theme=theme)

    def figure(
        self,
        format: str = "png",  # noqa: A002 - the word for it
        *,
        size: str = USUAL_SIZE,
        dpi: int = USUAL_DPI,
        theme: str = "light",
        extent: str = "view",
        layout: str = "map",
    ) -> bytes:
        """Return the figure as a file.

        Parameters
        ----------
        format
            ``png``, ``svg`` or ``pdf``.
        size
            ``a4``, ``a4-landscape``, ``slide``, ``square``, or width and height in CSS pixels, ``800x600``.
        dpi
            Pixels per inch of a PNG, 36 to 600.
        theme
            ``light`` or ``dark``.
        extent
            ``view`` for what the map of the view shows, ``peru`` for the whole country.
        layout
            ``map`` for one map of all acts, ``multiples`` for a small map of each, up to twelve a sheet, ``answers`` for what
            the sources say, whole in a PDF.

        Raises
        ------
        ValueError
            If an option has another value, or if small maps need several sheets in a format other than ``pdf``.
        """
        options = read_options(format, size=size, dpi=str(dpi), theme=theme, extent=extent, layout=layout)
        return make_figure(self.context, options)

    def export(self, format: str, *, table: str = USUAL_TABLE) -> bytes:  # noqa: A002 - the word for it
        """Return the view as a file: ``csv``, ``geojson``, ``gpkg``, ``xlsx``, ``html`` or ``zip``.

        Parameters
        ----------
        table
            Table of a CSV file: ``places``, ``claims``, ``facts``, ``sources``, ``disagreements``, ``compare`` or ``answers``.

        Raises
        ------
        ValueError
            If the format or the table is another one, or a table is named for a format that has them all.
        """
        if format not in tuple(FileFormat):
            raise ValueError(f"format: expected one of {', '.join(FileFormat)}, found {format!r}")
        if format == FileFormat.CSV:
            return make_csv(self.context, table)
        if table != USUAL_TABLE:
            raise ValueError(f"table: only a CSV file has one table; found {table!r} for {format.upper()}")
        return make_file(self.context, FileFormat(format))


def open_view(
    link_or_query: str = "", *, evidence: Path, atlas: Path, base_url: str = "", language: str | None = None
) -> OpenedView:
    """Read a link as the page does, and return its view.

    Parameters
    ----------
    link_or_query
        A link, or its query alone; empty for the view of a visitor without a link.
    evidence, atlas
        Folders of the Data Packages.
    base_url
        Address of the page, used if the link has none.
    language
        ISO 639-1 code; None for the language of the link.

    Raises
    ------
    ValueError
        If the text is neither a link nor a query.
    EvidenceError, AtlasError
        If the data cannot be loaded.
    """
    records, ground = load_evidence(evidence, can_draw=can_draw), load_atlas(atlas)
    known = LinkContext.of(records, ground)
    reading = read_link(link_or_query, known, LANGUAGES[0])
    state = replace(reading.state, language=language or reading.state.language)
    context = make_context(records, ground, state, base_url=reading.address or base_url)
    lines = tuple(notice_line(notice, reading.state, known, context.words) for notice in reading.notices)
    for notice, line in zip(reading.notices, lines, strict=True):
        if notice.is_no_view:
            raise ValueError(line)
    return OpenedView(context, lines)
