"""GeoPackage as GDAL reads it and QGIS draws it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pyogrio
import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.files.geopackage import to_geopackage
from geo.export.frames.claims import claims_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.frame import flatten
from geo.export.frames.places import build_namings
from geo.view import ViewContext
from tests.export.file_samples import NAMES, picked, subject_of

LAYERS = ["places", "units", "regions", *("claims", "facts", "sources", "disagreements", "about"), "layer_styles"]


def package_of(subject: ViewContext, folder: Path) -> Path:
    """Make a GeoPackage in a folder: GDAL wants a name with the right ending."""
    path = folder / "view.gpkg"
    path.write_bytes(to_geopackage(subject))
    return path


def layer(path: Path, name: str) -> pd.DataFrame:
    """Read a layer of a GeoPackage."""
    return pyogrio.read_dataframe(path, layer=name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("error")
def test_gdal_reads_the_geopackage(evidence: Evidence, atlas: Atlas, name: str, tmp_path: Path) -> None:
    """It has its layers, without a warning, and every naming is in one of the two that have geometry."""
    subject = subject_of(evidence, atlas, name)
    file = package_of(subject, tmp_path)
    assert [str(item) for item in pyogrio.list_layers(file)[:, 0]] == LAYERS
    localities, units = layer(file, "places"), layer(file, "units")
    namings = build_namings(subject)
    assert list(localities["place_id"]) == [
        naming.claim.place_id for naming in namings if not evidence.places[naming.claim.place_id].is_area
    ]
    assert list(units["place_id"]) == [
        naming.claim.place_id for naming in namings if evidence.places[naming.claim.place_id].is_area
    ]
    assert len(layer(file, "claims")) == len(claims_frame(subject))
    assert list(layer(file, "facts")["claim_id"]) == list(facts_frame(subject)["claim_id"])
    assert units.crs == localities.crs == "EPSG:4326"
    assert units.geometry.is_valid.all()


def test_a_geopackage_has_the_cells_of_the_table(evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Days are days, counts are counts, a missing cell is missing."""
    subject = subject_of(evidence, atlas, "all roles")
    claims = layer(package_of(subject, tmp_path), "claims")
    made = flatten(claims_frame(subject))
    names = ("start", "paragraph", "phrase", "source_ids", "own_days")
    days = claims["start"].astype("date32[pyarrow]")
    assert picked(claims.assign(start=days), *names) == picked(made, *names)
    info = pyogrio.read_info(tmp_path / "view.gpkg", layer="claims")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert (types["start"], types["paragraph"], types["own_days"]) == ("OFTDate", "OFTInteger", "OFTInteger")


@pytest.mark.parametrize("name", NAMES)
def test_qgis_finds_a_style_for_every_layer_with_geometry(evidence: Evidence, atlas: Atlas, name: str, tmp_path: Path) -> None:
    """Each is a default style of its own layer, in QML, and every row of the layer is drawn by a rule."""
    file = package_of(subject_of(evidence, atlas, name), tmp_path)
    styles = layer(file, "layer_styles")
    assert list(styles["f_table_name"]) == ["places", "units", "regions"]
    assert (styles["useAsDefault"].all(), set(styles["f_geometry_column"])) == (True, {"geom"})
    for row in styles.itertuples():
        root = ET.fromstring(row.styleQML)  # noqa: S314 - our own
        rules, symbols = root.findall(".//rule"), {item.get("name") for item in root.findall(".//symbols/symbol")}
        assert (root.tag, {rule.get("symbol") for rule in rules}) == ("qgis", symbols)
        drawn = sum(len(pyogrio.read_dataframe(file, layer=row.f_table_name, where=str(rule.get("filter")))) for rule in rules)
        assert drawn == len(layer(file, row.f_table_name))


def test_the_style_has_the_colours_of_the_acts(evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """A named region is filled in its act's colour, one of both acts has stripes, one that contains a place is hatched."""
    styles = layer(package_of(subject_of(evidence, atlas, "start"), tmp_path), "layer_styles").set_index("f_table_name")
    root = ET.fromstring(styles.loc["regions", "styleQML"])  # noqa: S314 - our own
    labels = {rule.get("label"): rule.get("symbol") for rule in root.findall(".//rule")}
    drawn = {
        label: [item.get("class") for item in root.findall(f".//symbols/symbol[@name='{symbol}']/layer")]
        for label, symbol in labels.items()
    }
    assert drawn["2023 training"] == ["SimpleFill", "SimpleFill"]
    assert drawn["2023 training and 2024 APEC: level not stated"] == ["SimpleFill", "LinePatternFill", "SimpleFill"]
    assert drawn["Region that only contains a named locality: 2024 APEC"] == ["SimpleFill", "LinePatternFill"]
    colours = {item.get("value") for item in root.findall(".//Option[@name='color']")}
    red, green, blue = bytes.fromhex(evidence.authorisations["31758"].colour[1:])
    assert f"{red},{green},{blue},255" in colours


def test_the_styles_have_the_columns_that_qgis_asks_for(evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Without one of them, such as ``update_time``, QGIS 3 takes no style from the file and says so only in its log."""
    styles = layer(package_of(subject_of(evidence, atlas, "start"), tmp_path), "layer_styles")
    wanted = {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD"}
    assert wanted | {"useAsDefault", "description", "owner", "ui", "update_time"} <= set(styles.columns)


def test_the_file_says_what_it_is(evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Its metadata have title, link, licence and language, and every layer a description."""
    subject = subject_of(evidence, atlas, "Spanish")
    file = package_of(subject, tmp_path)
    said = pyogrio.read_info(file, layer="places")["dataset_metadata"]
    assert (said["LINK"], said["LANGUAGE"]) == (subject.link, "es")
    assert evidence.licences[0].path in said["RIGHTS"]
    assert said["TITLE"].startswith("Dónde se autorizó")


def test_the_same_view_is_the_same_file(evidence: Evidence, atlas: Atlas) -> None:
    """Neither the hour nor a random number is in it."""
    subject = subject_of(evidence, atlas, "start")
    assert to_geopackage(subject) == to_geopackage(subject)
