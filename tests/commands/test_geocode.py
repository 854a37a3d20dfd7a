"""The command line finds places in the gazetteer, or online; what it does not find is a message and an exit code."""

import pytest

from geo.atlas import GeocodingError, OnlineMatch
from geo.commands import geocode as command_line
from tests.running import run

IQUITOS = "Iquitos (place): Maynas, Loreto (PE-LOR); -3.74814, -73.2529; GeoNames\n"
SANTA_LUCIA = "Santa Lucía (place): Tocache, San Martín (PE-SAM); -8.34491, -76.38725; INEI populated centre 2210050015\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(["Iquitos"], IQUITOS, id="name"),
        pytest.param(["  IQUITOS "], IQUITOS, id="another spelling"),
        pytest.param(["Iquitos", "--within", "Loreto"], IQUITOS, id="within its unit"),
        pytest.param(["santa lucia", "--within", "PE-SAM"], SANTA_LUCIA, id="within a code"),
        pytest.param(["santa lucia", "--within", "22"], SANTA_LUCIA, id="within an INEI code"),
    ],
)
def test_geocoding_a_name_of_one_place(arguments: list[str], line: str) -> None:
    """The match has one line: name, level, unit, coordinates and source."""
    result = run("geocode", *arguments)
    assert (result.output.startswith(line), result.exit_code) == (True, 0)


def test_a_match_ends_in_a_row_to_paste() -> None:
    """The last line is the row of places.csv; a place that is there already is said."""
    *_, has_it, _, row = run("geocode", "Iquitos, Loreto").output.splitlines()
    assert has_it == "places.csv has it already: iquitos"
    assert row == "iquitos,Iquitos,,locality,PE-LOR,-3.74814,-73.25290,,3696183,locality,GeoNames (CC BY 4.0),,"


@pytest.mark.parametrize(
    ("level", "row"), [("unit", "lima,Lima,,department,PE-LIM,,,15,,unit,,,"), ("locality", "lima,Lima,,locality,")]
)
def test_the_level_settles_a_name(level: str, row: str) -> None:
    """Lima is a unit, a province and a city."""
    assert run("geocode", "Lima", "--level", level).output.splitlines()[-1].startswith(row)


def test_geocoding_an_ambiguous_name() -> None:
    """The candidates are listed, and the exit code is 2."""
    result = run("geocode", "Chancay")
    first, *candidates = result.output.splitlines()
    assert first == "'Chancay' is ambiguous; say which with --within or --level:"
    assert candidates[0] == "  Chancay (place): Huaral, Lima (PE-LIM); -11.57139, -77.26722; GeoNames"
    assert [line.split("; ")[0] for line in candidates[1:]] == ["  Chancay (place): San Marcos, Cajamarca (PE-CAJ)"]
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("Iquitoss", "Error: no place called 'Iquitoss'; did you mean Iquitos?\n", id="misspelt"),
        pytest.param("Köln am Rhein", "Error: no place called 'Köln am Rhein'\n", id="elsewhere in the world"),
        pytest.param("", "Error: no place called ''\n", id="nothing"),
    ],
)
def test_geocoding_an_unknown_name(name: str, message: str) -> None:
    """What is spelt alike is suggested, and the exit code is 1."""
    result = run("geocode", name)
    assert (result.output, result.exit_code) == (message, 1)


def test_geocoding_a_name_that_lies_elsewhere() -> None:
    """Iquitos is not in Puno, but it is a place: the message says where it lies."""
    result = run("geocode", "Iquitos", "--within", "Puno")
    assert result.exit_code == 1
    assert "Loreto" in result.output


def test_geocoding_within_what_is_no_unit() -> None:
    """The message names the option and the units that there are."""
    result = run("geocode", "Iquitos", "--within", "Bogotá")
    assert "Invalid value for --within: no first-level unit of Peru is called 'Bogotá'; the units are" in result.output
    assert result.exit_code == 2


ONLINE = {
    "a match": (
        OnlineMatch("Iquitos", "Iquitos, Maynas, Loreto, Perú", -3.75, -73.25),
        "Iquitos, Maynas, Loreto, Perú: PE-LOR; -3.75, -73.25; Nominatim, © OpenStreetMap contributors, ODbL\n",
        0,
    ),
    "a match outside the units": (
        OnlineMatch("Iquitos", "Océano Pacífico", -12.0, -81.0),
        "Océano Pacífico: in no unit of Peru; -12.0, -81.0; Nominatim, © OpenStreetMap contributors, ODbL\n",
        0,
    ),
    "none": (None, "Error: Nominatim knows no place called 'Iquitos' in Peru\n", 1),
}


@pytest.mark.parametrize(("match", "output", "code"), ONLINE.values(), ids=ONLINE)
def test_geocoding_online(monkeypatch: pytest.MonkeyPatch, match: OnlineMatch | None, output: str, code: int) -> None:
    """What the service finds is shown with its unit and credit, what it does not find is an error."""
    monkeypatch.setattr(command_line, "geocode_online", {"Iquitos": match}.__getitem__)
    result = run("geocode", "Iquitos", "--online")
    assert (result.output, result.exit_code) == (output, code)


def test_geocoding_online_within_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The unit is put behind a comma, as the service wants it."""
    asked: list[str] = []
    monkeypatch.setattr(command_line, "geocode_online", asked.append)
    run("geocode", "Santa Lucía", "--within", "San Martín", "--online")
    assert asked == ["Santa Lucía, San Martín"]


def test_geocoding_online_without_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that does not answer is an error in one line."""

    def fail(_: str) -> None:
        message = "asking for 'Iquitos' online failed: timed out"
        raise GeocodingError(message)

    monkeypatch.setattr(command_line, "geocode_online", fail)
    result = run("geocode", "Iquitos", "--online")
    assert (result.output, result.exit_code) == ("Error: asking for 'Iquitos' online failed: timed out\n", 1)
