"""The map on the page stays the one that was mounted, whatever the reader filters."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.resources import load_resources

Open = Callable[..., AppTest]


def mounted(app: AppTest) -> tuple[str, Mapping[str, Any]]:
    """Return the identity of the map's component, of which the page has one, and what is sent to it."""
    (component,) = app.get("component_instance")
    return component.proto.id, json.loads(component.proto.json_args)


@pytest.mark.parametrize(
    "query",
    [{"auth": "9307"}, {"auth": ""}, {"role": "protest", "lang": "es"}, {"place": "iquitos", "at": "-3.7,-73.2,8"}],
    ids=["one act", "no act", "Spanish", "place"],
)
def test_the_page_never_mounts_the_map_anew(open_app: Open, query: dict[str, str]) -> None:
    """Identity, script and addresses of the component are those of the start view; what differs is the layer."""
    (start_id, start), (other_id, other) = (mounted(open_app(**keys)) for keys in ({}, query))
    assert other_id == start_id
    assert {name for name in start if start[name] != other[name]} == {"feature_group"}


def test_the_map_on_the_page_takes_its_configuration_from_the_address_of_the_data(open_app: Open) -> None:
    """The script names the address with the version of the data, so that other data makes another map."""
    assert load_resources().assets.config in mounted(open_app())[1]["script"]
