"""Metadata of a PNG: resolution, title, description, author, licence and link."""

import struct
import zlib
from typing import Final

from geo.draw.figure import Figure
from geo.export.citations.references import PROJECT
from geo.export.files.metadata import rights
from geo.view import ViewContext

_HEAD_END: Final = 33
"""Length of the signature and of the first chunk, IHDR, after which others may follow."""
_INCH: Final = 0.0254
"""Metres."""


def finish_png(data: bytes, figure: Figure, dpi: int, context: ViewContext) -> bytes:
    """Return a PNG with its resolution (``pHYs``) and metadata in the language of the view (``iTXt``).

    See sections 11.3.3.3 and 11.3.4.3 of the PNG specification, third edition.
    """
    metre = round(dpi / _INCH)
    said = {
        "Title": figure.title,
        "Author": context.words(PROJECT),
        "Description": figure.description,
        "Copyright": rights(context),
        "URL": context.link,
    }
    texts = (_text(keyword, text, figure.language) for keyword, text in said.items())
    return b"".join((data[:_HEAD_END], _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)), *texts, data[_HEAD_END:]))


def _text(keyword: str, text: str, language: str) -> bytes:
    return _chunk(b"iTXt", keyword.encode() + b"\0\0\0" + language.encode() + b"\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
