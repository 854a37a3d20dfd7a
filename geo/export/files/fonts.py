"""Fonts of a figure, as CSS rules with the fonts inside."""

import base64
import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geo.draw.figure import FACES, FALLBACKS, Face

_USUAL: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÁÉÍÓÚÜÑáéíóúüñ¿¡«»“”–—·…©■")
"""Letters that most figures use. All figures share a subset with these, which is made once."""

_OF_AXES: Final = {"wght": 400}
"""By axis of a variable font: the value that is used; on other axes the default."""


def font_rules(letters: Mapping[Face, frozenset[str]]) -> str:
    """Return the ``@font-face`` rules of the used faces, each with the letters of the figure."""
    usual = "".join(_rule(face, _USUAL | letters[face]) for face in FACES if face in letters)
    return usual + "".join(_rule(face, letters[face]) for face in FALLBACKS if face in letters)


@lru_cache(maxsize=64)
def _rule(face: Face, letters: frozenset[str]) -> str:
    data = base64.b64encode(_subset(face, letters)).decode("ascii")
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{style};'
        f'src:url("data:font/woff;base64,{data}") format("woff")}}'
    )


def _subset(face: Face, letters: frozenset[str]) -> bytes:
    """Return a face as WOFF, with only the given letters and their kerning; copyright and licence stay in its name table."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to import
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    options = Options()
    options.layout_features = ["kern"] if face in FACES else ["*"]  # other scripts join and stack their letters
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    font = TTFont(io.BytesIO(face.data), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, letters)))
    subsetter.subset(font)
    if "fvar" in font:
        instantiateVariableFont(font, {axis.axisTag: _OF_AXES.get(axis.axisTag) for axis in font["fvar"].axes}, inplace=True)
    font.flavor = "woff"
    stream = io.BytesIO()
    font.save(stream, reorderTables=False)
    return stream.getvalue()
