"""What a PNG says of itself: resolution, title and description."""

import struct
import zlib
from typing import Final

from geo.draw.figure import Figure

_HEAD_END: Final = 33
"""Length of the signature and of the first chunk, IHDR, after which others may follow."""
_INCH: Final = 0.0254
"""Metres."""


def finish_png(data: bytes, figure: Figure, dpi: int) -> bytes:
    """Return a PNG with its resolution (``pHYs``), and title, description and language of the figure (``iTXt``).

    Chunks are written as the PNG specification, third edition, sections 11.3.3.3 and 11.3.4.3, lays them out.
    """
    metre = round(dpi / _INCH)
    chunks = (
        _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
        _text("Title", figure.title, figure.language),
        _text("Description", figure.description, figure.language),
    )
    return data[:_HEAD_END] + b"".join(chunks) + data[_HEAD_END:]


def _text(keyword: str, text: str, language: str) -> bytes:
    return _chunk(b"iTXt", keyword.encode() + b"\0\0\0" + language.encode() + b"\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
