"""A peer: the same map with NiceGUI's leaflet element. The server sends a style, and the browser sets it on the units."""

import json
import os
import sys
from pathlib import Path

from nicegui import ui

UNITS = json.loads(Path(os.environ["BENCH_UNITS"]).read_text(encoding="utf-8"))
NAMED = ["PE-APU", "PE-AYA", "PE-CAL", "PE-CUS", "PE-HUC", "PE-HUV", "PE-JUN", "PE-LIM", "PE-LOR", "PE-PAS", "PE-SAM", "PE-UCA"]


def style(named: list[str], weight: int) -> str:
    """Return Leaflet's style of a unit, a function of JavaScript."""
    colour = f"{json.dumps(named)}.includes(feature.id) ? '#b5542c' : '#cccccc'"
    return f"(feature) => ({{ fillColor: {colour}, fillOpacity: 0.8, weight: {weight} }})"


@ui.page("/")
async def show() -> None:
    """Show the filters and the map."""
    act = ui.checkbox("Show the act of 2023", value=True)
    borders = ui.checkbox("Draw borders", value=True)
    base = ui.leaflet(center=(-9.2, -75.0), zoom=5).style("width: 700px; max-width: 100%; height: 640px")
    base.clear_layers()
    units = base.generic_layer(name="geoJSON", args=[UNITS])

    def paint() -> None:
        units.run_method(":setStyle", style(NAMED if act.value else [], int(borders.value)))

    act.on_value_change(paint)
    borders.on_value_change(paint)
    await base.initialized()
    paint()


ui.run(host="localhost", port=int(sys.argv[1]), reload=False, show=False, title="NiceGUI")
