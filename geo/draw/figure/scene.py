"""What a figure is drawn from: the view, what it selects, and how it is to look."""

from dataclasses import dataclass

from geo.atlas import Atlas
from geo.draw.colour import Ink
from geo.draw.figure.paper import Style
from geo.evidence import Evidence
from geo.text import Words
from geo.view import Selection, ShownPlace, ViewState


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the parts of a figure need to know."""

    evidence: Evidence
    atlas: Atlas
    state: ViewState
    selection: Selection
    inks: tuple[Ink, ...]
    style: Style
    words: Words
    link: str
    """Address of the view, as it is printed."""

    def ink(self, authorisations: tuple[str, ...]) -> Ink | None:
        """Return the ink of some authorisations together: the last that has no other one, or None for context."""
        return next((ink for ink in reversed(self.inks) if set(ink.authorisations) <= set(authorisations)), None)

    def colour(self, authorisations: tuple[str, ...]) -> str:
        """Return the plain colour of some authorisations together; grey for context."""
        ink = self.ink(authorisations)
        return ink.fill if ink else self.style.paint.context

    def point_of(self, shown: ShownPlace) -> tuple[float, float]:
        """Return longitude and latitude of a place: its own or, for a whole unit, those of the unit's label."""
        place = shown.place
        if place.longitude is None or place.latitude is None:
            return self.atlas.unit(place.unit).label
        return place.longitude, place.latitude

    def act_names(self, authorisations: tuple[str, ...]) -> str:
        """Return the short names of authorisations as a list in words."""
        return self.words.listing([self.words.of(self.evidence.authorisations[key], "short") for key in authorisations])

    def is_selected(self, key: str) -> bool:
        """Whether a place or unit is the selected one."""
        return bool(key) and self.state.place == key
