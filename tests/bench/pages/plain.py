"""The plain page: the same map as a user would write it, built anew at every run.

Leaflet comes from the server itself, by the static files that the benchmark lays out, because a browser without a network would
otherwise show no map at all.
"""

import json
import os
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

UNITS = Path(os.environ["BENCH_UNITS"])
NAMED = {"PE-APU", "PE-AYA", "PE-CAL", "PE-CUS", "PE-HUC", "PE-HUV", "PE-JUN", "PE-LIM", "PE-LOR", "PE-PAS", "PE-SAM", "PE-UCA"}


class LocalMap(folium.Map):
    """A folium map without a network."""

    default_js = [("leaflet", "../../app/static/leaflet.js")]  # noqa: RUF012 - as folium has it
    default_css = [("leaflet_css", "../../app/static/leaflet.css")]  # noqa: RUF012


@st.cache_data
def load_units() -> dict[str, object]:
    """Read the geometry once."""
    units: dict[str, object] = json.loads(UNITS.read_text(encoding="utf-8"))
    return units


shown = st.checkbox("Show the act of 2023", value=True)
borders = st.checkbox("Draw borders", value=True)


def style(feature: dict[str, str]) -> dict[str, object]:
    """Colour a unit that the act names."""
    return {
        "fillColor": "#b5542c" if shown and feature["id"] in NAMED else "#cccccc",
        "fillOpacity": 0.8,
        "weight": int(borders),
    }


base = LocalMap(location=(-9.2, -75.0), zoom_start=5, tiles=None)
folium.GeoJson(load_units(), style_function=style, tooltip=folium.GeoJsonTooltip(["name"])).add_to(base)
chosen = st_folium(base, width=700, height=640, returned_objects=["last_active_drawing"])
place = chosen.get("last_active_drawing")
st.subheader(place["properties"]["name"] if place else "No place chosen")
