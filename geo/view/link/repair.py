"""Undo what mail, chats, social networks and people do to a link on its way.

A text is cleaned once (:func:`clean_text`), then split into keys and values (:func:`split_query`), and each value is tidied
before its key reads it (:func:`tidy_value`). All three leave a link as the page writes it unchanged.
"""

import html
import quopri
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, unquote

MOST_LAYERS: Final = 4
"""How many times over a link may be encoded."""

TEXT_KEY: Final = "q"
"""The key whose value is free text: nothing in it is mended, since every character may be meant."""

_HTML_AMPERSANDS: Final = re.compile(r"^(?:[?&;\s]|#(?:38|x26);|amp;)+", re.IGNORECASE)
_NEXT_KEY: Final = re.compile(r"[?&](?=\s*[A-Za-z][\w.]*\s*=)")
_LANG_ENTITY: Final = re.compile("[\N{LEFT-POINTING ANGLE BRACKET}\N{MATHEMATICAL LEFT ANGLE BRACKET}](?==)")
_QUOTED_PRINTABLE: Final = re.compile(r"(?:^|[?&])v=3D", re.IGNORECASE)
_ENCODED: Final = re.compile(r"(?=[^%]*%)(?:[A-Za-z0-9_.~,:+-]|%[0-9A-Fa-f]{2})*")
_ENCODED_THROUGHOUT: Final = re.compile("(?:%[0-9A-Fa-f]{2})+")
_DASHES: Final = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
_SURROUNDINGS: Final = " \t\r\n\"'`´‘’“”„«»‹›()[]{}<>*_~|\\^;:!?+"  # noqa: RUF001 - marks as they are written
"""What is written around a link, and never at either end of a value. The full stop is not here: it can end a range of days."""


def clean_text(text: str) -> str:
    """Undo what was done to a link as a whole: HTML escapes, line breaks, backslashes, invisible and full-width characters.

    A fragment is read as a further part of the query: mail programs and forums put the mark in the middle of a link.
    """
    if _QUOTED_PRINTABLE.search(text):
        text = quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    text = "".join(line.strip().lstrip("> ") for line in text.splitlines())
    return _visible(unicodedata.normalize("NFKC", _unescape(text))).strip()


def split_query(query: str, *, layers: int = MOST_LAYERS) -> Iterator[tuple[str, str]]:
    """Yield keys and values of a query, those that an encoding or a second question mark hides within another value too."""
    query = query.encode("utf-8", "ignore").decode("utf-8")  # surrogates cannot be written again
    for raw_key, value in parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=None):
        key = _tidy_key(raw_key)
        if layers and not value and "=" in key:  # the whole query is encoded
            yield from split_query(unicodedata.normalize("NFKC", _unescape(raw_key)), layers=layers - 1)
        elif key.casefold() == TEXT_KEY:
            yield key, decode_text(value.removeprefix(" ") if raw_key.endswith(" ") else value)
        else:
            yield from _split_value(key, value, layers)


def _split_value(key: str, value: str, layers: int) -> Iterator[tuple[str, str]]:
    """Yield a key with its value, then the keys that are hidden in the value."""
    value = _unescape(value)
    for _ in range(layers):
        if "%" not in value or _NEXT_KEY.search(value):
            break
        value = _unescape(unquote(value, errors="replace"))
    first, *rest = _NEXT_KEY.split(value) if layers and "://" not in value else [value]
    yield key, first
    yield from split_query("&".join(rest), layers=layers - 1) if rest else ()


def _tidy_key(key: str) -> str:
    key = unicodedata.normalize("NFKC", _visible(_unescape(unquote(key, errors="replace"))))
    return _HTML_AMPERSANDS.sub("", key).strip(" \t\r\n\"'`*_\\")


def encode_text(text: str) -> str:
    """Encode every character of a free text that would be taken for an encoded one; :func:`decode_text` gives it back."""
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8")) if _ENCODED.fullmatch(text) else text


def decode_text(value: str) -> str:
    """Decode a free text that was encoded once too often, or several times; any other is returned as it is."""
    for _ in range(MOST_LAYERS):
        if not _ENCODED.fullmatch(value):
            break
        is_last = _ENCODED_THROUGHOUT.fullmatch(value)
        value = unquote(value, errors="replace")
        if is_last:
            break
    return value


def tidy_value(value: str) -> str:
    """Take away what surrounds a value, and write its characters in their plain form."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", _visible(value))).strip(_SURROUNDINGS)
    before_stop = plain.removesuffix(".")
    return plain if before_stop == before_stop.rstrip(_SURROUNDINGS) else before_stop.rstrip(_SURROUNDINGS)


def _unescape(text: str) -> str:
    """Undo the escapes of HTML, also repeated ones, of JSON and of a shell."""
    for _ in range(MOST_LAYERS):
        text = html.unescape(text)
    text = _LANG_ENTITY.sub("&lang", text)  # old programs take "&lang=" for the entity
    return text.replace("\\u0026", "&").replace("\\u003d", "=").replace("\\", "")


def _visible(text: str) -> str:
    """Return a text without control, format and surrogate characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
