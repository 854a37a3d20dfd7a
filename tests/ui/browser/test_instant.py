"""What the page is told about painting a choice at once."""

from dataclasses import replace

import pytest

from geo.evidence import Evidence
from geo.text import translator
from geo.ui.browser.instant import MOST_NAMINGS, instant_addresses, namings
from geo.ui.page import make_page
from geo.ui.resources import load_resources
from geo.view import start_state


@pytest.mark.parametrize(("count", "paints"), [(MOST_NAMINGS, True), (MOST_NAMINGS + 1, False)])
def test_beyond_two_thousand_namings_the_server_alone_paints(count: int, *, paints: bool) -> None:
    """The page is then told no address."""
    data = replace(load_resources(), naming_count=count)
    page = make_page(data, start_state(data.evidence, "es"), theme="light")
    addresses = instant_addresses(page)
    assert [*addresses] == (["script", "namings"] if paints else [])
    assert all("lang=es" in address for name, address in addresses.items() if name == "namings")


def test_the_namings_are_small_and_say_the_options_of_each_widget(evidence: Evidence) -> None:
    """No key is written once for each claim."""
    found = namings(evidence, translator("en"))
    assert set(found["claims"]) == {"columns", "rows"}
    assert {*found["widgets"]} == {"role", "role-context", "basis", "min", "start_acts"}
    assert {len(row) for row in found["claims"]["rows"]} == {len(found["claims"]["columns"])}
