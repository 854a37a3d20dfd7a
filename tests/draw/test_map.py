"""The map never changes, its configuration is data of its own, and the layer says how a view paints it.

What reaches the browser is looked at where streamlit-folium hands it over to the component, so that its own rewriting of the
script, and the key by which it decides whether a map is new, are part of what is tested.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

import pytest
import streamlit_folium
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.draw import (
    ROLE_LABELS,
    SHAPES,
    Assets,
    Moment,
    build_config,
    build_layer,
    build_map,
    inks,
    warm_up,
    why_lines,
)
from geo.draw.colour import THEMES
from geo.evidence import Evidence, Precision, Role
from geo.text import LANGUAGES, words_in
from geo.view import Known, Viewport, ViewState, select, start_state
from tests.view.samples import area, evidence_of, naming, point, states

ASSETS = Assets(**{field.name: f"../../assets/{field.name}?v=1" for field in fields(Assets)})
TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
MOST_BYTES = 8 * 1024

HOSTILE = {
    "end of script": "</script><script>alert(1)</script>",
    "template literal": "`${alert(1)}`",
    "quotes and backslash": "\"';alert(1);//\\",
    "Jinja expression": "{{ 7 * 7 }}{{'map'}}",
    "format field": "{act} {0}",
    "generated name": "map_0123abc feature_group_0",
    "line separator": "a\u2028b\nc",
}


def sent(evidence: Evidence, state: ViewState, moment: Moment | None = None, *, assets: Assets = ASSETS) -> Mapping[str, Any]:
    """Return what streamlit-folium sends to the browser for a view."""
    layer = build_layer(evidence, state, select(evidence, state), moment=moment or Moment(), words=words_in(state.language))
    messages: list[Mapping[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streamlit_folium, "_component_func", lambda **message: messages.append(message))
        streamlit_folium.st_folium(
            build_map(assets),
            key="map",
            height=640,
            use_container_width=True,
            returned_objects=[],
            render=False,
            feature_group_to_add=layer,
        )
    (message,) = messages
    return message


def config_of(evidence: Evidence, atlas: Atlas) -> dict[str, Any]:
    """Return what the constant map is drawn from, as a browser would parse it."""
    return json.loads(json.dumps(build_config(evidence, atlas), allow_nan=False))


def address_of(message: Mapping[str, Any]) -> str:
    """Return the address that the constant map takes its configuration from, as a browser would parse it."""
    (address,) = re.findall(r"Ingreso\.mount\(map_div, (.*)\);", message["script"])
    return json.loads(address)


def view_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return the view that the layer hands over, as a browser would parse it."""
    (view,) = re.findall(r"atlas\.show\((.*)\);", message["feature_group"])
    return json.loads(view)


def why_of(view: Mapping[str, Any], kind: str, key: str) -> list[str]:
    """Return the lines of a tooltip, looked up as a browser would."""
    return [view["lines"][number] for number in view[kind][key]["why"]]


def classes_of(items: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the classes of units or places."""
    return {key: set(item["classes"].split()) for key, item in items.items()}


@pytest.fixture(scope="module")
def start(evidence: Evidence) -> Mapping[str, Any]:
    """Send the start view."""
    return sent(evidence, start_state(evidence, "en"))


@pytest.fixture(scope="module")
def config(evidence: Evidence, atlas: Atlas) -> Mapping[str, Any]:
    """Return what the constant map is drawn from."""
    return config_of(evidence, atlas)


@given(st.data())
@settings(deadline=None, max_examples=20)
def test_the_map_is_the_same_in_every_view(known: Known, start: Mapping[str, Any], data: st.DataObject) -> None:
    """Whatever the view, language, theme and session, the component's key, script and addresses stay: nothing remounts."""
    state = data.draw(states(known))
    moment = data.draw(st.builds(Moment, st.sampled_from(("light", "dark")), st.integers(0, 99), st.integers(0, 99)))
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


def test_the_configuration_has_the_inks_of_both_papers(evidence: Evidence, config: Mapping[str, Any]) -> None:
    """For each theme every ink of one act or of several, with the colour of text upon it."""
    assert list(config["colours"]) == list(THEMES)
    for theme in THEMES:
        expected = [asdict(ink) | {"text": ink.text} for ink in inks(evidence.authorisations, theme)]
        assert config["colours"][theme] == json.loads(json.dumps(expected))


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


def test_the_classes_of_the_start_view(start: Mapping[str, Any]) -> None:
    """Named, contained and named by both, as the published class names say; units that are not shown are left out."""
    units = classes_of(view_of(start)["units"])
    first = ("APU", "AYA", "CAL", "CUS", "HUC", "HUV", "JUN", "LOR", "PAS", "SAM", "UCA")
    assert units == {
        "PE-LIM": {"named", "both", "level-open", "auth-31758", "auth-9307"},
        "PE-LAM": {"contains", "auth-9307"},
        "PE-ICA": {"contains", "auth-9307"},
        **{f"PE-{code}": {"named", "auth-31758"} for code in first},
    }
    assert classes_of(view_of(start)["places"]) == {
        "lima": {"named", "both", "level-open", "auth-31758", "auth-9307"},
        "callao": {"named", "auth-31758"},
        "iquitos": {"named", "auth-31758"},
        "pucusana": {"named", "auth-31758"},
        "santa-lucia": {"named", "auth-31758"},
        "chiclayo": {"named", "auth-9307"},
        "pisco": {"named", "auth-9307"},
    }


def test_the_classes_of_the_context(evidence: Evidence) -> None:
    """What only the context names says so, and bears the colour of no act."""
    view = view_of(sent(evidence, replace(start_state(evidence, "en"), roles=(Role.PROTEST,))))
    assert classes_of(view["units"]) == {
        code: {"named", "context"} for code in ("PE-CUS", "PE-AYA", "PE-APU", "PE-ARE", "PE-PUN")
    }
    assert view["places"]["puno"]["roles"] == [["protest", ""]]


def test_a_view_without_acts_and_roles_paints_nothing(evidence: Evidence) -> None:
    """Nothing shown is an empty layer, not a missing one, without a line to say."""
    view = view_of(sent(evidence, replace(start_state(evidence, "en"), authorisations=())))
    assert (view["units"], view["places"], view["lines"]) == ({}, {}, [])


def test_what_a_click_selects(start: Mapping[str, Any]) -> None:
    """A named unit selects its place; of what selects itself, a unit that only contains or a locality, nothing is sent."""
    view = view_of(start)
    assert view["units"]["PE-SAM"]["selects"] == "san-martin"
    assert "selects" not in view["units"]["PE-ICA"] | view["places"]["pisco"]


def test_the_glyphs_of_a_unit_leave_out_what_its_fill_tells(start: Mapping[str, Any]) -> None:
    """Callao's fill says deployment and its glyph the exercise; a point has a glyph, in its acts' ink, for each role."""
    view = view_of(start)
    assert view["places"]["lima"]["roles"] == [["deployment", "31758-9307"], ["exercise", "31758"], ["venue", "9307"]]
    assert view["places"]["callao"]["roles"] == [["exercise", "31758"]]
    assert view["places"]["pisco"]["roles"] == [["deployment", "9307"], ["venue", "9307"]]


WHY = {
    "en": (
        ["2023 training: Authorised presence (002, 003, C-08, C-09)", "Contains Santa Lucía"],
        ["Contains Pisco"],
        ["2024 APEC: Summit venue (001, C-03)", "2024 APEC: Authorised presence (C-01, C-02, C-03)"],
    ),
    "es": (
        [
            "Entrenamiento 2023: Presencia autorizada (002, 003, C-08, C-09)",
            "Contiene Santa Lucía",
        ],
        ["Contiene Pisco"],
        ["APEC 2024: Sede de la cumbre (001, C-03)", "APEC 2024: Presencia autorizada (C-01, C-02, C-03)"],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_of_a_tooltip(evidence: Evidence, language: str) -> None:
    """A tooltip says act, role and sources, and what a unit contains, in the language of the view."""
    view = view_of(sent(evidence, start_state(evidence, language)))
    found = (why_of(view, "units", "PE-SAM"), why_of(view, "units", "PE-ICA"), why_of(view, "places", "pisco"))
    assert found == WHY[language]


@given(st.data())
@settings(deadline=None, max_examples=20)
def test_a_line_is_sent_once(known: Known, data: st.DataObject) -> None:
    """Every line of the table differs from every other and is one that a tooltip says, whatever the view."""
    view = view_of(sent(known.evidence, data.draw(states(known))))
    said = {number for kind in ("units", "places") for item in view[kind].values() for number in item["why"]}
    assert said == set(range(len(view["lines"])))
    assert len(set(view["lines"])) == len(view["lines"])


def test_why_lines_name_each_source_once(evidence: Evidence) -> None:
    """Two claims of one source in one role are one mention, and context has a name of its own."""
    selection = select(evidence, replace(start_state(evidence, "en"), roles=(Role.PORT, Role.LABORATORY)))
    lines = why_lines(selection.places["lima"], evidence, words_in("en"))
    assert lines == ["Context: Port (002)", "Context: US Navy laboratory (003)"]


def test_every_role_has_a_label() -> None:
    """No role is shown under its bare id."""
    assert set(ROLE_LABELS) == set(Role)


def test_the_layer_leaves_to_the_configuration_what_no_view_changes(start: Mapping[str, Any]) -> None:
    """Colours and words of the map stand in the configuration; the layer has the view and the session alone."""
    session = {"theme", "event", "imposed"}
    assert set(view_of(start)) == session | {"language", "selected", "at", "units", "places", "lines"}


def test_the_layer_carries_session_and_choice(evidence: Evidence) -> None:
    """Theme, event and viewport counts, language, selected place and viewport come with every view."""
    state = replace(start_state(evidence, "es"), place="pisco", at=Viewport(-9.2, -75, 5))
    view = view_of(sent(evidence, state, Moment("dark", event=3, imposed=2)))
    kept = {key: view[key] for key in ("theme", "event", "imposed", "language", "selected", "at")}
    assert kept == {"theme": "dark", "event": 3, "imposed": 2, "language": "es", "selected": "pisco", "at": [-9.2, -75.0, 5.0]}


def test_the_whole_country_is_no_viewport(start: Mapping[str, Any]) -> None:
    """Without a viewport the layer says so, and the browser frames the country."""
    assert view_of(start)["at"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_layer_of_the_start_view_is_small(evidence: Evidence, language: str) -> None:
    """What a filter change sends for the map stays below 8 KiB."""
    layer = sent(evidence, start_state(evidence, language))["feature_group"]
    assert len(layer.encode()) < MOST_BYTES


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_stay_names(evidence: Evidence, atlas: Atlas, name: str, language: str) -> None:
    """A name that would end or run a script arrives as it is, and the script around it is that of any other name."""
    acts = {key: replace(record, short_en=name, short_es=name) for key, record in evidence.authorisations.items()}
    places = {key: replace(record, name=name, name_es=name) for key, record in evidence.places.items()}
    named = replace(evidence, authorisations=acts, places=places)
    hostile, harmless = (sent(data, start_state(data, language)) for data in (named, evidence))
    assert {text for place in config_of(named, atlas)["places"] for text in place["name"].values()} == {name}
    view = view_of(hostile)
    assert why_of(view, "units", "PE-PAS")[0].startswith(f"{name}: ")
    assert why_of(view, "units", "PE-ICA")[0].endswith(f" {name}")
    assert hostile["script"] == harmless["script"]
    call = r"show\(.*\);"
    assert re.sub(call, "", hostile["feature_group"]) == re.sub(call, "", harmless["feature_group"])
    assert re.findall(r"</script|`|\$\{|\{\{", "".join(re.findall(call, hostile["feature_group"]))) == []


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_stays_an_address(evidence: Evidence, start: Mapping[str, Any], name: str) -> None:
    """Whatever stands in the address of the configuration arrives as it is, in the script that any other address has."""
    hostile = sent(evidence, start_state(evidence, "en"), assets=replace(ASSETS, config=name))
    assert address_of(hostile) == name
    call = r"mount\(map_div, .*\);"
    assert re.sub(call, "", hostile["script"]) == re.sub(call, "", start["script"])
    assert re.findall(r"</script|`|\$\{|\{\{", "".join(re.findall(call, hostile["script"]))) == []


def test_spanish_names_are_used_on_a_spanish_map() -> None:
    """A locality with a Spanish name of its own is called by it in the words of its unit."""
    evidence = evidence_of(naming("1", "harbour"), places=(point("harbour", "PE-LIM", name_es="El Puerto"),))
    view = view_of(sent(evidence, start_state(evidence, "es")))
    assert why_of(view, "units", "PE-LIM") == ["Contiene El Puerto"]


def test_a_locality_in_no_unit_is_drawn(atlas: Atlas) -> None:
    """A point on the border, which the data may hold without a unit, has a glyph on the map."""
    evidence = evidence_of(naming("1", "border"), places=(point("border", ""),))
    message = sent(evidence, start_state(evidence, "en"))
    located = [place["id"] for place in config_of(evidence, atlas)["places"]]
    assert list(view_of(message)["places"]) == located == ["border"]


def test_an_open_level_without_a_point_is_an_open_unit() -> None:
    """A name of unstated level fills its unit and says so, with no glyph where the source gives no point."""
    places = (area("south", "PE-TAC", precision=Precision.LEVEL_NOT_STATED),)
    evidence = evidence_of(naming("1", "south"), places=places)
    view = view_of(sent(evidence, start_state(evidence, "en")))
    assert (classes_of(view["units"]), view["places"]) == ({"PE-TAC": {"named", "level-open", "auth-M"}}, {})


def test_a_third_authorisation_is_painted(three_acts: Evidence, atlas: Atlas) -> None:
    """Rows alone give a third act its colours, classes, words and glyphs."""
    view = view_of(sent(three_acts, start_state(three_acts, "en")))
    config = config_of(three_acts, atlas)
    colours = config["colours"]["light"]
    assert [ink["key"] for ink in colours if len(ink["authorisations"]) == 1] == ["31758", "9307", "32100"]
    assert {"key": "32100", "authorisations": ["32100"], "fill": "#6b7a1c", "text": "#ffffff", "stripes": []} in colours
    assert [ink["key"] for ink in config["colours"]["dark"]] == [ink["key"] for ink in colours]
    classes = classes_of(view["units"])
    assert (classes["PE-TAC"], classes["PE-ANC"]) == ({"named", "auth-32100"}, {"contains", "auth-32100"})
    assert classes["PE-LIM"] == {"named", "both", "level-open", "auth-31758", "auth-9307", "auth-32100"}
    assert why_of(view, "places", "huaraz") == ["2031 relief: Authorised presence (C-01)"]
    assert {"tacna", "huaraz"} <= {place["id"] for place in config["places"]}


def test_warming_up_changes_nothing(
    evidence: Evidence, atlas: Atlas, start: Mapping[str, Any], config: Mapping[str, Any]
) -> None:
    """The map after a first, discarded drawing is the one before it, and so is its configuration."""
    warm_up(evidence, atlas, ASSETS)
    assert sent(evidence, start_state(evidence, "en"))["key"] == start["key"]
    assert config_of(evidence, atlas) == config
