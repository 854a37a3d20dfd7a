"""Folds: expanders whose contents are sent when they are open, and which stay as the reader has left them."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.text import Translator
from geo.ui.html import markup
from geo.ui.session import bind
from geo.view.labels import name_list

_FOLDS: Final = "folds"
"""Key of the session: by widget key, whether the fold is open."""


def fold(label: str, widget_key: str, chosen: list[str], words: Translator) -> DeltaGenerator | None:
    """Show a fold, and return it if it is open; its contents are to be made only then.

    Parameters
    ----------
    label
        The same in every view of a language: the browser makes a fold with another label anew, and loses the focus in it.
    chosen
        Names of what is chosen inside. The fold starts open if there is any; a closed fold names them.
    """
    opened: dict[str, bool] = st.session_state.setdefault(_FOLDS, {})
    is_open = opened.setdefault(widget_key, bool(chosen))
    box = st.expander(label, **bind(widget_key, is_open, _turn, widget_key))
    if not is_open and chosen:
        markup.show(markup.text("p", words("On: {names}", names=name_list(chosen, words)), classes="note"))
    return box if is_open else None


def _turn(widget_key: str) -> None:
    st.session_state[_FOLDS][widget_key] = st.session_state[widget_key]
