"""The colours of authorisations, alone and together, on light and on dark paper.

A colour comes with its authorisation in the data, as it is on light paper. On dark paper it is mixed with white; where several
authorisations name a unit, it is a plum shade near their mean, with stripes of each: a third colour and a pattern, so that hue
is never the only signal. Text upon a colour is black or white, whichever stands out more (WCAG 2.2, relative luminance).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from geo.evidence import Authorisation

THEMES: Final = ("light", "dark")

_LIGHTER_ON_DARK: Final = 0.30
_STRIPE_LIGHTER: Final = 0.2
_TOGETHER: Final = "#5a2a72"
_TOGETHER_SHARE: Final = 0.72
_MOST_TOGETHER: Final = 3
_EVEN_LUMINANCE: Final = 0.179
"""Relative luminance at which black and white text have the same contrast."""
_NEARLY_BLACK: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Fill:
    """The colour of one authorisation, or of several that name the same unit."""

    key: str
    """Ids joined by ``-``; part of the names of the patterns."""
    authorisations: tuple[str, ...]
    fill: str
    """``#rrggbb``."""
    stripes: tuple[str, ...]
    """Colours of the stripes over the fill; empty for a single authorisation."""

    @property
    def text(self) -> str:
        """Colour of text upon the fill."""
        return "#ffffff" if luminance(self.fill) < _EVEN_LUMINANCE else "#000000"


def fills(authorisations: Mapping[str, Authorisation], theme: str) -> tuple[Fill, ...]:
    """Return the ink of every authorisation and of every two or three of them together, in the order of the data."""
    base = {key: _on_paper(record.colour, theme) for key, record in authorisations.items()}
    sizes = range(1, min(len(base), _MOST_TOGETHER) + 1)
    return tuple(_ink(keys, base) for size in sizes for keys in combinations(base, size))


def _ink(keys: tuple[str, ...], base: Mapping[str, str]) -> Fill:
    if len(keys) == 1:
        return Fill(keys[0], keys, base[keys[0]], ())
    fill = mix(_mean(base[key] for key in keys), _TOGETHER, _TOGETHER_SHARE)
    return Fill("-".join(keys), keys, fill, tuple(mix(base[key], "#ffffff", _STRIPE_LIGHTER) for key in keys))


def _on_paper(colour: str, theme: str) -> str:
    return mix(colour, "#ffffff", _LIGHTER_ON_DARK) if theme == "dark" else colour


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a share (0 to 1) of ``other`` mixed in, channel by channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(round(own * (1 - share) + added * share) for own, added in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black to 1 for white, as WCAG 2.2 defines it."""
    linear = (value / 12.92 if value <= _NEARLY_BLACK else ((value + 0.055) / 1.055) ** 2.4 for value in _shares(colour))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _shares(colour: str) -> tuple[float, ...]:
    return tuple(channel / 255 for channel in _channels(colour))


def _mean(colours: Iterable[str]) -> str:
    columns = zip(*map(_channels, colours), strict=True)
    return _hex(round(sum(column) / len(column)) for column in columns)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
