"""Ask OpenStreetMap's Nominatim for a place: the one part of the atlas that uses a network, and only when asked."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

USER_AGENT = "geo-atlas-peru (geocoding on request)"
TIMEOUT_SECONDS = 10.0
SOURCE = "Nominatim, © OpenStreetMap contributors, ODbL"


class GeocodingError(Exception):
    """The online service could not be asked."""


@dataclass(frozen=True, slots=True)
class OnlineMatch:
    """What the online service found.

    Attributes
    ----------
    query
        What was asked.
    address
        Full address as the service words it.
    latitude, longitude
        Degrees, WGS 84.
    source
        Credit that must be shown with the result.
    """

    query: str
    address: str
    latitude: float
    longitude: float
    source: str = SOURCE


class PeruvianNominatim:
    """A geopy client of Nominatim that only looks in Peru; geopandas has no way to pass the country on."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - geopy's own options
        self._client = import_module("geopy.geocoders").Nominatim(**options)

    def geocode(self, query: str) -> Any:  # noqa: ANN401 - geopy comes without types
        """Ask for one name; addresses come in Spanish."""
        return self._client.geocode(query, country_codes="pe", language="es")


def geocode_online(
    name: str,
    *,
    provider: Callable[..., Any] | str = PeruvianNominatim,
    user_agent: str = USER_AGENT,
    timeout: float = TIMEOUT_SECONDS,
) -> OnlineMatch | None:
    """Ask an online geocoder for the place in Peru it finds likeliest; ``None`` when it finds none.

    Parameters
    ----------
    name
        What to look for; a unit or province behind a comma helps ("Santa Lucía, San Martín").
    provider
        A geopy geocoder class, or the name of one, as geopandas takes it.
    user_agent
        How to introduce this program: Nominatim's terms of use ask for it.
    timeout
        Seconds to wait.

    Raises
    ------
    GeocodingError
        When geopandas or geopy is not installed, or the service does not answer as it should.

    Notes
    -----
    Unlike :func:`geo.atlas.geocode`, the service guesses: it gives its best result and no candidates.
    """
    try:
        tools, errors = import_module("geopandas.tools"), import_module("geopy.exc")
    except ImportError as error:
        message = f"online geocoding needs geopandas and geopy: {error}"
        raise GeocodingError(message) from error
    try:
        found = tools.geocode([name], provider=provider, user_agent=user_agent, timeout=timeout)
    except (errors.GeopyError, OSError) as error:
        message = f"asking for {name!r} online failed: {type(error).__name__}: {error}"
        raise GeocodingError(message) from error
    point, address = found["geometry"].iloc[0], found["address"].iloc[0]
    if point is None or point.is_empty:
        return None
    return OnlineMatch(query=name, address=str(address), latitude=float(point.y), longitude=float(point.x))
