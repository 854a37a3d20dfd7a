"""The Python door: what a notebook gets from ``geo.open_view``."""

import subprocess
import sys
from pathlib import Path

import folium
import geopandas as gpd
import pytest

import geo
from geo.atlas import Atlas
from geo.evidence import Evidence, EvidenceError
from geo.export import FigureOptions, FileFormat, make_figure, make_file, parse_size
from geo.view import make_context, start_state
from tests.conftest import FROZEN

ROOT = Path(__file__).resolve().parents[1]
QUERY = "v=1&auth=9307&role=deployment,venue&lang=es"


def test_importing_the_package_costs_nothing() -> None:
    """``import geo`` loads neither the page nor frames; opening a view does not load the page."""
    code = (
        "import geo, sys\n"
        "heavy = ('streamlit', 'pandas', 'geopandas', 'folium', 'shapely')\n"
        "print([name for name in heavy if name in sys.modules])\n"
        "view = geo.open_view()\nview.places\n"
        "print([name for name in heavy if name in sys.modules and name == 'streamlit'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines() == ["[]", "[]"]


def test_a_view_has_its_frames() -> None:
    """Places and units have geometry; the other tables are frames with a row for each of their things."""
    view = geo.open_view(QUERY)
    assert [type(frame) for frame in (view.places, view.units)] == [gpd.GeoDataFrame] * 2
    assert set(view.places["place"]) == {"Lima", "Chiclayo", "Pisco"}
    assert (len(view.units), view.units.crs, view.places.crs) == (25, "EPSG:4326", "EPSG:4326")
    assert set(view.claims["authorisation_id"]) == {"9307"}
    assert set(view.sources["source_id"]) == {*view.claims["source_id"], *view.facts["source_id"]}
    assert view.disagreements["disagreement_id"].is_unique


def test_frames_can_be_worked_with_as_the_library_has_it() -> None:
    """Days compare with days, places join units in space, and a group has a sum."""
    view = geo.open_view()
    late = view.claims[view.claims["start"] >= "2024-01-01"]
    assert set(late["authorisation_id"]) == {"9307"}
    points = view.places[view.places.geom_type == "Point"]
    joined = points.sjoin(view.units[["unit", "geometry"]], predicate="within")
    assert list(joined["unit_left"]) == list(joined["unit_right"])
    assert view.places.groupby("authorisation_id")["sources"].sum().min() > 0


def test_a_view_says_what_it_is(evidence: Evidence) -> None:
    """Its query is whole and reads back; its headline is that of the page; what cannot be read is said."""
    view = geo.open_view(f"https://example.org/?{QUERY}&min=9")
    assert geo.open_view(view.query).query == view.query
    assert view.query.startswith("v=1&auth=9307&d.31758=2023-06-01..2023-12-31&")
    assert view.headline.startswith("APEC 2024, 4–24 de noviembre de 2024: ")
    assert (len(view.notices), "min=9" in view.notices[0]) == (1, True)
    assert geo.open_view().context.state == start_state(evidence, "en")


def test_figures_and_files_are_those_of_the_page(evidence: Evidence, atlas: Atlas) -> None:
    """The very bytes."""
    view = geo.open_view()
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    assert view.figure("svg", size="400x500", theme="dark") == make_figure(
        context, FigureOptions("svg", parse_size("400x500"), theme="dark")
    )
    assert view.export("csv") == make_file(context, FileFormat.CSV)


def test_the_tables_of_the_pages_views_are_frames_and_files() -> None:
    """A table of a CSV file is named; a workbook has its own."""
    view = geo.open_view("auth=9307")
    assert set(view.compare["authorisation_id"]) == {"9307"}
    assert view.answers["answer"].notna().all()
    assert view.export("csv", table="answers").startswith("\ufeffquestion,act,answer,".encode())
    with pytest.raises(ValueError, match="table: only a CSV file has one table; found 'answers' for XLSX"):
        view.export("xlsx", table="answers")


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    """A wrong format, a text that is no link, and a folder without data."""
    view = geo.open_view()
    with pytest.raises(ValueError, match=r"format: expected one of csv, geojson, .*, found 'docx'"):
        view.export("docx")
    with pytest.raises(ValueError, match="format: expected one of png, svg, pdf, found 'gif'"):
        view.figure("gif")
    with pytest.raises(ValueError, match="expected a link"):
        geo.open_view("rubbish")
    with pytest.raises(EvidenceError):
        geo.open_view(evidence=tmp_path)


def test_the_environment_names_data_and_address(three_acts_directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``INGRESO_EVIDENCE`` and ``INGRESO_ADDRESS`` count, and a folder that is named counts more."""
    monkeypatch.setenv("INGRESO_EVIDENCE", str(three_acts_directory))
    monkeypatch.setenv("INGRESO_ADDRESS", "https://example.org/map")
    assert "32100" in geo.open_view().query
    assert geo.open_view().context.link.startswith("https://example.org/map/?v=1&")
    assert "32100" not in geo.open_view(evidence=FROZEN).query


def test_the_map_is_a_folium_map() -> None:
    """A notebook shows it in a frame of its own, and other layers can be added."""
    shown = geo.open_view(QUERY).map()
    assert isinstance(shown, folium.Map)
    folium.Marker((-12, -77), tooltip="mine").add_to(shown)
    assert shown._repr_html_().startswith("<iframe srcdoc=")
    assert "L.marker" in shown.get_root().render()
