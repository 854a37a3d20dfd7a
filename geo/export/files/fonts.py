"""Fonts of a figure, as CSS rules with the fonts inside."""

import base64
import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geo.draw.figure import FACES, Face

_USUAL: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÁÉÍÓÚÜÑáéíóúüñ¿¡«»“”–—·…©■")
"""Letters that most figures use. All figures share a subset with these, which is made once."""


def font_rules(letters: Mapping[Face, frozenset[str]]) -> str:
    """Return the ``@font-face`` rules of the used faces, each with the letters of the figure."""
    return "".join(_rule(face, letters[face] - _USUAL) for face in FACES if face in letters)


@lru_cache(maxsize=64)
def _rule(face: Face, more: frozenset[str]) -> str:
    data = base64.b64encode(_subset(face, _USUAL | more)).decode("ascii")
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{style};'
        f'src:url("data:font/woff;base64,{data}") format("woff")}}'
    )


def _subset(face: Face, letters: frozenset[str]) -> bytes:
    """Return a face as WOFF, with only the given letters and their kerning; copyright and licence stay in its name table."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to import
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    font = TTFont(io.BytesIO(face.data), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, letters)))
    subsetter.subset(font)
    font.flavor = "woff"
    stream = io.BytesIO()
    font.save(stream, reorderTables=False)
    return stream.getvalue()
