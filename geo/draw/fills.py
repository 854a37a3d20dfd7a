"""Fills of regions and dots, on light and on dark paper.

The data has a colour for each act, for light paper; on dark paper it is mixed with white. A place that one act names has a
plain fill; a place that several acts name has stripes of their colours, equally wide. If more acts are switched on than
stripes can show (:mod:`geo.view.place_symbols`), a fill shows the number of acts that name the place, as a shade of one
colour. Text on a fill is black or white, whichever has the higher contrast (relative luminance, WCAG 2.2).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from geo.evidence import Authorisation
from geo.view.place_symbols import shows_number

THEMES: Final = ("light", "dark")
TINT: Final = 0.66
"""Share of the paper's colour, 0 to 1, in the fill of a place whose level is not stated."""
SHADES: Final[Mapping[str, tuple[str, ...]]] = {
    "light": ("#c3d0da", "#8ea4b5", "#587388", "#24435a"),
    "dark": ("#435563", "#6b8598", "#9db6c7", "#d8e6f0"),
}
"""By theme: the fills for one, two, three, and four or more acts, as ``#rrggbb``."""

_LIGHTER_ON_DARK: Final = 0.30
_EVEN_LUMINANCE: Final = 0.179
"""Relative luminance at which black and white text have the same contrast."""
_NEARLY_BLACK: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill of a region or dot that some acts name."""

    authorisations: tuple[str, ...]
    """Ids of the acts, in the order of the data."""
    colours: tuple[str, ...]
    """``#rrggbb`` of each stripe; a plain fill has one."""
    at_least: int = 0
    """Number of acts that the fill shows, of which the highest includes more; 0 for a fill that shows which acts."""

    @property
    def colour(self) -> str:
        """One colour for the fill, for example of a line: the mean of the stripes."""
        return self.colours[0] if len(self.colours) == 1 else _mean(self.colours)

    @property
    def text(self) -> str:
        """Colour of text on the fill, black or white."""
        return text_colour(self.colour)

    def tinted(self, paper: str) -> Self:
        """Return the fill mixed with the paper (``#rrggbb``), for a place whose level is not stated."""
        return type(self)(self.authorisations, tuple(mix(colour, paper, TINT) for colour in self.colours), self.at_least)


@dataclass(frozen=True, slots=True)
class Palette:
    """The fills of a view in one theme."""

    colours: Mapping[str, str]
    """By id of the act, in the order of the data: ``#rrggbb`` on this paper."""
    shades: tuple[str, ...]
    """Fills for one act, two acts, and so on; the last one also for more."""
    by_number: bool
    """Whether fills show the number of acts, not which acts."""

    def fill(self, authorisations: Iterable[str]) -> Fill | None:
        """Return the fill of a place that some acts name, in any order; None for no act (context)."""
        wanted = frozenset(authorisations)
        acts = tuple(key for key in self.colours if key in wanted)
        if not acts:
            return None
        if self.by_number:
            number = min(len(acts), len(self.shades))
            return Fill(acts, (self.shades[number - 1],), number)
        return Fill(acts, tuple(self.colours[key] for key in acts))


def make_palette(authorisations: Mapping[str, Authorisation], on: Collection[str], theme: str) -> Palette:
    """Return the fills of a view.

    Parameters
    ----------
    authorisations
        All acts of the data, in their order.
    on
        Ids of the acts that are switched on.
    theme
        ``light`` or ``dark``.
    """
    colours = {key: _on_paper(record.colour, theme) for key, record in authorisations.items()}
    return Palette(colours, SHADES[theme], shows_number(on))


def _on_paper(colour: str, theme: str) -> str:
    return mix(colour, "#ffffff", _LIGHTER_ON_DARK) if theme == "dark" else colour


def text_colour(colour: str) -> str:
    """Return black or white, whichever has the higher contrast to a colour ``#rrggbb``."""
    return "#ffffff" if luminance(colour) < _EVEN_LUMINANCE else "#000000"


def mix(colour: str, other: str, share: float) -> str:
    """Return the mix of two colours ``#rrggbb``, with a share (0 to 1) of the other, per channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(round(own * (1 - share) + added * share) for own, added in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black to 1 for white, as WCAG 2.2 defines it."""
    shares = (channel / 255 for channel in _channels(colour))
    linear = (value / 12.92 if value <= _NEARLY_BLACK else ((value + 0.055) / 1.055) ** 2.4 for value in shares)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _mean(colours: Iterable[str]) -> str:
    columns = zip(*map(_channels, colours), strict=True)
    return _hex(round(sum(column) / len(column)) for column in columns)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
