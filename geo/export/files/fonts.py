"""The fonts of a figure as rules of a style sheet, with the letters in them."""

import base64
import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geo.draw.figure import FACES, FALLBACKS, Face

_USUAL: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÁÉÍÓÚÜÑáéíóúüñ¿¡«»“”–—·…©■")
"""Letters that any figure may use: one subset with all of them serves every figure, and is made once."""

_OF_AXES: Final = {"wght": 400}
"""Where a variable font stands on its axes; on any other axis at its default."""


def font_rules(letters: Mapping[Face, frozenset[str]]) -> str:
    """Return the ``@font-face`` rules of the faces that are used, each with the letters that the figure can need."""
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
    """Return a face as WOFF with some letters and their kerning; its name table keeps copyright and licence."""
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
