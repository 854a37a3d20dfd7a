"""Repair links that mail programs, chats, social networks or people have changed.

The text of a link is cleaned (:func:`clean_text`) and split into keys and values (:func:`split_query`); each value is tidied
(:func:`tidy_value`) before its key reads it. None of the three changes a link that is as the page wrote it.
"""

import html
import quopri
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, unquote

MOST_LAYERS: Final = 4
"""Number of times that a link may be percent-encoded."""

TEXT_KEY: Final = "q"
"""The key whose value is free text. It is not repaired, since every character may be intended."""

_MARKDOWN_TEXT: Final = re.compile(r"^\s*\[[^\[\]]*\](?=\()")
"""The text of a link in Markdown, which stands before the link and can be the link itself."""
_HTML_AMPERSANDS: Final = re.compile(r"^(?:[?&;\s]|#(?:38|x26);|amp;)+", re.IGNORECASE)
_NEXT_KEY: Final = re.compile(r"[?&](?=\s*[A-Za-z][\w.]*\s*=)")
_LANG_ENTITY: Final = re.compile("[\N{LEFT-POINTING ANGLE BRACKET}\N{MATHEMATICAL LEFT ANGLE BRACKET}](?==)")
_QUOTED_PRINTABLE: Final = re.compile(r"(?:^|[?&])v=3D", re.IGNORECASE)
_ENCODED: Final = re.compile(r"(?=[^%]*%)(?:[A-Za-z0-9_.~,:+-]|%[0-9A-Fa-f]{2})*")
_ENCODED_THROUGHOUT: Final = re.compile("(?:%[0-9A-Fa-f]{2})+")
_DASHES: Final = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
_SURROUNDINGS: Final = " \t\r\n\"'`´‘’“”„«»‹›()[]{}<>*_~|\\^;:!?+"  # noqa: RUF001 - marks as they are written
"""Characters around a link that no value begins or ends with. The full stop is missing: a range of days can end with it."""


def clean_text(text: str) -> str:
    """Remove HTML escapes, line breaks, backslashes, invisible and full-width characters from a link.

    A fragment is read as part of the query: mail programs and forums put ``#`` into the middle of a link.
    """
    if _QUOTED_PRINTABLE.search(text):
        text = quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    text = _MARKDOWN_TEXT.sub("", "".join(line.strip().lstrip("> ") for line in text.splitlines()))
    return _visible(unicodedata.normalize("NFKC", _unescape(text))).strip()


def split_query(query: str, *, layers: int = MOST_LAYERS) -> Iterator[tuple[str, str]]:
    """Yield keys and values of a query, also those that an encoding or a second question mark has hidden in another value."""
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
    """Yield a key with its value, then the keys and values that are hidden in that value."""
    value = _unescape(value)
    for _ in range(layers):
        if "%" not in value or _NEXT_KEY.search(value):
            break
        value = _unescape(unquote(value, errors="replace"))
    first, *rest = _NEXT_KEY.split(value) if layers and "://" not in value else [value]
    yield key, first
    yield from split_query("&".join(rest), layers=layers - 1) if rest else ()


def _tidy_key(link_key: str) -> str:
    link_key = unicodedata.normalize("NFKC", _visible(_unescape(unquote(link_key, errors="replace"))))
    return _HTML_AMPERSANDS.sub("", link_key).strip(" \t\r\n\"'`*_\\")


def encode_text(text: str) -> str:
    """Percent-encode a free text that would be read as an encoded one; :func:`decode_text` decodes it."""
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8")) if _ENCODED.fullmatch(text) else text


def decode_text(value: str) -> str:
    """Decode a free text that was percent-encoded once or several times; any other text is returned unchanged."""
    for _ in range(MOST_LAYERS):
        if not _ENCODED.fullmatch(value):
            break
        is_last = _ENCODED_THROUGHOUT.fullmatch(value)
        value = unquote(value, errors="replace")
        if is_last:
            break
    return value


def tidy_value(value: str) -> str:
    """Remove characters around a value, and normalise dashes and full-width characters."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", _visible(value))).strip(_SURROUNDINGS)
    before_stop = plain.removesuffix(".")
    return plain if before_stop == before_stop.rstrip(_SURROUNDINGS) else before_stop.rstrip(_SURROUNDINGS)


def _unescape(text: str) -> str:
    """Undo escapes of HTML (also repeated ones), of JSON and of a shell."""
    for _ in range(MOST_LAYERS):
        text = html.unescape(text)
    text = _LANG_ENTITY.sub("&lang", text)  # old programs read "&lang=" as the HTML entity
    return text.replace("\\u0026", "&").replace("\\u003d", "=").replace("\\", "")


def _visible(text: str) -> str:
    """Return a text without control, format and surrogate characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
