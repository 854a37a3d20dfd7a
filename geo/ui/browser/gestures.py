"""Browser gestures: copy a text, follow in-page links, move the focus, open all rows for print.

An invisible component loads the script ``scripts/gestures.js``, which listens on the whole document.
"""

import streamlit as st

from geo.ui.browser import read_script


def show_gestures(copied: str, place: str = "") -> None:
    """Install the gestures.

    Parameters
    ----------
    copied
        Text that a button shows briefly after copying.
    place
        Id of the selected place. When it changes, the focus moves to the detail of the place.
    """
    component = st.components.v2.component("gestures", js=read_script("load_gestures.js"))
    component(key="gestures", data={"copied": copied, "place": place}, height=0)
