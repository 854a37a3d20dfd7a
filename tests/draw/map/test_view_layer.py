"""The layer says how a view paints the map: classes, glyphs, and the sentences of a tooltip."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.draw.map import MapSync
from geo.evidence import Evidence, Precision, Role
from geo.text import LANGUAGES
from geo.view import LinkContext, Viewport, start_state
from geo.view.labels import ROLE_LABELS
from tests.draw.mounted import HOSTILE, classes_of, config_of, sent, view_of, why_of
from tests.view.samples import area, evidence_of, naming, point, states

MOST_BYTES = 8 * 1024


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
    assert view["places"]["puno"]["roles"] == [["protest", []]]


def test_a_view_without_acts_and_roles_paints_nothing(evidence: Evidence) -> None:
    """Nothing shown is an empty layer, not a missing one, without a line to say."""
    view = view_of(sent(evidence, replace(start_state(evidence, "en"), authorisations=())))
    assert (view["units"], view["places"], view["lines"]) == ({}, {}, [])


def test_what_a_click_selects(start: Mapping[str, Any]) -> None:
    """A named unit selects its place; of what selects itself, a unit that only contains or a locality, nothing is sent."""
    view = view_of(start)
    assert view["units"]["PE-SAM"]["selects"] == "san-martin"
    assert "selects" not in view["units"]["PE-ICA"] | view["places"]["pisco"]


def test_signs_leave_out_what_fill_or_dot_tells(start: Mapping[str, Any]) -> None:
    """Callao's fill says presence and its sign the exercise; a point has one for each role, unless presence is all."""
    view = view_of(start)
    assert view["places"]["lima"]["roles"] == [
        ["deployment", ["31758", "9307"]],
        ["exercise", ["31758"]],
        ["venue", ["9307"]],
    ]
    assert view["places"]["callao"]["roles"] == [["exercise", ["31758"]]]
    assert view["places"]["pisco"]["roles"] == [["deployment", ["9307"]], ["venue", ["9307"]]]
    assert view["places"]["iquitos"]["roles"] == []


WHY = {
    "en": (
        [
            "2023 training: Authorised presence (Orinoco Tribune, NakedCapitalism, La Jornada, Misión Verdad)",
            "Contains Santa Lucía",
        ],
        ["Contains Pisco"],
        ["2024 APEC: Summit venue (001, ANP)", "2024 APEC: Authorised presence (RPP, P-TV, ANP)"],
    ),
    "es": (
        [
            "Entrenamiento 2023: Presencia autorizada (Orinoco Tribune, NakedCapitalism, La Jornada, Misión Verdad)",
            "Contiene Santa Lucía",
        ],
        ["Contiene Pisco"],
        [
            "APEC 2024: Sede de la cumbre (001, ANP)",
            "APEC 2024: Presencia autorizada (RPP, P-TV, ANP)",
        ],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_of_a_tooltip(evidence: Evidence, language: str) -> None:
    """A tooltip says act, role and sources by name, and what a unit contains, in the language of the view."""
    view = view_of(sent(evidence, start_state(evidence, language)))
    found = (why_of(view, "units", "PE-SAM"), why_of(view, "units", "PE-ICA"), why_of(view, "places", "pisco"))
    assert found == WHY[language]


@given(st.data())
@settings(deadline=None, max_examples=20)
def test_a_line_is_sent_once(known: LinkContext, data: st.DataObject) -> None:
    """Every line of the table differs from every other and is one that a tooltip says, whatever the view."""
    view = view_of(sent(known.evidence, data.draw(states(known))))
    said = {number for kind in ("units", "places") for item in view[kind].values() for number in item["why"]}
    assert said == set(range(len(view["lines"])))
    assert len(set(view["lines"])) == len(view["lines"])


def test_why_lines_name_each_source_once(evidence: Evidence) -> None:
    """Two claims of one source in one role are one mention, and context has a name of its own."""
    view = view_of(sent(evidence, replace(start_state(evidence, "en"), roles=(Role.PORT, Role.LABORATORY))))
    assert why_of(view, "places", "lima") == [
        "Context: Port (Orinoco Tribune)",
        "Context: US Navy laboratory (NakedCapitalism)",
    ]


def test_every_role_has_a_label() -> None:
    """No role is shown under its bare id."""
    assert set(ROLE_LABELS) == set(Role)


def test_the_layer_leaves_to_the_configuration_what_no_view_changes(start: Mapping[str, Any]) -> None:
    """Colours and words of the map stand in the configuration; the layer has the view and the session alone."""
    session = {"theme", "event", "imposed"}
    assert set(view_of(start)) == session | {"language", "selected", "at", "on", "units", "places", "lines", "filters"}


def test_the_layer_carries_session_and_choice(evidence: Evidence) -> None:
    """Theme, event and viewport counts, language, selected place and viewport come with every view."""
    state = replace(start_state(evidence, "es"), place="pisco", at=Viewport(-9.2, -75, 5))
    view = view_of(sent(evidence, state, MapSync("dark", event=3, imposed=2)))
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
    call = r"answer\(.*\);"
    assert re.sub(call, "", hostile["feature_group"]) == re.sub(call, "", harmless["feature_group"])
    assert re.findall(r"</script|`|\$\{|\{\{", "".join(re.findall(call, hostile["feature_group"]))) == []


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
    """Rows alone give a third act its colours, classes, words and dots."""
    view = view_of(sent(three_acts, start_state(three_acts, "en")))
    config = config_of(three_acts, atlas)
    assert list(config["colours"]["light"]["acts"]) == ["31758", "9307", "32100"]
    assert config["colours"]["light"]["acts"]["32100"] == {"fill": "#6b7a1c", "text": "#ffffff"}
    assert (view["on"], view["units"]["PE-LIM"]["acts"]) == (3, ["31758", "9307", "32100"])
    classes = classes_of(view["units"])
    assert (classes["PE-TAC"], classes["PE-ANC"]) == ({"named", "auth-32100"}, {"contains", "auth-32100"})
    assert classes["PE-LIM"] == {"named", "both", "level-open", "auth-31758", "auth-9307", "auth-32100"}
    assert why_of(view, "places", "huaraz") == ["2031 relief: Authorised presence (RPP)"]
    assert {"tacna", "huaraz"} <= {place["id"] for place in config["places"]}
