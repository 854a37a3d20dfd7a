"""Names become one match or all candidates, never a guess."""

import pytest

from geo.atlas import Ambiguous, Candidate, Gazetteer, GazetteerEntry, Match, Unknown, find_unit, geocode

Short = tuple[str, str, str]

SANTA_LUCIA = Candidate(
    name="Santa Lucía",
    level="place",
    unit="PE-SAM",
    unit_name="San Martín",
    province="Tocache",
    latitude=-8.34491,
    longitude=-76.38725,
    population=None,
    source="INEI populated centre 2210050015",
    ubigeo="2210050015",
)

AMBIGUOUS: dict[str, list[Short]] = {
    "Lima": [("unit", "PE-LIM", "Lima"), ("province", "PE-LIM", "Lima"), ("place", "PE-LIM", "Lima")],
    "Loreto": [("unit", "PE-LOR", "Loreto"), ("province", "PE-LOR", "Loreto")],
    "Ucayali": [("unit", "PE-UCA", "Ucayali"), ("province", "PE-LOR", "Ucayali")],
    "Callao": [("unit", "PE-CAL", "Callao"), ("place", "PE-CAL", "Callao")],
    "Cuzco": [
        ("unit", "PE-CUS", "Cusco"),
        ("province", "PE-CUS", "Cusco"),
        ("place", "PE-CUS", "Cusco"),
        ("place", "PE-SAM", "Cusco"),
    ],
    "Huanuco": [("unit", "PE-HUC", "Huánuco"), ("province", "PE-HUC", "Huánuco"), ("place", "PE-HUC", "Huánuco")],
    "SAN MARTIN": [
        ("unit", "PE-SAM", "San Martín"),
        ("province", "PE-SAM", "San Martín"),
        ("place", "PE-PIU", "San Martin"),
        ("place", "PE-SAM", "Tarapoto"),
        ("place", "PE-SAM", "San Martín"),
    ],
    "Chancay": [("place", "PE-LIM", "Chancay"), ("place", "PE-CAJ", "Chancay")],
    "Pisco": [("province", "PE-ICA", "Pisco"), ("place", "PE-ICA", "Pisco")],
}

SINGLE = {
    "plain": ("Iquitos", (-3.74814, -73.25290, "PE-LOR")),
    "case and accents": ("PÚCUSANA", (-12.48333, -76.80000, "PE-LIM")),
    "abbreviation": ("pto. maldonado", (-12.58946, -69.19948, "PE-MDD")),
}


def shorten(candidates: tuple[Candidate, ...]) -> list[Short]:
    """Give level, unit and name of each candidate."""
    return [(candidate.level, candidate.unit, candidate.name) for candidate in candidates]


@pytest.mark.parametrize(("name", "expected"), SINGLE.values(), ids=SINGLE)
def test_a_name_of_one_place_is_a_match(gazetteer: Gazetteer, name: str, expected: tuple[float, float, str]) -> None:
    """A name that only one place bears gives its coordinates."""
    found = geocode(name, gazetteer)
    assert isinstance(found, Match)
    assert (found.candidate.latitude, found.candidate.longitude, found.candidate.unit) == expected


@pytest.mark.parametrize(("name", "expected"), AMBIGUOUS.items(), ids=AMBIGUOUS)
def test_a_name_of_several_things_gives_all_of_them(gazetteer: Gazetteer, name: str, expected: list[Short]) -> None:
    """Candidates come as units, provinces, places, the populous first."""
    found = geocode(name, gazetteer)
    assert isinstance(found, Ambiguous)
    assert shorten(found.candidates) == expected


@pytest.mark.parametrize("name", ["Santa Lucía", "Santa Lucia", "SANTA LUCÍA", "Sta. Lucía"])
def test_santa_lucia_alone_is_ambiguous(gazetteer: Gazetteer, name: str) -> None:
    """The name alone may mean places in Puno, Huánuco, Ayacucho and San Martín."""
    found = geocode(name, gazetteer)
    assert isinstance(found, Ambiguous)
    own_name = [candidate.unit for candidate in found.candidates if candidate.name == "Santa Lucía"]
    assert own_name == ["PE-PUN", "PE-HUC", "PE-AYA", "PE-SAM"]


WRITTEN: dict[str, tuple[str, list[Short]]] = {
    "unit behind a comma": ("Iquitos, Loreto", [("place", "PE-LOR", "Iquitos")]),
    "province, unit and country": ("Iquitos, Maynas, Loreto, Perú", [("place", "PE-LOR", "Iquitos")]),
    "unit in brackets": ("Chancay (Cajamarca)", [("place", "PE-CAJ", "Chancay")]),
    "region behind a comma": ("Santa Lucía, Región San Martín", [("place", "PE-SAM", "Santa Lucía")]),
    "a province alone behind a comma": ("Chancay, Huaral", [("place", "PE-LIM", "Chancay")]),
    "Callao in full": ("Provincia Constitucional del Callao", [("unit", "PE-CAL", "Callao")]),
    "Callao in English": ("Constitutional Province of Callao", [("unit", "PE-CAL", "Callao")]),
    "a department": ("Departamento de Loreto", [("unit", "PE-LOR", "Loreto")]),
    "a department, shortened": ("Dpto. de La Libertad", [("unit", "PE-LAL", "La Libertad")]),
    "a unit behind a dash": ("Iquitos \u2013 Loreto", [("place", "PE-LOR", "Iquitos")]),
    "a unit without a comma": ("IQUITOS LORETO", [("place", "PE-LOR", "Iquitos")]),
    "a department, shortened otherwise": ("Depto. del Cuzco", [("unit", "PE-CUS", "Cusco")]),
    "what it is in brackets": ("Loreto (región)", [("unit", "PE-LOR", "Loreto")]),
    "what it is behind a comma": ("Loreto, departamento", [("unit", "PE-LOR", "Loreto")]),
    "an article": ("la región de Ucayali", [("unit", "PE-UCA", "Ucayali")]),
    "an English article": ("the Loreto region", [("unit", "PE-LOR", "Loreto")]),
    "a regional government": ("GORE Loreto", [("unit", "PE-LOR", "Loreto")]),
    "Lima as a province": ("Lima Metropolitana", [("province", "PE-LIM", "Lima")]),
    "Lima as a region": ("Lima Provincias", [("unit", "PE-LIM", "Lima")]),
    "a district": ("Distrito de Pisco", [("place", "PE-ICA", "Pisco")]),
    "a port": ("Puerto de Chancay, Lima", [("place", "PE-LIM", "Chancay")]),
    "an ISO code": ("pe-lor", [("unit", "PE-LOR", "Loreto")]),
    "an INEI code": ("07", [("unit", "PE-CAL", "Callao")]),
    "a character that nobody sees": ("Iqui\u200btos", [("place", "PE-LOR", "Iquitos")]),
    "a name that begins with what it is": ("Puerto Maldonado", [("place", "PE-MDD", "Puerto Maldonado")]),
    "a region": ("REGIÓN UCAYALI", [("unit", "PE-UCA", "Ucayali")]),
    "a region in English": ("Loreto Region", [("unit", "PE-LOR", "Loreto")]),
    "a province": ("Provincia de Loreto", [("province", "PE-LOR", "Loreto")]),
    "a city": ("ciudad de Pisco", [("place", "PE-ICA", "Pisco")]),
    "the country": ("Pucusana, Peru", [("place", "PE-LIM", "Pucusana")]),
}


@pytest.mark.parametrize(("name", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_names_are_read_as_people_write_them(gazetteer: Gazetteer, name: str, expected: list[Short]) -> None:
    """With the area behind, and with what they are before or after."""
    found = geocode(name, gazetteer)
    candidates = (found.candidate,) if isinstance(found, Match) else found.candidates if isinstance(found, Ambiguous) else ()
    assert shorten(candidates) == expected


def test_an_area_in_which_the_name_does_not_lie(gazetteer: Gazetteer) -> None:
    """What the name means elsewhere is said, and nothing is guessed."""
    found = geocode("Iquitos, Puno", gazetteer)
    assert isinstance(found, Unknown)
    assert shorten(found.elsewhere) == [("place", "PE-LOR", "Iquitos")]


def test_the_gazetteer_is_indexed_once(gazetteer: Gazetteer) -> None:
    """Names are folded at the first question; a plain sequence has no place to keep that, and is answered the same."""
    assert gazetteer.index_by_name is gazetteer.index_by_name
    assert geocode("Iquitos", list(gazetteer)) == geocode("Iquitos", gazetteer)


@pytest.mark.parametrize("within", ["San Martín", "san martin", "PE-SAM", "pe-sam", "22"])
def test_santa_lucia_in_san_martin_is_ineis(gazetteer: Gazetteer, within: str) -> None:
    """Within San Martín, however it is written, the name means INEI's populated centre."""
    assert geocode("Santa Lucía", gazetteer, within=within) == Match("Santa Lucía", SANTA_LUCIA)


def test_level_settles_a_name(gazetteer: Gazetteer) -> None:
    """Asked for a unit only, Lima is the department."""
    found = geocode("Lima", gazetteer, level="unit")
    assert isinstance(found, Match)
    assert shorten((found.candidate,)) == [("unit", "PE-LIM", "Lima")]


def test_a_misspelt_name_is_unknown_with_suggestions(gazetteer: Gazetteer) -> None:
    """A typing error finds nothing, and the likely name is suggested."""
    assert geocode("Iquitoss", gazetteer) == Unknown("Iquitoss", ("Iquitos",), ())


def test_a_name_that_lies_elsewhere_says_where(gazetteer: Gazetteer) -> None:
    """Iquitos is not in Puno, and the answer says where it is."""
    found = geocode("Iquitos", gazetteer, within="Puno")
    assert isinstance(found, Unknown)
    assert (found.suggestions, shorten(found.elsewhere)) == ((), [("place", "PE-LOR", "Iquitos")])


@pytest.mark.parametrize("name", ["", "  ", "?", "Köln am Rhein"])
def test_nonsense_is_unknown(gazetteer: Gazetteer, name: str) -> None:
    """What is no name of the gazetteer gives neither match nor suggestion."""
    assert geocode(name, gazetteer) == Unknown(name, (), ())


@pytest.mark.parametrize(("name", "code"), [("Cuzco", "PE-CUS"), ("ancash", "PE-ANC"), ("07", "PE-CAL"), ("pe-hUv", "PE-HUV")])
def test_find_unit_takes_codes_and_spellings(gazetteer: Gazetteer, name: str, code: str) -> None:
    """A unit is found by ISO code, INEI code and name."""
    assert find_unit(name, gazetteer) == code


def test_an_unknown_unit_lists_the_units(gazetteer: Gazetteer) -> None:
    """Looking within what is no unit says which units there are."""
    with pytest.raises(ValueError, match=r"no first-level unit of Peru is called 'Bogotá'; the units are .*Áncash"):
        geocode("Iquitos", gazetteer, within="Bogotá")


def test_entries_close_together_are_one_place() -> None:
    """Two entries of one name, level and unit a kilometre apart are merged, the populous one kept."""
    unit = GazetteerEntry("Ica", (), "unit", "PE-ICA", None, -75.5, -14.3, None, None, "11", "INEI")
    small = GazetteerEntry("Aldea", (), "place", "PE-ICA", "Ica", -75.50, -14.0, 5, 1, None, "GeoNames")
    large = GazetteerEntry("Aldea", (), "place", "PE-ICA", "Ica", -75.51, -14.0, 50, 2, None, "GeoNames")
    found = geocode("Aldea", (unit, small, large))
    assert isinstance(found, Match)
    assert found.candidate.population == large.population


def test_a_candidate_may_lack_coordinates() -> None:
    """An entry without a point is still a candidate, and is not merged with one that has a point."""
    unit = GazetteerEntry("Ica", (), "unit", "PE-ICA", None, -75.5, -14.3, None, None, "11", "INEI")
    known = GazetteerEntry("Aldea", (), "place", "PE-ICA", "Ica", -75.5, -14.0, None, 1, None, "GeoNames")
    bare = GazetteerEntry("Aldea", (), "place", "PE-ICA", "Ica", None, None, None, None, "110199", "INEI")
    found = geocode("Aldea", (unit, known, bare))
    assert isinstance(found, Ambiguous)
    assert [candidate.latitude for candidate in found.candidates] == [-14.0, None]
