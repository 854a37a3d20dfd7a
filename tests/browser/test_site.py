"""The static site in a browser: it reads links as the app does and shows what the app shows, from a disk, with no network."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.site import build_site
from geo.text import LANGUAGES
from geo.view import LinkContext, View, ViewState, from_query, make_context, select, start_state, to_query
from tests.view.samples import states

DAMAGE: dict[str, Callable[[str], str]] = {
    "as it is": lambda query: query,
    "with a question mark": lambda query: f"?{query}",
    "escaped as HTML": lambda query: query.replace("&", "&amp;"),
    "escaped twice": lambda query: query.replace("&", "&amp;amp;"),
    "a full stop behind it": lambda query: f"{query}.",
    "in brackets": lambda query: f"{query})",
    "keys in capitals": lambda query: query.replace("auth=", "AUTH=").replace("role=", "Role="),
    "spaces in lists": lambda query: query.replace(",", ", "),
    "encoded twice": lambda query: query.replace(",", "%252C"),
    "values in capitals": lambda query: query.replace("deployment", "Deployment").replace("basis=texts", "basis=TEXTS"),
    "days apart by a slash": lambda query: query.replace("..", "/"),
    "with long dashes": lambda query: query.replace("-", "\N{EN DASH}"),
    "a tracker at the end": lambda query: f"{query}&utm_source=chat",
    "cut": lambda query: query[: len(query) // 2],
    "with what is not known": lambda query: query.replace("auth=", "auth=nothing,").replace("min=1", "min=9"),
}
READ = """(queries) => queries.map((query) => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { readLink, select, writeLink } = window.Ingreso;
  const state = readLink(query, data.link, "en");
  const plain = ({ place, claims, roles, acts }) => [place.id, claims.map(({ id }) => id), roles, acts];
  const shown = select(data, state).map(plain);
  return { ...state, shown, link: writeLink(state, data.link) };
})"""


@pytest.fixture(scope="module")
def folder(evidence: Evidence, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of the site of 1.0; figures and files are not opened here."""
    path = tmp_path_factory.mktemp("site")
    files = build_site(make_context(evidence, atlas, start_state(evidence, "en")), {})
    for name, content in files.items():
        if name.endswith((".html", ".js", ".css")):
            (path / name).parent.mkdir(exist_ok=True)
            (path / name).write_bytes(content)
    return path


@pytest.fixture(scope="module")
def reader(browser: Browser, folder: Path) -> Iterator[Page]:
    """Open the page whose script reads links."""
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator("html.drawn").wait_for(state="attached")
    yield page
    page.close()


def read_by_the_app(query: str, known: LinkContext) -> dict[str, Any]:
    """Return what the app reads in a query, and what it then shows."""
    state = from_query(query.removeprefix("?"), known, language="en").state
    on_the_site = replace(state, view=View.MAP, open_questions=(), table_search="")
    shown = [
        [place_id, [claim.claim_id for claim in shown.claims], list(shown.roles), list(shown.authorisations)]
        for place_id, shown in select(known.evidence, state).places.items()
    ]
    return {
        "acts": list(state.authorisations),
        "days": {act_id: [str(days.start), str(days.end)] for act_id, days in state.ranges},
        "roles": list(state.roles),
        "basis": state.basis,
        "min": state.min_sources,
        "place": state.place,
        "language": state.language,
        "at": [state.at.latitude, state.at.longitude, state.at.zoom] if state.at else None,
        "shown": shown,
        "link": to_query(on_the_site, known),
    }


@given(st.data())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_site_reads_what_the_app_reads(reader: Page, known: LinkContext, data: st.DataObject) -> None:
    """Any view, its link whole or as people send it: the same state, the same places, the same link again."""
    views: list[ViewState] = data.draw(st.lists(states(known), min_size=3, max_size=6))
    queries = [damage(to_query(view, known)) for view in views for damage in DAMAGE.values()]
    found = dict(zip(queries, reader.evaluate(READ, queries), strict=True))
    assert found == {query: read_by_the_app(query, known) for query in queries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_leads_to_its_view_in_its_language(browser: Browser, folder: Path, known: LinkContext, language: str) -> None:
    """From ``index.html`` with any link; filters and address then hold the view, and a change of a filter is in the address."""
    state = replace(start_state(known.evidence, language), authorisations=("9307",), place="pisco")
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{(folder / 'index.html').as_uri()}?{to_query(state, known)}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("path.unit-PE-LAM.contains")).to_be_visible()
    expect(page.locator('[data-place="pisco"]')).to_have_attribute("open", "")
    assert page.url.partition("?")[2] == to_query(state, known)
    page.locator("#choices > summary").click()
    page.locator('[name="min"][value="2"]').check()
    assert page.url.partition("?")[2] == to_query(replace(state, min_sources=2), known)
    other = next(name for name in LANGUAGES if name != language)
    page.locator(f'[data-language="{other}"]').click()
    page.locator(f"html.drawn[lang={other}]").wait_for(state="attached")
    assert page.url.partition("?")[2] == to_query(replace(state, min_sources=2, language=other), known)
    assert {url.partition(":")[0] for url in asked} == {"file"}
    page.close()


def test_the_table_needs_no_script(browser: Browser, folder: Path) -> None:
    """Every naming is a row, with scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "places.html").as_uri())
    expect(page.get_by_role("row", name="Pisco")).not_to_have_count(0)
    page.get_by_role("link", name="Map").click()
    expect(page.locator("h1")).to_have_text("Where US forces were authorised to enter Peru")
    context.close()


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    """Serve the folder above the site as the simplest of hosts does; return the address of the site, in a subfolder."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("where", ["host", "disk"])
def test_the_site_works_wherever_it_lies(  # noqa: PLR0917 - pytest gives them by name
    browser: Browser, folder: Path, host: str, known: LinkContext, where: str
) -> None:
    """From a subfolder of a host and from a disk: nothing is missing, nothing refused, and all claims come."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "favicon" not in message.location["url"] else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    state = replace(start_state(known.evidence, "es"), authorisations=("9307",))
    address = host if where == "host" else f"{(folder / 'index.html').as_uri()}"
    page.goto(f"{address}?{to_query(state, known)}")
    page.locator("html.drawn[lang=es] path.unit-PE-LAM.contains").wait_for(state="attached")
    expect(page.locator("#differ [data-question]")).not_to_have_count(0)
    expect(page.locator("#place-cards [data-claim]")).not_to_have_count(0)
    expect(page.locator("head > link[rel=stylesheet]")).to_have_count(1)
    assert said == []
    context.close()


def test_before_its_scripts_come_the_page_shows_its_view(browser: Browser, folder: Path) -> None:
    """Without scripts there are the map, the places with those who name them, and the way to every claim."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    expect(page.locator("#picture g.unit-PE-LOR")).to_be_in_viewport()
    expect(page.locator("#place-cards li").first).to_be_visible()
    page.get_by_role("link", name="Every claim, without scripts").first.click()
    expect(page.locator("[data-claim]")).not_to_have_count(0)
    context.close()
