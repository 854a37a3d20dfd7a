"""What a figure is drawn from: the context of the view, and how it is to look."""

from dataclasses import dataclass

from geo.draw.figure.theme import Style
from geo.draw.fills import Fill
from geo.view import ViewContext


@dataclass(frozen=True, slots=True)
class Scene:
    """The context of a view, and how its figure looks."""

    context: ViewContext
    fills: tuple[Fill, ...]
    style: Style

    def ink(self, authorisations: tuple[str, ...]) -> Fill | None:
        """Return the ink of some authorisations together: the last that has no other one, or None for context."""
        return next((ink for ink in reversed(self.fills) if set(ink.authorisations) <= set(authorisations)), None)

    def colour(self, authorisations: tuple[str, ...]) -> str:
        """Return the plain colour of some authorisations together; grey for context."""
        ink = self.ink(authorisations)
        return ink.fill if ink else self.style.paint.context
