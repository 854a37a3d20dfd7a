"""Bend: each step in the browser's history has a number (``history_steps.js`` in the document).

Since Streamlit 1.67, which sends the address of the browser with every choice and does not say whether the reader has moved in
the history. A request that says what caused it would replace the number.
"""

from typing import Final

from geo.ui.browser import read_script

SCRIPT: Final = "history_steps.js"

STEP_KEY: Final = "step"
"""Key of the number in the address that Streamlit sends. The address bar and a shared link do not have it."""

_HEAD_END: Final = "</head>"


def put_script(document: bytes) -> bytes:
    """Return Streamlit's document (UTF-8) with the script in its head: the script must listen before Streamlit does."""
    text = document.decode("utf-8")
    return text.replace(_HEAD_END, f"<script>{read_script(SCRIPT)}</script>{_HEAD_END}", 1).encode("utf-8")
