"""Describe the built files as a Data Package (v2)."""

import hashlib
from typing import Any

from building.sources import load_sources

VERSION = "1.1.0"

BOUNDARIES = (
    "Boundaries: geoBoundaries gbOpen PER ADM2 (2020), IGN Perú / OCHA ROLAC, CC BY 3.0 IGO; Runfola et al. 2020, "
    "doi:10.1371/journal.pone.0231866; dissolved, cleaned and simplified."
)
NATURAL_EARTH = "Coast, neighbours and lakes: Natural Earth, public domain; fitted to the boundaries."
GEONAMES = "Coordinates: GeoNames, CC BY 4.0; Santa Lucía (San Martín): INEI."

LICENCES = {
    "boundaries": {
        "name": "CC-BY-3.0-IGO",
        "path": "https://creativecommons.org/licenses/by/3.0/igo/",
        "title": "Creative Commons Attribution 3.0 IGO",
    },
    "natural-earth": {
        "name": "other-pd",
        "path": "https://www.naturalearthdata.com/about/terms-of-use/",
        "title": "Public domain (Natural Earth)",
    },
    "geonames": {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0 International",
    },
}
ORIGINS = {
    "boundaries": {"title": "geoBoundaries gbOpen PER ADM2 2020", "path": "https://www.geoboundaries.org/"},
    "natural-earth": {"title": "Natural Earth", "path": "https://www.naturalearthdata.com/"},
    "geonames": {"title": "GeoNames", "path": "https://www.geonames.org/"},
    "inei": {"title": "INEI, codes of units, provinces and places", "path": "https://www.inei.gob.pe/"},
}
ATTRIBUTIONS = {"boundaries": BOUNDARIES, "natural-earth": NATURAL_EARTH, "geonames": GEONAMES}
ATTRIBUTIONS_ES = {
    "boundaries": (
        "Límites: geoBoundaries gbOpen PER ADM2 (2020), IGN Perú / OCHA ROLAC, CC BY 3.0 IGO; Runfola et al. 2020, "
        "doi:10.1371/journal.pone.0231866; fusionados, depurados y simplificados."
    ),
    "natural-earth": "Costa, países vecinos y lagos: Natural Earth, dominio público; ajustados a los límites.",
    "geonames": "Coordenadas: GeoNames, CC BY 4.0; Santa Lucía (San Martín): INEI.",
}

ABOUT = {
    "units.geojson": (
        (
            "25 first-level units of Peru (24 departments and Callao) as a coverage without gaps or overlaps; Lake "
            "Junín is a hole; id is the ISO 3166-2 code. Label points and bounding boxes are longitude first."
        ),
        ("boundaries", "inei"),
    ),
    "land.geojson": (
        (
            "Peru and the countries around it within 84 to 66 degrees west and 20 degrees south to 2 north; id is the "
            "ISO 3166-1 alpha-3 code. Peru's outline is that of the units, islands without a unit are Natural Earth's."
        ),
        ("boundaries", "natural-earth"),
    ),
    "coast.geojson": (
        (
            "Borders and coasts of the countries in land.geojson, as lines without those along the edge of the window, where "
            "the land goes on; id is the ISO 3166-1 alpha-3 code."
        ),
        ("boundaries", "natural-earth"),
    ),
    "surroundings.geojson": (
        (
            "Countries around the window of the land, within 100 to 45 degrees west and 32 degrees south to 14 north, to be "
            "drawn underneath it; id is the ISO 3166-1 alpha-3 code. The window is cut out, except a strip under the land."
        ),
        ("natural-earth",),
    ),
    "lakes.geojson": (
        "Lake Titicaca (Natural Earth, cut at the shore and islands of Puno) and Lake Junín (the hole in the units).",
        ("boundaries", "natural-earth"),
    ),
    "gazetteer.csv": (
        "Units, provinces and populated places of Peru with the unit each lies in; empty means not stated.",
        ("geonames", "boundaries", "inei"),
    ),
}


def field(name: str, kind: str, description: str, **constraints: Any) -> dict[str, Any]:  # noqa: ANN401
    """Describe one column."""
    described: dict[str, Any] = {"name": name, "type": kind, "description": description}
    return {**described, "constraints": constraints} if constraints else described


def gazetteer_schema() -> dict[str, Any]:
    """Describe the columns of the gazetteer."""
    degrees = {"required": True}
    return {
        "fields": [
            field("geonames_id", "integer", "GeoNames identifier; empty for entries of other sources", minimum=1),
            field("name", "string", "Name as the source writes it", required=True),
            field("alternate_names", "string", "Other spellings in Latin letters, separated by |"),
            field("latitude", "number", "Degrees, WGS 84", **degrees, minimum=-20, maximum=2),
            field("longitude", "number", "Degrees, WGS 84", **degrees, minimum=-84, maximum=-66),
            field("unit", "string", "ISO 3166-2 code of the unit it lies in", required=True, pattern="PE-[A-Z]{3}"),
            field("province", "string", "Province it lies in; empty for a unit"),
            field("population", "integer", "Inhabitants as GeoNames states them", minimum=1),
            field("level", "string", "What it is", required=True, enum=["unit", "province", "place"]),
            field("ubigeo", "string", "INEI code: unit 2 digits, province 4, district 6, centre 10", pattern="[0-9]+"),
            field("source", "string", "Who says so", required=True),
        ],
        "missingValues": [""],
    }


def describe_file(name: str, text: str) -> dict[str, Any]:
    """Describe one file: what, format, size, hash, licences, sources and attributions."""
    description, origins = ABOUT[name]
    stem, extension = name.split(".")
    content = text.encode()
    return {
        "name": stem,
        "path": name,
        "description": description,
        "format": extension,
        "mediatype": "text/csv" if extension == "csv" else "application/geo+json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "licenses": [LICENCES[key] for key in origins if key in LICENCES],
        "sources": [ORIGINS[key] for key in origins],
        "attributions": [ATTRIBUTIONS[key] for key in origins if key in ATTRIBUTIONS],
        "attributions_es": [ATTRIBUTIONS_ES[key] for key in origins if key in ATTRIBUTIONS_ES],
    }


def describe(texts: dict[str, str], iou: dict[str, float]) -> dict[str, Any]:
    """Make the descriptor of the package; ``iou`` is kept with the units it was measured on."""
    resources = [describe_file(name, text) for name, text in texts.items()]
    for resource in resources:
        if resource["name"] == "units":
            resource["iou"] = {code: round(value, 4) for code, value in iou.items()}
        if resource["name"] == "gazetteer":
            resource |= {"type": "table", "schema": gazetteer_schema()}
    built_from = [
        {"title": f"{source.registry}: {source.package} {source.version}", "sha256": source.sha256} for source in load_sources()
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "atlas",
        "title": "Atlas of Peru: first-level units, base map and gazetteer",
        "version": VERSION,
        "licenses": list(LICENCES.values()),
        "sources": list(ORIGINS.values()),
        "builtFrom": built_from,
        "resources": resources,
    }
