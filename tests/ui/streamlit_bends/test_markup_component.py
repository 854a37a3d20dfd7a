"""Markup in the document: it comes out as it went in, and what the reader does with it is reported."""

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.ui.browser import component_script, read_script, scripts_version


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


@pytest.mark.parametrize("name", ["markup_component.js", "gestures.js"])
def test_a_component_loads_its_script_from_an_address_with_a_version(name: str) -> None:
    """What Streamlit sends with every element is short, and more than a line, which Streamlit takes for the name of a file."""
    script = component_script(name)
    assert script.strip().count("\n") > 0
    assert len(script) < 250
    assert f"assets/page/{scripts_version()}/{name}" in script
    assert "export default" in read_script(name)
