"""The records hold what the files say."""

from pathlib import Path

import pytest

from geo.atlas import Atlas, Country, Lake, Unit, load_atlas

UNITS = {
    "PE-AMA": ("01", "Amazonas"),
    "PE-ANC": ("02", "Áncash"),
    "PE-APU": ("03", "Apurímac"),
    "PE-ARE": ("04", "Arequipa"),
    "PE-AYA": ("05", "Ayacucho"),
    "PE-CAJ": ("06", "Cajamarca"),
    "PE-CAL": ("07", "Callao"),
    "PE-CUS": ("08", "Cusco"),
    "PE-HUC": ("10", "Huánuco"),
    "PE-HUV": ("09", "Huancavelica"),
    "PE-ICA": ("11", "Ica"),
    "PE-JUN": ("12", "Junín"),
    "PE-LAL": ("13", "La Libertad"),
    "PE-LAM": ("14", "Lambayeque"),
    "PE-LIM": ("15", "Lima"),
    "PE-LOR": ("16", "Loreto"),
    "PE-MDD": ("17", "Madre de Dios"),
    "PE-MOQ": ("18", "Moquegua"),
    "PE-PAS": ("19", "Pasco"),
    "PE-PIU": ("20", "Piura"),
    "PE-PUN": ("21", "Puno"),
    "PE-SAM": ("22", "San Martín"),
    "PE-TAC": ("23", "Tacna"),
    "PE-TUM": ("24", "Tumbes"),
    "PE-UCA": ("25", "Ucayali"),
}


def test_units_have_official_codes_and_names(atlas: Atlas) -> None:
    """The 25 units carry ISO code, INEI code and accented name, sorted by ISO code."""
    assert [(unit.code, (unit.ubigeo, unit.name)) for unit in atlas.units] == list(UNITS.items())


def test_only_callao_is_a_constitutional_province(atlas: Atlas) -> None:
    """Callao is the constitutional province, all others are departments."""
    kinds = {unit.code: unit.kind for unit in atlas.units}
    assert kinds == dict.fromkeys(UNITS, "department") | {"PE-CAL": "constitutional province"}


def test_unit_is_found_by_code(atlas: Atlas) -> None:
    """A unit is given whole by its code."""
    assert atlas.unit("PE-CAL") == Unit(
        code="PE-CAL",
        name="Callao",
        kind="constitutional province",
        ubigeo="07",
        label=(-77.12, -11.8934),
        bounds=(-77.1865, -12.0795, -77.0769, -11.8185),
        area_km2=139,
        neighbours=("PE-LIM",),
    )


def test_unknown_unit_is_a_key_error(atlas: Atlas) -> None:
    """A code that no unit has raises."""
    with pytest.raises(KeyError, match="PE-XXX"):
        atlas.unit("PE-XXX")


def test_total_area_is_that_of_peru(atlas: Atlas) -> None:
    """The units add up to Peru's 1,285,216 square kilometres, less the lakes, within one per cent."""
    assert sum(unit.area_km2 for unit in atlas.units) == pytest.approx(1_285_216, rel=0.01)


def test_countries_are_the_six_and_venezuelas_corner(atlas: Atlas) -> None:
    """The base map has Peru, its five neighbours, and the corner of Venezuela in the window."""
    names = [(country.iso, country.name_en, country.name_es) for country in atlas.countries]
    assert names == [
        ("BOL", "Bolivia", "Bolivia"),
        ("BRA", "Brazil", "Brasil"),
        ("CHL", "Chile", "Chile"),
        ("COL", "Colombia", "Colombia"),
        ("ECU", "Ecuador", "Ecuador"),
        ("PER", "Peru", "Perú"),
        ("VEN", "Venezuela", "Venezuela"),
    ]


def test_lakes_are_named_in_both_languages(atlas: Atlas) -> None:
    """Titicaca and Junín have English and Spanish names."""
    names = [(lake.lake_id, lake.name_en, lake.name_es) for lake in atlas.lakes]
    assert names == [("junin", "Lake Junín", "Lago de Junín"), ("titicaca", "Lake Titicaca", "Lago Titicaca")]


def test_labels_lie_within_bounds(atlas: Atlas) -> None:
    """Every label point lies inside the bounding box of what it labels."""
    drawn: tuple[Unit | Country | Lake, ...] = (*atlas.units, *atlas.countries, *atlas.lakes)
    outside = [
        item
        for item in drawn
        if not (item.bounds[0] < item.label[0] < item.bounds[2] and item.bounds[1] < item.label[1] < item.bounds[3])
    ]
    assert outside == []


def test_an_atlas_equals_itself_alone(atlas: Atlas, data: Path) -> None:
    """As the key of a cache it stands for its geometry, which two of one version need not share."""
    assert atlas == atlas  # noqa: PLR0124 - what a cache asks
    assert atlas != load_atlas(data)
