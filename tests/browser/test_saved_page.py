"""The page that leaves the app, opened from a disk: it shows what the app shows, and asks nobody for anything."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.atlas import Atlas
from geo.draw.map import MapSync, build_layer
from geo.evidence import Evidence, Window
from geo.export import FileFormat, make_file
from geo.export.web.cards import places
from geo.text import translator
from geo.view import ViewState, make_context, select, select_claims, start_state
from geo.view.labels import source_label
from tests.draw.mounted import unfolded
from tests.export.file_samples import HOSTILE, NAMES, hostile_evidence, views

Opener = Callable[..., Page]


@pytest.fixture
def open_file(browser: Browser, atlas: Atlas, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that makes the page of a view and opens it; at the end nothing but the file was asked for."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def open_it(evidence: Evidence, state: ViewState, *, width: int = 1280, height: int = 900, **options: object) -> Page:
        path = tmp_path / "view.html"
        path.write_bytes(make_file(make_context(evidence, atlas, state, base_url="https://example.org/"), FileFormat.HTML))
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda request: asked.append(request.url) if request.url.partition("?")[0] != path.as_uri() else None
        )
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        page.locator("html.drawn path.unit-PE-LOR").wait_for(state="attached")
        page.locator("#choices > summary").click()
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert (asked, said) == ([], [])


def has_class(name: str) -> re.Pattern[str]:
    """Return a pattern for a class among others."""
    return re.compile(rf"(^|\s){name}(\s|$)")


def painted_by_the_app(evidence: Evidence, state: ViewState) -> dict[str, object]:
    """Return what the app sends to its map for a view."""
    layer = build_layer(evidence, state, select(evidence, state), moment=MapSync(), words=translator(state.language))
    view = unfolded(next(child.view for child in layer._children.values() if hasattr(child, "view")))  # noqa: SLF001
    return in_words(view)


def in_words(view: dict[str, dict[str, dict[str, object]]]) -> dict[str, object]:
    """Return what a view says of units and places, with its lines written out."""
    return {
        key: {
            name: {
                "classes": set(str(item["classes"]).split()),
                "selects": item.get("selects", name),  # without one, a path selects what it is
                "roles": item.get("roles"),
                "why": [view["lines"][number] for number in item["why"]],
            }
            for name, item in view[key].items()
        }
        for key in ("units", "places")
    }


def shown_facts(page: Page) -> set[str]:
    """Return the ids of the facts that are not hidden, folded up or not."""
    cards = page.locator("#facts [data-claim]:not([hidden])")
    return set(cards.evaluate_all("(cards) => cards.map((card) => card.dataset.claim)"))


@pytest.mark.parametrize("name", NAMES)
def test_the_map_of_the_file_is_that_of_the_app(open_file: Opener, evidence: Evidence, name: str) -> None:
    """Classes, colours of glyphs, what a click selects and every reason are those that the app sends to its own map."""
    state = views(evidence)[name]
    page = open_file(evidence, state)
    assert in_words(page.evaluate("window.ingresoPage.paintedView()")) == painted_by_the_app(evidence, state)


def test_the_filters_do_what_those_of_the_app_do(open_file: Opener, three_acts: Evidence) -> None:
    """Switching an act off, choosing days and adding a role lead to the map of that view; the button leads back."""
    start = start_state(three_acts, "en")
    first, second, _ = start.authorisations
    page = open_file(three_acts, start)
    whole = page.locator("#counts").inner_text()
    page.get_by_label("Legislative resolution of 2024").uncheck()
    page.locator(f'[name="to.{first}"]').fill("2023-06-30")
    page.get_by_label("Port", exact=True).check()
    chosen = start.range_of(first)
    roles = tuple(role for role in type(start.roles[0]) if role in (*start.roles, "port"))
    state = replace(start, authorisations=tuple(key for key in start.authorisations if key != second), roles=roles)
    state = state.with_range(first, Window(chosen.start, chosen.start.replace(day=30)))
    assert in_words(page.evaluate("window.ingresoPage.paintedView()")) == painted_by_the_app(three_acts, state)
    assert page.locator("#counts").inner_text() != whole
    expect(page.locator("path.unit-PE-LAM")).to_have_class(has_class("off"))
    facts = {claim.claim_id for claim in select_claims(three_acts, state) if not claim.place_id or claim.role is None}
    assert shown_facts(page) == facts
    page.locator("#back").click()
    expect(page.locator("#counts")).to_have_text(whole)
    expect(page.locator("#back")).to_be_hidden()


def test_days_outside_every_claim_leave_nothing(open_file: Opener, evidence: Evidence) -> None:
    """With every act off the page says that nothing matches, and shows no card."""
    page = open_file(evidence, start_state(evidence, "en"))
    for box in page.locator('[name="act"]').all():
        box.uncheck()
    expect(page.locator("#nothing")).to_be_visible()
    expect(page.locator("[data-place]:visible")).to_have_count(0)
    expect(page.locator("[data-topic]:visible")).to_have_count(1)  # the context is under no act
    expect(page.locator("#counts")).to_have_text("0 places named in 0 of 25 regions")


def test_a_click_on_the_map_opens_the_claims(open_file: Opener, evidence: Evidence) -> None:
    """The cards of the place unfold and come into sight, with the words and the source; Escape takes the choice back."""
    page = open_file(evidence, start_state(evidence, "en"))
    page.locator("path.unit-PE-CUS").click()
    cusco = page.locator('[data-place="cusco"]')
    expect(cusco).to_have_attribute("open", "")
    claim = next(c for c in evidence.claims.values() if c.place_id == "cusco" and c.authorisation_id and c.phrase)
    expect(cusco.locator(f'[data-claim="{claim.claim_id}"]')).to_contain_text(claim.statement_en)
    expect(cusco.locator(f'[data-claim="{claim.claim_id}"] .phrase')).to_have_text(claim.phrase)
    expect(cusco.locator("summary")).to_be_in_viewport()
    expect(page.locator("path.unit-PE-CUS")).to_have_class(has_class("selected"))
    page.keyboard.press("Escape")
    expect(page.locator("path.unit-PE-CUS.selected")).to_have_count(0)


def test_the_keyboard_reaches_every_place(open_file: Opener, evidence: Evidence) -> None:
    """A place is opened from the list with Enter, and marked on the map."""
    page = open_file(evidence, start_state(evidence, "es"))
    page.locator('[data-place="loreto"] summary').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-place="loreto"]')).to_have_attribute("open", "")
    expect(page.locator("path.unit-PE-LOR")).to_have_class(has_class("selected"))


def test_the_page_fits_a_phone(open_file: Opener, evidence: Evidence) -> None:
    """Nothing sticks out of 390 pixels, in dark and with the longest language."""
    page = open_file(evidence, start_state(evidence, "es"), width=390, height=844, color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator("html.dark").count() == 1


def test_the_selected_place_is_open(open_file: Opener, evidence: Evidence) -> None:
    """A view with a selected place opens with its claims unfolded."""
    page = open_file(evidence, replace(start_state(evidence, "en"), place="pisco"))
    expect(page.locator('[data-place="pisco"]')).to_have_attribute("open", "")
    assert page.locator("[data-place][open]").count() == 1


def test_hostile_text_does_not_run(open_file: Opener, evidence: Evidence) -> None:
    """It is shown as it is written, in card and tooltip."""
    text = " ".join(HOSTILE[kind] for kind in ("end of script", "image", "attribute", "template", "comment", "entity"))
    page = open_file(hostile_evidence(evidence, text), start_state(evidence, "en"))
    page.locator("path.unit-PE-LOR").hover()
    page.locator("path.unit-PE-LOR").click()
    assert page.evaluate("window.hurt") is None
    expect(page.locator(".tip")).to_contain_text(text)
    expect(page.locator("[data-claim]:visible .statement").first).to_have_text(text)


def test_the_file_may_connect_to_nobody(browser: Browser, evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Even a script that ran in it could not send anything: the policy refuses it before a request is made."""
    path = tmp_path / "view.html"
    path.write_bytes(make_file(make_context(evidence, atlas, start_state(evidence, "en")), FileFormat.HTML))
    page = browser.new_page()
    sent, refused = [], []
    page.on("requestfinished", lambda request: sent.append(request.url))
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page.goto(path.as_uri())
    script = "fetch('https://example.org/').then(() => 'sent', (error) => error.name)"
    assert page.evaluate(script) == "TypeError"
    page.evaluate("document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hurt = 1' }))")
    assert page.evaluate("window.hurt") is None
    page.close()
    assert (sent, refused) == ([path.as_uri()], [("https://example.org/x.png", "csp")])


def verdict_of(page: Page, place: str) -> str:
    """Return what the page says of a place, in one line, folded up or not."""
    return squeezed(str(page.locator(f'[data-verdict="{place}"]').evaluate("(box) => box.textContent")))


def squeezed(said: str) -> str:
    """Return a text with single spaces."""
    return " ".join(said.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_place_begins_with_its_verdict(open_file: Opener, evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Act by act, the script of the page says what the document said before it ran: role, independent sources, their names."""
    context = make_context(evidence, atlas, views(evidence)[name])
    page = open_file(evidence, context.state)
    written = re.findall(r'data-verdict="([^"]+)">(.*?)</div><p class="where"', str(places(context)))
    said = {place: squeezed(unescape(re.sub("<[^>]+>", "", markup))) for place, markup in written}
    assert {place: verdict_of(page, place) for place in said} == said


def test_a_filter_changes_the_verdict(open_file: Opener, evidence: Evidence) -> None:
    """An act that is switched on is answered for, if only by "not named"; a role that is off is said to be off the map."""
    page = open_file(evidence, replace(start_state(evidence, "en"), authorisations=("31758",)))
    assert "2024" not in verdict_of(page, "cusco")
    page.locator('[name="act"][value="9307"]').check()
    assert verdict_of(page, "cusco").count("not named") == 1
    page.locator('[name="role"][value="deployment"]').uncheck()
    assert "Not on the map: this role is switched off." in verdict_of(page, "cusco")


def test_where_sources_differ_is_a_part_of_the_page(open_file: Opener, evidence: Evidence) -> None:
    """Each question has two answers at least under one act, by name."""
    page = open_file(evidence, start_state(evidence, "en"))
    questions = page.locator("[data-question]:visible")
    assert questions.count() > 5
    for question in questions.all():
        assert max(act.locator("li:visible").count() for act in question.locator("[data-answers]:visible").all()) > 1
    names = {source_label(source, translator("en")) for source in evidence.sources.values()}
    assert {*page.locator("#differ .origin span").all_inner_texts()} <= names
    page.locator('.sections a[href="#differ"]').click()
    expect(page.locator("#differ h2")).to_be_in_viewport()


def test_a_link_to_a_view_leads_to_its_part(open_file: Opener, evidence: Evidence) -> None:
    """Where the link of the page asks for what the sources differ on, the file opens there."""
    page = open_file(evidence, start_state(evidence, "en"))
    expect(page.locator("#differ h2")).not_to_be_in_viewport()
    page.goto(page.url.replace("view=map", "view=disagreements"))
    expect(page.locator("#differ h2")).to_be_in_viewport()


def test_the_file_is_in_both_languages_and_keeps_its_view_in_the_address(open_file: Opener, evidence: Evidence) -> None:
    """A choice is in the address and goes along to the other language, which has title, filters, claims and map of its own."""
    page = open_file(evidence, start_state(evidence, "en"))
    page.locator('[name="min"][value="2"]').check()
    assert "min=2" in page.url
    page.locator('[data-language="es"]').click()
    page.locator("html.drawn[lang=es] path.unit-PE-LOR").wait_for(state="attached")
    expect(page.locator('[name="min"][value="2"]')).to_be_checked()
    expect(page.locator("#differ h2")).to_have_text(translator("es")("Where sources differ"))
    assert page.title().startswith(translator("es")("Where US forces were authorised to enter Peru"))
    assert "lang=es" in page.url
    page.locator('[data-language="en"]').click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_reader_chooses_the_theme(open_file: Opener, evidence: Evidence) -> None:
    """A button leads to the other theme, is called by it, and the map follows."""
    page = open_file(evidence, start_state(evidence, "en"), color_scheme="light")
    fill = "(path) => getComputedStyle(path).fill"
    light = page.locator("path.unit-PE-CUS").evaluate(fill)
    page.locator("#theme").click()
    expect(page.locator("html.dark #theme")).to_have_text("Light")
    expect(page.locator("path.unit-PE-CUS")).not_to_have_css("fill", light)


def test_without_scripts_the_map_is_there(browser: Browser, evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """A picture of the view, its legend, the verdict of a place and its claims."""
    path = tmp_path / "view.html"
    path.write_bytes(make_file(make_context(evidence, atlas, start_state(evidence, "en")), FileFormat.HTML))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.locator("#picture g.unit-PE-LOR")).to_be_visible()
    expect(page.locator("#legend li:visible")).not_to_have_count(0)
    page.locator('[data-place="cusco"] summary').click()
    expect(page.locator('[data-verdict="cusco"]')).to_contain_text("independent source")
    context.close()
