"""What reaches the browser of map and layer, as it is there.

It is looked at where streamlit-folium hands it over to the component, so that its own rewriting of the script, and the key by
which it decides whether a map is new, are part of what is tested.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest
import streamlit_folium

from geo.atlas import Atlas
from geo.draw.map import Assets, MapSync, build_config, build_layer, build_map
from geo.evidence import Evidence
from geo.text import translator
from geo.view import ViewState, select

ASSETS = Assets(**{field.name: f"../../assets/{field.name}?v=1" for field in fields(Assets)})

HOSTILE = {
    "end of script": "</script><script>alert(1)</script>",
    "template literal": "`${alert(1)}`",
    "quotes and backslash": "\"';alert(1);//\\",
    "Jinja expression": "{{ 7 * 7 }}{{'map'}}",
    "format field": "{act} {0}",
    "generated name": "map_0123abc feature_group_0",
    "line separator": "a\u2028b\nc",
}


def sent(evidence: Evidence, state: ViewState, moment: MapSync | None = None, *, assets: Assets = ASSETS) -> Mapping[str, Any]:
    """Return what streamlit-folium sends to the browser for a view."""
    layer = build_layer(evidence, state, select(evidence, state), moment=moment or MapSync(), words=translator(state.language))
    messages: list[Mapping[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streamlit_folium, "_component_func", lambda **message: messages.append(message))
        streamlit_folium.st_folium(
            build_map(assets),
            key="map",
            height=640,
            use_container_width=True,
            returned_objects=[],
            render=False,
            feature_group_to_add=layer,
        )
    (message,) = messages
    return message


def config_of(evidence: Evidence, atlas: Atlas) -> dict[str, Any]:
    """Return what the constant map is drawn from, as a browser would parse it."""
    return json.loads(json.dumps(build_config(evidence, atlas), allow_nan=False))


def address_of(message: Mapping[str, Any]) -> str:
    """Return the address that the constant map takes its configuration from, as a browser would parse it."""
    (address,) = re.findall(r"Ingreso\.mount\(map_div, (.*)\);", message["script"])
    return json.loads(address)


def view_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return the view that the layer hands over, as a browser would parse it."""
    (view,) = re.findall(r"atlas\.answer\((.*)\);", message["feature_group"])
    return unfolded(view)


def unfolded(view: str) -> dict[str, Any]:
    """Return a view with the look of each unit and place written out, as the script of the map does."""
    read = json.loads(view)
    looks = read.pop("looks")
    for kind in ("units", "places"):
        read[kind] = {key: {**looks[item.pop("look")], **item} for key, item in read[kind].items()}
    return read


def why_of(view: Mapping[str, Any], kind: str, key: str) -> list[str]:
    """Return the lines of a tooltip, looked up as a browser would."""
    return [view["lines"][number] for number in view[kind][key]["why"]]


def classes_of(items: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the classes of units or places."""
    return {key: set(item["classes"].split()) for key, item in items.items()}
