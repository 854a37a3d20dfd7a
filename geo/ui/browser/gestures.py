"""Browser gestures: mark what is in force today, copy a text, follow in-page links, move the focus, open all rows for print.

An invisible component loads the script ``scripts/gestures.js``, which listens on the whole document.
"""

from collections.abc import Mapping

import streamlit as st

from geo.evidence import Authorisation
from geo.ui.browser import read_script


def show_gestures(
    copied: str, acts: Mapping[str, Authorisation], place: str = "", instant: Mapping[str, str] | None = None
) -> None:
    """Install the gestures.

    Parameters
    ----------
    copied
        Text that a button shows briefly after copying.
    acts
        By id; those whose window holds the reader's day are marked.
    place
        Id of the selected place. When it changes, the focus moves to the detail of the place.
    instant
        Addresses of the scripts that paint a choice at once (:mod:`geo.ui.browser.instant`); none if only the server paints.
    """
    component = st.components.v2.component("gestures", js=read_script("load_gestures.js"))
    windows = {act_id: (str(act.window.start), str(act.window.stated_end or "")) for act_id, act in acts.items()}
    component(
        key="gestures", data={"copied": copied, "place": place, "windows": windows, "instant": dict(instant or {})}, height=0
    )
