"""The pages that are compared, and what on each of them is clicked and read."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

PAGES: Final = Path(__file__).resolve().parent / "pages"
PROJECT: Final = PAGES.parents[2]
UNITS: Final = PROJECT / "data" / "atlas" / "units.geojson"

MAP_FRAME: Final = "streamlit_folium"
"""Part of the address of the frame that the map component lives in."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page, and how a browser and a bare client use it.

    A *reading* is a JavaScript expression; it gives a string, or null while there is nothing to read. What has changed for the
    reader of the page is what changes the reading.
    """

    name: str
    script: str
    """File name, relative to the folder that the server runs in."""
    folder: Path
    """Folder that the server runs in; its settings apply."""
    shown: str
    """Reading of what a filter change repaints: text, or the computed fill of every region."""
    shown_in_map: bool
    """Whether it is read in the frame of the map rather than in the page itself."""
    drawn: str
    """A JavaScript function of the reading: whether the first view is complete."""
    switch: str
    """CSS selector of the filter that is clicked; empty where none is."""
    widget: str = ""
    """End of the id of the same filter's widget; empty for the first checkbox of the page."""
    aside: str = ""
    """Selector of another filter, changed uncounted between two counted changes.

    A browser keeps the messages of the last two runs, and a filter that only goes back and forth would be spared most of what
    a reader's choices cost.
    """
    detail: str = ""
    """Reading, in the page itself, of what a click on a place opens; empty where there is no map."""
    place: str = ""
    """JavaScript expression for the path of the place that is clicked, in the frame of the map."""
    other: str = ""
    """The same for the place that is clicked in between; the same place where a second click closes it."""
    runner: Literal["streamlit", "peer", "static"] = "streamlit"
    """Streamlit; the script itself, by the interpreter of the peers; or a server of the files in the folder."""
    path: str = ""
    """What follows the server's address, with its slash."""


def fills_of(selector: str) -> str:
    """Return the reading of the computed fills of the regions; null until all 25 are there."""
    paths = f"[...document.querySelectorAll('{selector}')]"
    return f"(paths => paths.length < 25 ? null : paths.map(path => getComputedStyle(path).fill).join(';'))({paths})"


COLOURED: Final = "fills => new Set(fills.split(';')).size > 1"
"""Whether the fills of regions show an act: not all are alike."""

FLOOR: Final = Subject(
    name="floor",
    script="floor.py",
    folder=PAGES,
    shown="document.querySelector('[data-testid=\"stMarkdown\"] p')?.textContent ?? null",
    shown_in_map=False,
    drawn="text => text.length > 0",
    switch='[data-testid="stCheckbox"] label',
)
PAGE: Final = Subject(
    name="page",
    script="app.py",
    folder=PROJECT,
    shown=fills_of("path.unit"),
    shown_in_map=True,
    drawn=COLOURED,
    switch=".st-key-auth-31758 label",
    widget="auth-31758",
    aside=".st-key-auth-9307 label",
    detail="document.querySelector('.st-key-detail h2')?.textContent ?? null",
    place="document.querySelector('path.unit-PE-LOR')",
    other="document.querySelector('path.unit-PE-LOR')",
)
PLAIN: Final = Subject(
    name="plain",
    script="plain.py",
    folder=PAGES,
    shown=fills_of("path.leaflet-interactive"),
    shown_in_map=True,
    drawn=COLOURED,
    switch='[data-testid="stCheckbox"] label',
    aside='[data-testid="stCheckbox"]:has([aria-label="Draw borders"]) label',
    detail="document.querySelector('h3')?.textContent ?? null",
    place="document.querySelectorAll('path.leaflet-interactive')[15]",
    other="document.querySelectorAll('path.leaflet-interactive')[24]",
)
DASH: Final = Subject(
    name="dash-leaflet",
    script="peer_dash.py",
    folder=PAGES,
    shown=fills_of("path.leaflet-interactive"),
    shown_in_map=False,
    drawn=COLOURED,
    switch="#act label",
    aside="#borders label",
    runner="peer",
)
NICEGUI: Final = replace(
    DASH,
    name="NiceGUI",
    script="peer_nicegui.py",
    switch=".q-checkbox",
    aside=".q-checkbox ~ .q-checkbox",
)
LIGHT: Final = replace(
    PAGE, name="light page", shown_in_map=False, switch="", aside="", detail="", place="", other="", path="/page.html?v=1"
)
SITE: Final = replace(LIGHT, name="static site", runner="static", path="/?v=1")
"""Its folder is where ``python -m geo site`` wrote it."""

SUBJECTS: Final = (FLOOR, PAGE, PLAIN)
"""In the order in which they take turns."""
PEERS: Final = (DASH, NICEGUI)
