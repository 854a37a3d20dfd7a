"""The gestures of the browser, as the page installs them."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.browser import read_script

Open = Callable[..., AppTest]


def installed(app: AppTest) -> list[dict[str, Any]]:
    """Return what the component of the gestures is handed."""
    handed = (json.loads(block.proto.json or "{}") for block in app.get("bidi_component"))
    return [data for data in handed if "copied" in data]


@pytest.mark.parametrize(("language", "copied"), [("en", "Copied"), ("es", "Copiado")])
def test_the_gestures_are_told_the_chosen_place_and_what_a_button_says(open_app: Open, language: str, copied: str) -> None:
    """They are installed once, in the language of the page."""
    (data,) = installed(open_app(lang=language, place="pisco"))
    assert (data["copied"], data["place"]) == (copied, "pisco")


IN_FORCE = {"en": ("today", "In force today: 2024 APEC."), "es": ("hoy", "En vigor hoy: APEC 2024.")}


@pytest.mark.parametrize("language", IN_FORCE)
def test_the_browser_is_told_when_each_act_is_in_force_and_what_to_say_then(open_app: Open, language: str) -> None:
    """It alone knows the reader's day."""
    word, sentence = IN_FORCE[language]
    (data,) = installed(open_app(lang=language))
    assert data["today"] == word
    assert data["acts"]["9307"] == {"start": "2024-11-04", "end": "2024-11-24", "today": sentence}


def test_what_the_gestures_import_lies_beside_them() -> None:
    """The script is the default of its module, as a component has it."""
    script = read_script("gestures.js")
    assert "export default function" in script
    scripts = files("geo.ui.browser").joinpath("scripts")
    assert [other for other in re.findall(r'from "\./([\w.]+)"', script) if not scripts.joinpath(other).is_file()] == []
