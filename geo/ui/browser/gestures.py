"""What the page does in the browser alone: copy a text, lead the keyboard to the search, follow its own links.

A component without a look of its own. Its script listens once, on the whole document: a click on anything with ``data-copy``
puts that text on the clipboard, the key ``/`` outside of a field moves the focus to the search for a place, a click on a way to
another view (:mod:`geo.ui.html.links`) goes there without loading the page anew, and a click is not lost when the page moves
or draws anew what is pressed.
"""

from typing import Final

import streamlit as st

_SCRIPT: Final = """export default ({data}) => {
import(new URL("assets/page/gestures.js", document.baseURI)).then(own => own.listen(data))
}"""
"""The script itself is a file that the browser keeps; what goes with every run of the page only calls it, in few letters.

Of more than one line: Streamlit takes a single line for the name of a file.
"""


def show_gestures(copied: str) -> None:
    """Let the page listen.

    Parameters
    ----------
    copied
        What a button says for a moment once its text is on the clipboard.
    """
    st.components.v2.component("gestures", js=_SCRIPT)(key="gestures", data={"copied": copied}, height=0)
