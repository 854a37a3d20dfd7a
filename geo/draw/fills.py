"""The fills of acts: the colour of one act, stripes for several acts that name the same place, shades for many.

The data has the colour of each act for the light theme; for the dark theme it is mixed with white. A place that several acts
name has stripes of equal width in their colours. If more acts are on than stripes can show (:mod:`geo.view.place_symbols`), the
fill is a shade for the number of acts that name the place. Text on a fill is black or white, whichever has the higher contrast
(WCAG 2.2, relative luminance).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from geo.evidence import Authorisation
from geo.view.place_symbols import shows_number

THEMES: Final = ("light", "dark")
TINT: Final = 0.66
"""Share of the background in the tint of a place whose level is not stated."""
SHADES: Final[Mapping[str, tuple[str, ...]]] = {
    "light": ("#c3d0da", "#8ea4b5", "#587388", "#24435a"),
    "dark": ("#435563", "#6b8598", "#9db6c7", "#d8e6f0"),
}
"""By theme: the shades of places that one, two, three, and four or more acts name."""

_LIGHTER_ON_DARK: Final = 0.30
_EVEN_LUMINANCE: Final = 0.179
"""Relative luminance at which black and white text have the same contrast."""
_NEARLY_BLACK: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of a place that a set of acts names."""

    authorisations: tuple[str, ...]
    """Ids of the acts, in their order."""
    colours: tuple[str, ...]
    """``#rrggbb`` of the stripes, which have equal widths; one colour for a plain fill."""
    at_least: int = 0
    """Number of acts of a shade, the largest of which means that number or more; 0 if the fill shows which acts."""

    @property
    def colour(self) -> str:
        """A single colour for a line or a text: the mean of the stripes."""
        return self.colours[0] if len(self.colours) == 1 else _mean(self.colours)

    @property
    def text(self) -> str:
        """Colour of text on the fill, black or white."""
        return text_colour(self.colour)

    def tinted(self, paper: str) -> Self:
        """Return the tint for a place whose level is not stated, on a background (``#rrggbb``)."""
        return type(self)(self.authorisations, tuple(mix(colour, paper, TINT) for colour in self.colours), self.at_least)


@dataclass(frozen=True, slots=True)
class Palette:
    """The fills of a view in one theme."""

    colours: Mapping[str, str]
    """``#rrggbb`` of each act in this theme, by id, in the order of acts."""
    shades: tuple[str, ...]
    """Shades of places that one act names, two acts, and so on; the last one is for that number or more."""
    by_number: bool
    """Whether fills show how many acts name a place instead of which."""

    def fill(self, authorisations: Iterable[str]) -> Fill | None:
        """Return the fill of a set of acts, whatever their order; None for an empty set, the context."""
        wanted = frozenset(authorisations)
        acts = tuple(act_id for act_id in self.colours if act_id in wanted)
        if not acts:
            return None
        if self.by_number:
            number = min(len(acts), len(self.shades))
            return Fill(acts, (self.shades[number - 1],), number)
        return Fill(acts, tuple(self.colours[act_id] for act_id in acts))


def make_palette(authorisations: Mapping[str, Authorisation], on: Collection[str], theme: str) -> Palette:
    """Return the fills of a view.

    Parameters
    ----------
    authorisations
        All acts of the data, in their order.
    on
        Ids of the acts that are on.
    theme
        ``light`` or ``dark``.
    """
    colours = {act_id: _in_theme(record.colour, theme) for act_id, record in authorisations.items()}
    return Palette(colours, SHADES[theme], shows_number(on))


def _in_theme(colour: str, theme: str) -> str:
    return mix(colour, "#ffffff", _LIGHTER_ON_DARK) if theme == "dark" else colour


def text_colour(colour: str) -> str:
    """Return black or white, whichever has the higher contrast with a colour."""
    return "#ffffff" if luminance(colour) < _EVEN_LUMINANCE else "#000000"


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a share (0 to 1) of ``other`` mixed in, channel by channel."""
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
