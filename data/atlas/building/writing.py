"""Write GeoJSON the same way every time."""

import json
from typing import Any

from building.shapes import LABEL_DECIMALS


def to_geojson(collection: dict[str, Any]) -> str:
    """Write one feature a line, in the order given, so that a change shows as the lines it touches."""
    boxes = [feature["bbox"] for feature in collection["features"]]
    west, south, east, north = zip(*boxes, strict=True)
    bbox = [round(value, LABEL_DECIMALS) for value in (min(west), min(south), max(east), max(north))]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in collection["features"])
    head = json.dumps({"type": "FeatureCollection", "bbox": bbox}, separators=(",", ":"))
    return f'{head[:-1]},"features":[\n{lines}\n]}}\n'


def to_json(value: dict[str, Any]) -> str:
    """Write a descriptor, indented, in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
