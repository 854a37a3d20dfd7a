"""The atlas: units of Peru, base map and gazetteer; find the unit of a point and the place of a name."""

from geo.atlas.found_place import describe_candidate, describe_several, describe_unknown, place_row, to_csv_line
from geo.atlas.gazetteer import Gazetteer
from geo.atlas.geocode import Ambiguous, Candidate, Match, Unknown, find_unit, geocode
from geo.atlas.geography import distance_km, find_neighbours
from geo.atlas.loading import AtlasError, find_altered_files, load_atlas, load_gazetteer
from geo.atlas.name_folding import fold_name
from geo.atlas.nominatim import GeocodingError, OnlineMatch, geocode_online
from geo.atlas.point_in_unit import UnitLocator
from geo.atlas.records import Atlas, Bounds, Country, GazetteerEntry, Lake, Layers, Level, Point, Unit, UnitKind

__all__ = [
    "Ambiguous",
    "Atlas",
    "AtlasError",
    "Bounds",
    "Candidate",
    "Country",
    "Gazetteer",
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
    "describe_candidate",
    "describe_several",
    "describe_unknown",
    "distance_km",
    "find_altered_files",
    "find_neighbours",
    "find_unit",
    "fold_name",
    "geocode",
    "geocode_online",
    "load_atlas",
    "load_gazetteer",
    "place_row",
    "to_csv_line",
]
