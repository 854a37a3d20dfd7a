"""Markup in the document: it comes out as it went in, and what the reader does with it is reported."""

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.ui.browser import read_script


def page() -> None:
    """Show a drawing and a row; what is reported is written to the session."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function

    from geo.ui.html.markup import Markup  # noqa: PLC0415
    from geo.ui.streamlit_bends.markup_component import show_markup  # noqa: PLC0415

    show_markup(
        Markup("<svg></svg>"),
        element_key="drawing",
        opened=("b", "a"),
        on_choice=lambda choice: st.session_state.update(chosen=choice),
    )


def test_the_installed_streamlit_has_components_without_a_frame() -> None:
    """If this fails after an upgrade, the bend in markup_component.py has lost its ground: see what replaces it there."""
    assert callable(st.components.v2.component)


def test_markup_is_not_taken_apart() -> None:
    """SVG stays SVG, and the rows that stand open are named beside it."""
    app = AppTest.from_function(page).run()
    assert not app.exception
    (component,) = app.get("bidi_component")
    assert json.loads(component.proto.json) == {"html": "<svg></svg>", "open": ["b", "a"]}


@pytest.mark.parametrize("name", ["markup_component.js", "embed_preview.js", "load_gestures.js"])
def test_a_script_is_more_than_one_line(name: str) -> None:
    """Streamlit takes a single line for the name of a file."""
    assert read_script(name).strip().count("\n") > 0
    assert "export default" in read_script(name)
