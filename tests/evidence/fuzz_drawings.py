"""What must work on data without a fault: all files, every view of the page; a drawing added to ``ALL`` is tried too."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch
from urllib.parse import parse_qsl

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from geo.export import FileFormat, make_file
from geo.ui import resources, session
from geo.view import LinkContext, View, ViewContext, read_link, to_query

APP = Path(__file__).resolve().parents[2] / "app.py"
PACKED = frozenset({FileFormat.CSV, FileFormat.GEOJSON, FileFormat.HTML})
"""Files that the evidence pack has in it, as it has the A4 figure in three formats."""
Draw = Callable[[ViewContext], object]


def files(context: ViewContext) -> None:
    """Write every file of the view."""
    for ending in FileFormat:
        if ending not in PACKED:
            make_file(context, ending)


def a_file(context: ViewContext) -> None:
    """Write the file that is made of the most tables and draws nothing."""
    make_file(context, FileFormat.GEOJSON)


def pages(context: ViewContext) -> None:
    """Open every view of the page by its link, and see that the link is read as it was written."""
    with _shown(context):
        for view in View:
            _open_page(replace(context, state=replace(context.state, view=view)))


def _open_page(context: ViewContext) -> None:
    links = LinkContext.of(context.evidence, context.atlas)
    query = to_query(context.state, links)
    reading = read_link(query, links, "en")
    assert (reading.state, reading.notices) == (context.state, ()), query
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params.update(parse_qsl(query, keep_blank_values=True))
    app.run()
    assert not app.exception, f"{query}\n{app.exception[0].value}\n{app.exception[0].stack_trace}"


@contextmanager
def _shown(context: ViewContext) -> Iterator[None]:
    """Show the evidence of a context on the page, without the pauses in which a browser would draw."""
    data = resources._make_resources(context.evidence, ())  # noqa: SLF001 - the folder is not edited any more
    with (
        patch.object(resources, "load_resources", lambda: data),
        patch.object(session, "Event", lambda: SimpleNamespace(wait=lambda _seconds: None)),
        patch.object(manifest_scanner, "scan_component_manifests", _component_manifests),
    ):
        yield


_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""Streamlit's test reads the metadata of all installed packages for every page: six sevenths of its time."""
CHEAP: Mapping[str, Draw] = {"GeoJSON": a_file}
ALL: Mapping[str, Draw] = {"files": files, "pages": pages}
