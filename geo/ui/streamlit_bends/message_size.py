"""Bend: messages to the browser have a higher limit than messages from it.

Streamlit 1.67 has one option for both, ``server.maxMessageSize``. It is set to 1 MB, so that a longer message of a visitor is
refused before it is read. But a table of much data may be longer, and the reader would get an error instead. The server reads
the limit of received messages at its start, before this raises the limit of sent ones. Two options would replace this.
"""

from typing import Final

from streamlit.runtime import runtime_util

MOST_SENT: Final = 50_000_000
"""Largest message to the browser, in bytes."""


def install() -> None:
    """Raise the limit of sent messages; call it after the server has read the limit of received ones."""
    runtime_util._max_message_size_bytes = MOST_SENT  # noqa: SLF001 - there is no option for it
