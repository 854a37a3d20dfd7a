"""The colours of acts: alone, of several that name the same place, and of how many do, on light and on dark paper.

A colour comes with its act in the data, as it is on light paper. On dark paper it is mixed with white. What several acts name
has equal wide stripes of their colours, and no third hue. With more acts switched on than stripes can show
(:mod:`geo.view.place_symbols`), a fill tells how many name a place, on one scale of lightness. Text upon a colour is black or
white, whichever stands out more (WCAG 2.2, relative luminance).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from geo.evidence import Authorisation
from geo.view.place_symbols import shows_number

THEMES: Final = ("light", "dark")
TINT: Final = 0.66
"""Share of paper in the pale tint of a place whose level is not stated."""
SHADES: Final[Mapping[str, tuple[str, ...]]] = {
    "light": ("#c3d0da", "#8ea4b5", "#587388", "#24435a"),
    "dark": ("#435563", "#6b8598", "#9db6c7", "#d8e6f0"),
}
"""By theme: the fill of what one act names, two, three, and four or more."""

_LIGHTER_ON_DARK: Final = 0.30
_EVEN_LUMINANCE: Final = 0.179
"""Relative luminance at which black and white text have the same contrast."""
_NEARLY_BLACK: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Fill:
    """How what some acts name together is filled."""

    authorisations: tuple[str, ...]
    """Ids of the acts, in their order."""
    colours: tuple[str, ...]
    """``#rrggbb`` of the stripes, which are equally wide; one for a plain fill."""
    at_least: int = 0
    """Number of acts that the fill tells, the last one standing for more; 0 where it tells which acts."""

    @property
    def colour(self) -> str:
        """The one colour where there can be only one, as of a line: that of the stripes together."""
        return self.colours[0] if len(self.colours) == 1 else _mean(self.colours)

    @property
    def text(self) -> str:
        """Colour of text upon the fill."""
        return text_colour(self.colour)

    def tinted(self, paper: str) -> Self:
        """Return the pale fill of a place whose level is not stated, on a paper (``#rrggbb``)."""
        return type(self)(self.authorisations, tuple(mix(colour, paper, TINT) for colour in self.colours), self.at_least)


@dataclass(frozen=True, slots=True)
class Palette:
    """The fills of a view in one theme; a fill is asked for by the set of its acts, in whatever order they are named."""

    colours: Mapping[str, str]
    """``#rrggbb`` of each act on this paper, by id, in the order of acts."""
    shades: tuple[str, ...]
    """Of what one act names, two, and so on; the last one of that number or more."""
    by_number: bool
    """Whether fills tell how many acts name a place, and not which."""

    def fill(self, authorisations: Iterable[str]) -> Fill | None:
        """Return the fill of some acts together; None without any, which is context."""
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
        Ids of those that are switched on.
    theme
        ``light`` or ``dark``.
    """
    colours = {key: _on_paper(record.colour, theme) for key, record in authorisations.items()}
    return Palette(colours, SHADES[theme], shows_number(on))


def _on_paper(colour: str, theme: str) -> str:
    return mix(colour, "#ffffff", _LIGHTER_ON_DARK) if theme == "dark" else colour


def text_colour(colour: str) -> str:
    """Return black or white, whichever can be read upon a colour."""
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
