"""The three pages that are compared, and what on each of them is clicked and read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
PROJECT: Final = HERE.parents[1]
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
    """Reading of what a filter change repaints."""
    shown_in_map: bool
    """Whether it is read in the frame of the map rather than in the page itself."""
    drawn: str
    """A JavaScript function of the reading: whether the first view is complete."""
    switch: str
    """CSS selector of the filter that is clicked."""
    widget: str
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


FLOOR: Final = Subject(
    name="floor",
    script="floor.py",
    folder=HERE,
    shown="document.querySelector('[data-testid=\"stMarkdown\"] p')?.textContent ?? null",
    shown_in_map=False,
    drawn="text => text.length > 0",
    switch='[data-testid="stCheckbox"] label',
    widget="",
)
PAGE: Final = Subject(
    name="page",
    script="app.py",
    folder=PROJECT,
    shown=(
        "document.querySelectorAll('path.unit').length < 25 ? null "
        ": document.querySelector('path.unit-PE-LOR').getAttribute('class')"
    ),
    shown_in_map=True,
    drawn="classes => classes.includes('named')",
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
    folder=HERE,
    shown=(
        "(paths => paths.length < 25 ? null : paths.map(path => path.getAttribute('fill')).join())"
        "([...document.querySelectorAll('path.leaflet-interactive')])"
    ),
    shown_in_map=True,
    drawn="fills => fills.includes('#b5542c')",
    switch='[data-testid="stCheckbox"] label',
    widget="",
    aside='[data-testid="stCheckbox"]:has([aria-label="Draw borders"]) label',
    detail="document.querySelector('h3')?.textContent ?? null",
    place="document.querySelectorAll('path.leaflet-interactive')[15]",
    other="document.querySelectorAll('path.leaflet-interactive')[24]",
)
SUBJECTS: Final = (FLOOR, PAGE, PLAIN)
"""In the order in which they take turns."""
