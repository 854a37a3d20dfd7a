"""Bend: the page uses subsets of Streamlit's typefaces: ``python -m geo.ui.streamlit_bends.cut_faces`` makes them.

Streamlit 1.67 has full typefaces: Source Serif for headings is 430 kB, of which a page in two languages needs 30 kB; the icons
are 375 kB. ``make run`` and the image make the subsets once, at installation. The server serves them at the same addresses; if
they are missing, it serves the full ones. Smaller typefaces in Streamlit, or an option for them, would replace this.
"""

import io
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(sys.prefix) / "share" / "ingreso" / "faces"
"""Folder of the subset typefaces, in the same environment as the packages."""

_SOURCES: Final = Path(__file__).parents[1]
LETTERS: Final = frozenset(
    code
    for first, last in (
        (0x20, 0x7E),  # ASCII
        (0xA0, 0x17F),  # letters with the accents of Europe and the Andes
        (0x2010, 0x203A),  # dashes, quotation marks, dots
        (0x20AC, 0x20AC),  # euro
        (0x2122, 0x2122),  # trade mark
        (0x2190, 0x2199),  # arrows
        (0x2212, 0x2265),  # minus, almost equal, at most
        (0x25A0, 0x25CF),  # squares, triangles, circles
        (0x2713, 0x2715),  # tick and cross
    )
    for code in range(first, last + 1)
)
"""Code points in the subsets."""
_WEIGHTS: Final = (400, 700)
_ICON: Final = re.compile(r":material/([a-z0-9_]+):")
_NAMES: Final = "icons.txt"
"""Name of the file that lists the icons in the subset, a line each."""
_QUOTED: Final = re.compile(r"""["'`/:]([a-z0-9][a-z0-9_]*)["'`:]""")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface of which a subset is made."""

    folder: Traversable
    start: str
    """Start of the file's name; the rest is a hash of Streamlit's."""
    limits: Mapping[str, Any] = field(default_factory=dict)
    """Values or ranges to keep on the axes of a variable typeface; empty for all, or for a typeface without axes."""
    features: tuple[str, ...] = ("kern", "liga", "tnum")

    @property
    def file(self) -> Traversable:
        """The only file whose name begins with :attr:`start`.

        Raises
        ------
        LookupError
            If there is none, or more than one; then :func:`faces` or :func:`icons` must be updated.
        """
        found = [each for each in self.folder.iterdir() if each.name.startswith(self.start)]
        if len(found) != 1:
            raise LookupError(f"{self.start}: expected one file in {self.folder}, found {len(found)}")
        return found[0]


def faces() -> tuple[Face, ...]:
    """Return the typefaces of text: those of Streamlit for the page, and those of the labels on the map."""
    media = files("streamlit").joinpath("static", "static", "media")
    serif, sans = {"opsz": 20, "wght": _WEIGHTS}, {"wght": _WEIGHTS}
    return (
        Face(media, "SourceSerifVariable-Roman", serif),
        Face(media, "SourceSerifVariable-Italic", serif),
        Face(media, "SourceSansVF-Upright", sans),
        Face(media, "SourceSansVF-Italic", sans),
        Face(files("font_source_sans_pro").joinpath("files"), "SourceSansPro-Regular.ttf"),
        Face(files("font_source_sans_pro").joinpath("files"), "SourceSansPro-Semibold.ttf"),
    )


def icons() -> Face:
    """Return the typeface of Streamlit's icons."""
    return Face(files("streamlit").joinpath("static", "static", "media"), "MaterialSymbols-Rounded", features=("rlig",))


def cut(face: Face) -> bytes:
    """Return the subset of a typeface for :data:`LETTERS`, in the same format."""
    from fontTools.varLib import instancer  # noqa: PLC0415 - slow to import

    font = _read(face)
    flavor = font.flavor
    _subset(font, face, unicodes=LETTERS)
    if face.limits:
        font = instancer.instantiateVariableFont(font, face.limits)
    return _write(font, flavor)


def cut_icons(face: Face, names: Iterable[str]) -> bytes:
    """Return the subset of the icons with some names; the typeface maps a name to its icon by a ligature."""
    font = _read(face)
    glyph_of = _ligatures(font)
    letters = set(map(ord, "abcdefghijklmnopqrstuvwxyz0123456789_ "))
    _subset(font, face, unicodes=letters, glyphs=[glyph_of[name] for name in names if name in glyph_of])
    return _write(font, font.flavor)


def icon_names() -> frozenset[str]:
    """Return every possible name of an icon: those in our code, and all quoted words in Streamlit's scripts."""
    scripts = files("streamlit").joinpath("static", "static", "js")
    texts = [each.read_text(encoding="utf-8") for each in scripts.iterdir() if each.name.endswith(".js")]
    return own_icons() | {name for text in texts for name in _QUOTED.findall(text)}


def _ligatures(font: Any) -> dict[str, str]:  # noqa: ANN401 - fontTools has no types
    """Return the glyph of each name."""
    characters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found: dict[str, str] = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)  # noqa: PLW2901 - the table that an extension leads to
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for ligature in ligatures:
                    name = "".join(characters.get(part, "?") for part in (first, *ligature.Component))
                    found[name] = ligature.LigGlyph
    return found


def _read(face: Face) -> Any:  # noqa: ANN401
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    return TTFont(io.BytesIO(face.file.read_bytes()), recalcTimestamp=False)


def _subset(font: Any, face: Face, *, unicodes: Iterable[int], glyphs: Iterable[str] = ()) -> None:  # noqa: ANN401
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415

    options = Options()
    options.layout_features = list(face.features)
    options.layout_closure = not glyphs  # icons are named: the letters of their names would bring in all
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright and licence stay
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(unicodes), glyphs=list(glyphs))
    subsetter.subset(font)


def _write(font: Any, flavor: str | None) -> bytes:  # noqa: ANN401
    font.flavor = flavor
    stream = io.BytesIO()
    font.save(stream, reorderTables=False)
    return stream.getvalue()


def write_faces(folder: Path = FOLDER) -> None:
    """Write the subsets of all typefaces to a folder, under their original names."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in faces():
        (folder / face.file.name).write_bytes(cut(face))
    names = icon_names()
    (folder / icons().file.name).write_bytes(cut_icons(icons(), names))
    (folder / _NAMES).write_text("\n".join(sorted(names)), encoding="utf-8")


def has_own_icons(folder: Path = FOLDER) -> bool:
    """Return whether the subsets exist and have every icon that our code names."""
    names = folder / _NAMES
    return names.is_file() and own_icons() <= set(names.read_text(encoding="utf-8").split())


def own_icons() -> frozenset[str]:
    """Return the names of the icons in our own code."""
    return frozenset(name for path in _SOURCES.rglob("*.py") for name in _ICON.findall(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    write_faces()
