"""The online path, with a fake provider and no network."""

from typing import Any

import pytest

from geo.atlas import GeocodingError, OnlineMatch, geocode_online
from geo.atlas import nominatim as online_module

pytest.importorskip("geopandas")
geopy_exc = pytest.importorskip("geopy.exc")

ADDRESS = "Iquitos, Maynas, Loreto, Perú"


class FakeProvider:
    """Answers as geopy's clients do: address, then latitude and longitude."""

    answer: Any = (ADDRESS, (-3.74814, -73.2529))
    failure: Exception | None = None
    options: dict[str, Any] | None = None

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        type(self).options = options

    def geocode(self, query: str) -> Any:  # noqa: ANN401
        """Give the answer, or fail."""
        assert query
        if self.failure:
            raise self.failure
        return self.answer


def test_geocode_online_gives_latitude_and_longitude() -> None:
    """The service's answer comes back whole, with the credit it needs."""
    assert geocode_online("Iquitos", provider=FakeProvider) == OnlineMatch(
        query="Iquitos",
        address=ADDRESS,
        latitude=-3.74814,
        longitude=-73.2529,
        source="Nominatim, © OpenStreetMap contributors, ODbL",
    )


def test_geocode_online_introduces_itself_and_waits_not_for_ever() -> None:
    """User agent and timeout reach the service's client."""
    geocode_online("Iquitos", provider=FakeProvider, user_agent="test", timeout=3.0)
    assert FakeProvider.options == {"user_agent": "test", "timeout": 3.0}


def test_geocode_online_finds_nothing() -> None:
    """A name the service does not know gives None."""

    class Empty(FakeProvider):
        answer = None

    assert geocode_online("Nowhere", provider=Empty) is None


@pytest.mark.parametrize(
    "failure",
    [geopy_exc.GeocoderUnavailable("no route"), geopy_exc.GeocoderTimedOut("late"), ConnectionResetError("cut")],
    ids=["unavailable", "timed out", "cut"],
)
def test_geocode_online_wraps_failures(failure: Exception) -> None:
    """Whatever goes wrong on the way is one kind of error that names the place and the cause."""

    class Broken(FakeProvider):
        pass

    Broken.failure = failure
    with pytest.raises(GeocodingError, match=f"asking for 'Iquitos' online failed: {type(failure).__name__}"):
        geocode_online("Iquitos", provider=Broken)


def test_geocode_online_without_geopy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the error says what is missing."""

    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(online_module, "import_module", refuse)
    with pytest.raises(GeocodingError, match="online geocoding needs geopandas and geopy"):
        geocode_online("Iquitos")


def test_nominatim_is_asked_for_peru_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default client restricts the search to Peru and asks for Spanish."""
    asked: list[tuple[str, dict[str, Any]]] = []

    class FakeNominatim(FakeProvider):
        def geocode(self, query: str, **options: Any) -> Any:  # noqa: ANN401
            asked.append((query, options))
            return self.answer

    monkeypatch.setattr("geopy.geocoders.Nominatim", FakeNominatim)
    geocode_online("Iquitos")
    assert asked == [("Iquitos", {"country_codes": "pe", "language": "es"})]
