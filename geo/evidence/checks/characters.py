"""Rules for the characters of a text: errors of spreadsheets and encodings, invisible characters, characters without a font."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from geo.evidence.checks.rules import Rule, Surroundings, Tables
from geo.evidence.faults import Fault
from geo.evidence.package import REQUIRED_TABLES, Row

LONG_TEXTS: Final = ("note", "known", "statement")
"""Columns of whole sentences, which may have line breaks."""

_ERROR: Final = re.compile(r"#([A-Z/]{2,}0?[!?]|[¡¿][^#\s]+[!?]|(REF|NAME|VALUE|NULL|NUM)|N/[AD]|#+)|Err:[0-9]+")
_NOTHING: Final = frozenset(
    {"n/a", "n.a.", "n. a.", "n/d", "n.d.", "s/d", "s. d.", "nan", "null", "<na>", "nat", "-", "--", "–", "—", "?", "tbd"}
    | {"\\n", "undefined", "[object object]", ".", "..."}
)
"""Texts that people and programs write for an empty cell. ``NA`` and ``None`` count in capitals only: else they are names."""
_LOST: Final = "\ufffd"
_NAMES: Final = {
    "\n": "a line break",
    "\r": "a line break",
    "\t": "a tab",
    "\u00a0": "a no-break space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\ufeff": "a byte order mark",
    _LOST: "the sign for a character that was lost",
}
_PLAIN: Final = re.compile(r"[ -~]*")
"""ASCII texts, which need no further check."""


def check_characters(tables: Tables, *, name: str, can_draw: Callable[[str], bool] | None) -> Iterator[Fault]:
    """Yield the cells of a table with spaces around the text, with errors of a spreadsheet, or with unusable characters."""
    for row in tables[name].rows:
        for column, text in row.cells.items():
            if text:
                yield from _check_text(row, column, text, can_draw)


def _check_text(row: Row, column: str, text: str, can_draw: Callable[[str], bool] | None) -> Iterator[Fault]:
    if text != text.strip():
        yield row.fault(column, "no space around the text", advice="remove it")
    if _ERROR.fullmatch(text):
        yield row.fault(column, "a value", advice="a formula of the spreadsheet has failed: write the value, or empty the cell")
    elif text.casefold() in _NOTHING or text in ("NA", "None"):
        yield row.fault(column, "a value or an empty cell", advice="an empty cell means that it is not stated")
    if not _PLAIN.fullmatch(text):
        yield from _check_signs(row, column, text)
        if can_draw is not None:
            missing = sorted(char for char in set(text) if char.isprintable() and char != _LOST and not can_draw(char))
            if missing:
                names = ", ".join(f"{char!r} (U+{ord(char):04X})" for char in missing[:5])
                yield row.fault(column, "characters that a figure can draw", names, advice="write it in other characters")


def _check_signs(row: Row, column: str, text: str) -> Iterator[Fault]:
    """Yield the fault of an invisible character, or else of text that was decoded in the wrong encoding."""
    # Spaces around the text have a fault of their own.
    unseen = "" if text.isprintable() else next((char for char in text.strip() if _is_unseen(char, column)), "")
    unseen = unseen or (_LOST if _LOST in text else "")
    if unseen:
        name = _NAMES.get(unseen) or unicodedata.name(unseen, "a control character").lower()
        yield row.fault(column, "text of visible characters", f"{name} (U+{ord(unseen):04X})", advice="remove or retype it")
        return
    repaired = _repair(text)
    if repaired != text:
        yield row.fault(column, "text", advice=f"the file was read in a wrong encoding once: write {repaired[:60]!r}")


def _is_unseen(char: str, column: str) -> bool:
    if char == "\n":
        return not column.startswith(LONG_TEXTS)
    return not char.isprintable()


def _repair(text: str) -> str:
    """Return a text decoded in the right encoding; most texts unchanged."""
    if text.isascii():
        return text
    import ftfy  # noqa: PLC0415 - not needed for sealed data

    return str(ftfy.fix_encoding(text))


def build_rules(surroundings: Surroundings) -> tuple[Rule, ...]:
    """Return the rules for characters. Whether they can be drawn is checked only if a function for that is given."""
    check = partial(check_characters, can_draw=surroundings.can_draw)
    return tuple(Rule(partial(check, name=name), {name: ()}) for name in (*REQUIRED_TABLES, "attributes"))
