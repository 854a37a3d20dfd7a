"""The atlas: units of Peru, base map, gazetteer, locating and geocoding."""

from geo.atlas.geocode import Ambiguous, Candidate, Match, Unknown, find_unit, geocode
from geo.atlas.geography import distance_km, find_neighbours
from geo.atlas.loading import AtlasError, find_altered_files, load_atlas, load_gazetteer
from geo.atlas.locate import UnitLocator
from geo.atlas.names import fold_name
from geo.atlas.online import GeocodingError, OnlineMatch, geocode_online
from geo.atlas.records import Atlas, Bounds, Country, GazetteerEntry, Lake, Layers, Level, Point, Unit, UnitKind

__all__ = [
    "Ambiguous",
    "Atlas",
    "AtlasError",
    "Bounds",
    "Candidate",
    "Country",
    "GazetteerEntry",
    "GeocodingError",
    "Lake",
    "Layers",
    "Level",
    "Match",
    "OnlineMatch",
    "Point",
    "Unit",
    "UnitKind",
    "UnitLocator",
    "Unknown",
    "distance_km",
    "find_altered_files",
    "find_neighbours",
    "find_unit",
    "fold_name",
    "geocode",
    "geocode_online",
    "load_atlas",
    "load_gazetteer",
]
