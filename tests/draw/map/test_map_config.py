"""The map never changes, and its configuration is data of its own."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.draw import SHAPES
from geo.draw.fills import THEMES, make_palette
from geo.draw.map import MapSync, warm_up
from geo.evidence import Evidence
from geo.text import LANGUAGES
from geo.view import LinkContext, start_state
from tests.draw.mounted import ASSETS, HOSTILE, address_of, config_of, sent
from tests.view.samples import states

TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


@given(st.data())
@settings(deadline=None, max_examples=20)
def test_the_map_is_the_same_in_every_view(known: LinkContext, start: Mapping[str, Any], data: st.DataObject) -> None:
    """Whatever the view, language, theme and session, the component's key, script and addresses stay: nothing remounts."""
    state = data.draw(states(known))
    moment = data.draw(st.builds(MapSync, st.sampled_from(("light", "dark")), st.integers(0, 99), st.integers(0, 99)))
    message = sent(known.evidence, state, moment)
    for part in ("key", "script", "js_links", "css_links", "header", "html"):
        assert message[part] == start[part]


def test_the_map_names_its_configuration_and_nothing_else(start: Mapping[str, Any]) -> None:
    """The script hands over one address, that of the configuration; the data itself is not in it."""
    assert address_of(start) == ASSETS.config
    assert [name for name in ("Puno", "Callao", "31758", "geojson", "polygon") if name in start["script"]] == []


def test_the_key_changes_with_the_address_of_the_configuration(evidence: Evidence, start: Mapping[str, Any]) -> None:
    """A new address of the configuration, as other data has it, makes another map: the key does depend on it."""
    message = sent(evidence, start_state(evidence, "en"), assets=replace(ASSETS, config="../../assets/config?v=2"))
    assert address_of(message) == "../../assets/config?v=2"
    assert message["key"] != start["key"]


def test_the_configuration_changes_with_the_data(evidence: Evidence, atlas: Atlas, config: Mapping[str, Any]) -> None:
    """Data with one place fewer has a configuration without it, and is otherwise drawn from the same."""
    fewer = replace(evidence, places={key: place for key, place in evidence.places.items() if key != "puno"})
    assert config_of(fewer, atlas) == {**config, "places": [place for place in config["places"] if place["id"] != "puno"]}
    assert "puno" in [place["id"] for place in config["places"]]


def test_the_configuration_names_the_version_of_the_data(evidence: Evidence, atlas: Atlas, config: Mapping[str, Any]) -> None:
    """Credits are those of the atlas in either language, and the version is that of the evidence it was made from."""
    assert config["credits"] == {"en": list(atlas.credits), "es": list(atlas.credits_es)}
    assert config["version"] == evidence.version
    assert config_of(replace(evidence, version="9.9+edited"), atlas) == {**config, "version": "9.9+edited"}


def test_the_configuration_has_the_colours_of_both_papers(evidence: Evidence, config: Mapping[str, Any]) -> None:
    """For each theme the colour of every act and the scale of numbers, with the colour of text upon them."""
    assert list(config["colours"]) == list(THEMES)
    for theme, colours in config["colours"].items():
        palette = make_palette(evidence.authorisations, (), theme)
        assert {key: look["fill"] for key, look in colours["acts"].items()} == palette.colours
        assert [shade["fill"] for shade in colours["shades"]] == list(palette.shades)
        assert {look["text"] for look in (*colours["acts"].values(), *colours["shades"])} <= {"#000000", "#ffffff"}


def test_the_configuration_speaks_every_language(config: Mapping[str, Any]) -> None:
    """The map's own words are there in each language, under the same names, and no two languages say all the same."""
    words = config["words"]
    assert list(words) == list(LANGUAGES)
    assert {frozenset(words[language]) for language in LANGUAGES} == {frozenset(words["en"])}
    assert [key for language in LANGUAGES for key, text in words[language].items() if not text] == []
    assert (words["en"]["whole"], words["es"]["whole"]) == ("All of Peru", "Todo el Perú")


def test_scripts_and_styles_come_from_the_apps_own_server(start: Mapping[str, Any]) -> None:
    """One script and two styles are all that is asked for, in this order, and none of it from elsewhere."""
    assert start["js_links"] == [ASSETS.map_js]
    assert start["css_links"] == [ASSETS.leaflet_css, ASSETS.map_css]


def test_the_only_address_elsewhere_is_that_of_the_tiles(start: Mapping[str, Any], config: Mapping[str, Any]) -> None:
    """Neither script, header, markup nor layer names another server; the configuration names that of the tiles alone."""
    texts = {part: start[part] for part in ("script", "header", "html", "feature_group")}
    assert {part: re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text) for part, text in texts.items()} == {
        part: [] for part in texts
    }
    assert re.findall(r"(?:https?:)?//[^\"]*", json.dumps(config)) == [TILES]
    assert config["tiles"]["address"] == TILES


def test_the_constant_map(evidence: Evidence, atlas: Atlas, config: Mapping[str, Any]) -> None:
    """It frames the country and the inset, and has every place in a unit and every shape."""
    west, south, east, north = zip(*(unit.bounds for unit in atlas.units), strict=True)
    assert config["bounds"] == [[min(south), min(west)], [max(north), max(east)]]
    callao = atlas.unit("PE-CAL").bounds
    (inset_south, inset_west), (inset_north, inset_east) = config["inset"]
    assert inset_west < callao[0] < callao[2] < inset_east
    assert inset_south < callao[1] < callao[3] < inset_north
    assert [place["id"] for place in config["places"]] == [key for key, place in evidence.places.items() if place.unit]
    assert config["shapes"] == {role.value: [list(corner) for corner in corners] for role, corners in SHAPES.items()}


def test_a_glyph_stands_on_its_point_or_on_the_label_of_its_unit(
    evidence: Evidence, atlas: Atlas, config: Mapping[str, Any]
) -> None:
    """A locality stands at its coordinates, a unit without a point where its name does."""
    by_id = {place["id"]: place for place in config["places"]}
    longitude, latitude = atlas.unit("PE-PUN").label
    assert by_id["puno"] == {
        "id": "puno",
        "name": {"en": "Puno", "es": "Puno"},
        "latitude": latitude,
        "longitude": longitude,
        "unit": True,
    }
    pisco = evidence.places["pisco"]
    assert by_id["pisco"] == {
        "id": "pisco",
        "name": {"en": "Pisco", "es": "Pisco"},
        "latitude": pisco.latitude,
        "longitude": pisco.longitude,
        "unit": False,
    }


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_stays_an_address(evidence: Evidence, start: Mapping[str, Any], name: str) -> None:
    """Whatever stands in the address of the configuration arrives as it is, in the script that any other address has."""
    hostile = sent(evidence, start_state(evidence, "en"), assets=replace(ASSETS, config=name))
    assert address_of(hostile) == name
    call = r"mount\(map_div, .*\);"
    assert re.sub(call, "", hostile["script"]) == re.sub(call, "", start["script"])
    assert re.findall(r"</script|`|\$\{|\{\{", "".join(re.findall(call, hostile["script"]))) == []


def test_warming_up_changes_nothing(
    evidence: Evidence, atlas: Atlas, start: Mapping[str, Any], config: Mapping[str, Any]
) -> None:
    """The map after a first, discarded drawing is the one before it, and so is its configuration."""
    warm_up(evidence, atlas, ASSETS)
    assert sent(evidence, start_state(evidence, "en"))["key"] == start["key"]
    assert config_of(evidence, atlas) == config
