"""Browser gestures: mark what is in force today, copy a text, follow in-page links, move the focus, open all rows for print.

An invisible component runs the script ``scripts/gestures.js``, which listens on the whole document.
"""

from collections.abc import Mapping

import streamlit as st

from geo.ui.browser import component_script
from geo.view import ViewContext


def show_gestures(context: ViewContext, instant: Mapping[str, str] | None = None) -> None:
    """Install the gestures. When the selected place changes, the focus moves to its detail.

    Parameters
    ----------
    instant
        Addresses of the scripts that paint a choice at once (:mod:`geo.ui.browser.instant`); none if only the server paints.
    """
    words = context.words
    component = st.components.v2.component("gestures", js=component_script("gestures.js"))
    acts = {
        act_id: {
            "start": str(act.window.start),
            "end": str(act.window.stated_end or ""),
            "today": words("In force today: {act}.", act=words.of(act, "short")),
        }
        for act_id, act in context.evidence.authorisations.items()
    }
    data = {
        "copied": words("Copied"),
        "today": words("today"),
        "place": context.state.place,
        "acts": acts,
        "instant": dict(instant or {}),
    }
    component(key="gestures", data=data, height=0)
