"""Bend: a message to the browser may be larger than one from it.

Streamlit 1.67 has one option for both, ``server.maxMessageSize``. It is 1 MB, so that a longer frame of a visitor is refused
before it is read. A table or the answers of very much data may be more, and a reader would get an error in their place. The
limit of the socket is read when the server starts, before this raises the other. Two options in Streamlit would replace it.
"""

from typing import Final

from streamlit.runtime import runtime_util

MOST_SENT: Final = 50_000_000
"""Bytes of a message to the browser."""


def install() -> None:
    """Raise the limit of what is sent; call it once the server has read that of what is received."""
    runtime_util._max_message_size_bytes = MOST_SENT  # noqa: SLF001 - there is no option for it
