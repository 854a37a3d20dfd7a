"""The gestures of the browser, as the page installs them."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.browser import read_script

Open = Callable[..., AppTest]


def installed(app: AppTest) -> list[dict[str, object]]:
    """Return what the component of the gestures is handed."""
    handed = (json.loads(block.proto.json or "{}") for block in app.get("bidi_component"))
    return [data for data in handed if "copied" in data]


@pytest.mark.parametrize(("language", "copied"), [("en", "Copied"), ("es", "Copiado")])
def test_the_gestures_are_told_the_chosen_place_and_what_a_button_says(open_app: Open, language: str, copied: str) -> None:
    """They are installed once, in the language of the page."""
    windows = {"31758": ["2023-06-01", "2023-12-31"], "9307": ["2024-11-04", "2024-11-24"]}
    (data,) = installed(open_app(lang=language, place="pisco"))
    assert (data["copied"], data["place"], data["windows"]) == (copied, "pisco", windows)


def test_the_loader_names_a_script_that_is_there_and_listens() -> None:
    """The script that goes with every run loads one that the browser keeps; what that imports lies beside it."""
    (name,) = re.findall(r"assets/page/([\w.]+)", read_script("load_gestures.js"))
    script = read_script(name)
    assert "export function listen(" in script
    scripts = files("geo.ui.browser").joinpath("scripts")
    assert [other for other in re.findall(r'from "\./([\w.]+)"', script) if not scripts.joinpath(other).is_file()] == []
