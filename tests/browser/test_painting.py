"""Selection and painting in the browser are Python's: for any filters, with more acts than stripes can show too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from geo.atlas import Atlas
from geo.draw import make_palette
from geo.draw.fills import THEMES
from geo.draw.map import build_config, map_script, paint_view
from geo.evidence import Evidence, load_evidence
from geo.export.web.parts import selection_script
from geo.text import LANGUAGES, translator
from geo.ui.browser.instant import namings
from geo.view import LinkContext, ViewState, select
from tests.bench.packages import write_package
from tests.draw.mounted import unfolded
from tests.export.file_samples import HOSTILE, hostile_evidence
from tests.view.samples import states

PLACES = 60
ACTS = 6
PAINT = """({ namings, filters, config }) => filters.map(({ language, acts, ...filter }) => {
  const { Fills, paint, select } = window.Ingreso;
  const { claims: { columns, rows }, ...rest } = namings[language];
  const data = { ...rest, claims: rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]]))) };
  const view = paint(data, select(data, { ...filter, acts }));
  const fills = new Fills({ _container: document.createElement("svg") });
  const sets = [...Object.values(view.units), ...Object.values(view.places)].map((item) => item.acts);
  const colours = Object.keys(config.colours).map((theme) => {
    fills.use(config, theme, acts.length);
    return sets.map((acts) => fills.coloursOf(acts)?.map(({ fill }) => fill) ?? null);
  });
  return { ...view, colours };
})"""


@pytest.fixture(scope="module")
def painter(browser: Browser) -> Iterator[Page]:
    """Open an empty page that has the scripts of the map and of the selection."""
    page = browser.new_page()
    page.add_script_tag(content=map_script())
    page.add_script_tag(content=selection_script())
    yield page
    page.close()


@pytest.fixture(scope="module")
def many_acts(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """Load evidence with more acts than a fill has stripes."""
    folder: Path = tmp_path_factory.mktemp("many")
    write_package(folder, PLACES, acts=ACTS)
    return load_evidence(folder)


def painted_by_python(evidence: Evidence, state: ViewState) -> dict[str, Any]:
    """Return what the server sends to its map for some filters, and the colours of every fill in it."""
    view = unfolded(paint_view(evidence, state, select(evidence, state), translator(state.language)))
    del view["filters"]
    sets = [item["acts"] for kind in ("units", "places") for item in view[kind].values()]
    palettes = [make_palette(evidence.authorisations, state.authorisations, theme) for theme in THEMES]
    fills = [[palette.fill(acts) for acts in sets] for palette in palettes]
    return {**view, "colours": [[list(fill.colours) if fill else None for fill in found] for found in fills]}


def filters(state: ViewState) -> dict[str, Any]:
    """Return the filters of a view as the script in the browser has them."""
    return {
        "language": state.language,
        "acts": list(state.authorisations),
        "roles": list(state.roles),
        "days": {act_id: [str(days.start), str(days.end)] for act_id, days in state.ranges},
        "basis": state.basis,
        "min": state.min_sources,
    }


@pytest.mark.parametrize("name", ["evidence", "many acts", *HOSTILE])
@given(data=st.data())
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_browser_paints_what_python_paints(  # noqa: PLR0917 - pytest gives them by name
    painter: Page, atlas: Atlas, evidence: Evidence, many_acts: Evidence, name: str, data: st.DataObject
) -> None:
    """Classes, acts, roles, what a click selects, every reason, the order of all, and the colours in both themes."""
    found = {"evidence": evidence, "many acts": many_acts}.get(name) or hostile_evidence(evidence, HOSTILE[name])
    known = LinkContext.of(found, atlas)
    views: list[ViewState] = data.draw(st.lists(states(known), min_size=4, max_size=8))
    given_to_page = {
        "namings": {language: namings(found, translator(language)) for language in LANGUAGES},
        "filters": [filters(view) for view in views],
        "config": build_config(found, atlas),
    }
    assert painter.evaluate(PAINT, given_to_page) == [painted_by_python(found, view) for view in views]
