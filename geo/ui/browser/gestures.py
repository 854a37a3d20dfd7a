"""What the page does in the browser alone: copy a text, follow its own links, move the focus, open all rows for print.

A component without a look of its own, whose script (``scripts/gestures.js``) listens once on the whole document.
"""

import streamlit as st

from geo.ui.browser import read_script


def show_gestures(copied: str, place: str = "") -> None:
    """Let the page listen.

    Parameters
    ----------
    copied
        What a button says for a moment once its text is on the clipboard.
    place
        Id of the selected place: when it changes, the focus goes to its detail.
    """
    component = st.components.v2.component("gestures", js=read_script("load_gestures.js"))
    component(key="gestures", data={"copied": copied, "place": place}, height=0)
