"""Find a place with OpenStreetMap's Nominatim. Only this module uses a network, and only for ``geocode --online``."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

USER_AGENT = "geo-atlas-peru (geocoding on request)"
TIMEOUT_SECONDS = 10.0
SOURCE = "Nominatim, © OpenStreetMap contributors, ODbL"


class GeocodingError(Exception):
    """The online service did not answer."""


@dataclass(frozen=True, slots=True)
class OnlineMatch:
    """A place that the online service found.

    Attributes
    ----------
    query
        The name as it was given.
    address
        Full address, as the service returns it.
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
    """A geopy client of Nominatim that searches Peru only; geopandas cannot pass a country."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - geopy's own options
        self._client = import_module("geopy.geocoders").Nominatim(**options)

    def geocode(self, query: str) -> Any:  # noqa: ANN401 - geopy comes without types
        """Return the result for a name, with a Spanish address."""
        return self._client.geocode(query, country_codes="pe", language="es")


def geocode_online(
    name: str,
    *,
    provider: Callable[..., Any] | str = PeruvianNominatim,
    user_agent: str = USER_AGENT,
    timeout: float = TIMEOUT_SECONDS,
) -> OnlineMatch | None:
    """Return the first result of an online geocoder in Peru; None if there is none.

    Parameters
    ----------
    name
        Name; a unit or province may follow a comma ("Santa Lucía, San Martín").
    provider
        A geopy geocoder class, or the name of one, as geopandas takes it.
    user_agent
        Name of this program, which Nominatim's terms of use require.
    timeout
        Seconds until the request fails.

    Raises
    ------
    GeocodingError
        When geopandas or geopy is not installed, or the service does not answer as it should.

    Notes
    -----
    Unlike :func:`geo.atlas.geocode`, the service returns its best guess, without the other candidates.
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
