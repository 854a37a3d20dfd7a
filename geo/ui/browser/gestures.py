"""Browser gestures: copy a text, follow in-page links, move the focus, open all rows for print.

An invisible component, whose script (``scripts/gestures.js``) listens on the whole document.
"""

from collections.abc import Mapping

import streamlit as st

from geo.ui.browser import read_script


def show_gestures(copied: str, place: str = "", instant: Mapping[str, str] | None = None) -> None:
    """Install the gestures.

    Parameters
    ----------
    copied
        Text that a button shows briefly after copying.
    place
        Id of the selected place: when it changes, the focus goes to its detail.
    instant
        Addresses of what paints a choice at once (:mod:`geo.ui.browser.instant`); none where the server alone paints.
    """
    component = st.components.v2.component("gestures", js=read_script("load_gestures.js"))
    component(key="gestures", data={"copied": copied, "place": place, "instant": dict(instant or {})}, height=0)
