"""A peer: the same map with dash-leaflet. The server decides which units an act names, and the browser styles them anew."""

import json
import os
import sys
from pathlib import Path

import dash_leaflet as dl
from dash import Dash, Input, Output, dcc, html

UNITS = json.loads(Path(os.environ["BENCH_UNITS"]).read_text(encoding="utf-8"))
NAMED = ["PE-APU", "PE-AYA", "PE-CAL", "PE-CUS", "PE-HUC", "PE-HUV", "PE-JUN", "PE-LIM", "PE-LOR", "PE-PAS", "PE-SAM", "PE-UCA"]
STYLE = """<script>window.bench_page = { styles: { unit: (feature, { hideout }) => ({
  fillColor: hideout.named.includes(feature.id) ? "#b5542c" : "#cccccc", fillOpacity: 0.8, weight: hideout.borders ? 1 : 0,
}) } };</script>"""

page = Dash(__name__, title="dash-leaflet")
page.index_string = page.index_string.replace("{%css%}", "{%css%}" + STYLE)
units = dl.GeoJSON(
    data=UNITS, id="units", style={"variable": "bench_page.styles.unit"}, hideout={"named": NAMED, "borders": True}
)
choices = {"act": "Show the act of 2023", "borders": "Draw borders"}
filters = [dcc.Checklist([{"label": label, "value": key}], [key], id=key) for key, label in choices.items()]
base = dl.Map([units], center=(-9.2, -75.0), zoom=5, style={"width": "700px", "maxWidth": "100%", "height": "640px"})
page.layout = html.Div([*filters, base])


@page.callback(Output("units", "hideout"), Input("act", "value"), Input("borders", "value"))
def style(act: list[str], borders: list[str]) -> dict[str, object]:
    """Say which units are named."""
    return {"named": NAMED if act else [], "borders": bool(borders)}


page.run(host="localhost", port=sys.argv[1])
