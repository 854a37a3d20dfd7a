"""BibTeX: an entry that BibTeX, biber and reference managers read alike.

The type is ``@misc``, which every style has. Accented letters are written as TeX commands, because classic BibTeX sorts and
shortens bytes; letters without a short TeX command stay UTF-8. BibTeX counts braces, also escaped ones, so texts must not
contain any. An address is not escaped, since ``url`` is read verbatim.
"""

import unicodedata
from itertools import pairwise
from typing import Final
from urllib.parse import quote

from geo.export.citations.references import Name, Reference
from geo.text import Translator
from geo.text.languages import LANGUAGE_RECORDS

_SPECIALS: Final = {
    **{character: f"\\{character}" for character in "&%$#_"},
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "\N{LEFT SINGLE QUOTATION MARK}": "`",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "…": r"\ldots{}",
    "\N{NO-BREAK SPACE}": "~",
}
_LIGATURES: Final = tuple("-,'`")
"""Characters of which two in a row mean another character in TeX."""
_ACCENTS: Final = {"\u0301": "'", "\u0300": "`", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u0327": "c "}
_DOTLESS: Final = {"i": r"\i", "j": r"\j"}
_IN_ADDRESS: Final = "!#$%&'()*+,/:;=?@[]~"
"""Characters that stay in an address. Braces, spaces and backslashes would break the entry, and are percent-encoded."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def to_bibtex(reference: Reference, words: Translator) -> str:
    """Return the entry of a reference, ``@misc{...}``, without a line end."""
    issued, accessed, language = reference.issued, reference.accessed, LANGUAGE_RECORDS.get(reference.language)
    version = words("Data version {version}", version=reference.version) if reference.version else ""
    fields = {
        "author": _author(reference.author),
        "title": f"{{{{{escape(reference.whole_title)}}}}}",
        "howpublished": _field(reference.medium or reference.publisher),
        "year": _field(str(issued[0])) if issued else "",
        "month": _MONTHS[issued[1] - 1] if issued[1:] else "",
        "day": _field(str(issued[2])) if issued[2:] else "",
        "note": _field(version or ("" if issued else words("n.d."))),
        "langid": _field(language.bibtex if language else ""),
        "url": f"{{{quote(reference.url, safe=_IN_ADDRESS)}}}" if reference.url else "",
        "urldate": _field(accessed.isoformat()) if accessed else "",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{reference.key},", *lines, "}"))


def escape(text: str) -> str:
    """Return a text with escapes, so that no character has a meaning for TeX or BibTeX."""
    letters = [_letter(character) for character in unicodedata.normalize("NFC", text)]
    kept_apart = ("{}" if one[-1] == following[0] in _LIGATURES else "" for one, following in pairwise([*letters, " "]))
    return "".join(f"{letter}{gap}" for letter, gap in zip(letters, kept_apart, strict=True))


def _letter(character: str) -> str:
    if character in _SPECIALS:
        return _SPECIALS[character]
    parts = unicodedata.normalize("NFD", character)
    base, accent = parts[0], parts[1:]
    if accent not in _ACCENTS or not base.isascii():
        return character
    return f"{{\\{_ACCENTS[accent]}{_DOTLESS.get(base, base)}}}"


def _author(name: Name | None) -> str:
    """Return a person as ``Family, Given``, and an organisation in further braces, so that it is not split."""
    if name is None:
        return ""
    return f"{{{escape(name.family)}, {escape(name.given)}}}" if name.given else f"{{{{{escape(name.family)}}}}}"


def _field(text: str) -> str:
    return f"{{{escape(text)}}}" if text else ""
