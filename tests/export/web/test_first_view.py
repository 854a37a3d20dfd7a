"""The view before any script: whole, in its language, for both papers, and made of nothing but itself."""

import re
from dataclasses import replace

import brotli
import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.first_view import MOST_PLACES, make_first_view
from geo.view import CAUTION, View, Viewport, make_context, start_state
from geo.view.labels import VIEW_LABELS, source_label
from tests.export.file_samples import HOSTILE, NAMES, hostile_evidence, views

LARGEST = 50_000
"""Bytes of the element as it goes over the line; the rest of the document has about ten thousand."""


def made(evidence: Evidence, atlas: Atlas, language: str = "en", **fields: object) -> str:
    """Return the first view of the start with some fields of its state changed."""
    state = replace(start_state(evidence, language), **fields)
    return str(make_first_view(make_context(evidence, atlas, state)))


@pytest.mark.parametrize("name", NAMES)
def test_every_view_is_said_and_drawn(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Title, lines, caution and every region of the map are there, and it is small."""
    context = make_context(evidence, atlas, views(evidence)[name])
    view = make_first_view(context)
    for said in (context.headline.subject, context.words(CAUTION), *(line.days for line in context.headline.lines)):
        assert said in view
    assert f'<main id="first-view" lang="{context.state.language}">' in view
    assert {f"unit-{unit.code}" for unit in atlas.units} <= set(re.findall(r"unit-PE-[A-Z]{3}", view))
    assert len(brotli.compress(view.encode(), quality=9)) < LARGEST


def test_places_stand_under_their_act_with_the_sources_by_name(evidence: Evidence, atlas: Atlas) -> None:
    """Names are shown, and no code of a place or act; places that the same sources name share a line."""
    view = made(evidence, atlas, "es")
    places = view[view.index('id="first-view-places"') :]
    said = re.sub(r"<[^>]+>", " ", places)
    assert "Chiclayo" in said
    assert "Presencia autorizada" in said
    assert "La Jornada" in said
    assert not {word for word in re.findall(r"[\w-]+", said) if word in evidence.places or word in evidence.authorisations}
    assert places.count("<li>") < sum(bool(claim.place_id) for claim in evidence.claims.values())


def test_many_places_are_counted(evidence: Evidence, atlas: Atlas) -> None:
    """Beyond the first of an act, a line says how many more there are."""
    place = next(iter(evidence.places.values()))
    claim = next(claim for claim in evidence.claims.values() if claim.place_id == place.place_id and claim.authorisation_id)
    places = {f"p{index}": replace(place, place_id=f"p{index}") for index in range(MOST_PLACES + 7)}
    claims = {key: replace(claim, claim_id=key, place_id=key) for key in places}
    assert "7 more places" in made(replace(evidence, places=places, claims=claims), atlas)


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_the_data_becomes_markup(evidence: Evidence, atlas: Atlas, said: str) -> None:
    """Neither an element nor an attribute comes of it."""
    view = made(hostile_evidence(evidence, said), atlas)
    assert set(re.findall(r"<([a-z0-9]+)", view)) <= {
        "style", "main", "header", "div", "h1", "h2", "h3", "p", "b", "span", "i", "nav", "a", "svg", "g", "path", "rect",
        "circle", "line", "text", "tspan", "ul", "li", "section", "noscript",
    }  # fmt: skip
    assert "window.hurt" not in "".join(re.findall(r"<[^>]*>", re.sub(r'"[^"]*"', "", view)))


def test_nothing_is_asked_for_and_links_stay(evidence: Evidence, atlas: Atlas) -> None:
    """No address but an anchor, that of how to read the page, and that of the light page where there is one."""
    addresses = re.findall(r'(?:href|src)="([^"]*)"|url\(([^)]*)\)', made(evidence, atlas))
    assert [(address.partition("#")[2], url) for address, url in addresses] == [("how-to-read", ""), ("first-view-places", "")]
    assert addresses[0][0].startswith("?v=1&amp;auth=31758,9307&amp;")
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    assert 'href="page.html?v=1&amp;lang=en"' in make_first_view(context, light_page="page.html?v=1&lang=en")


def test_both_papers_have_their_colours(evidence: Evidence, atlas: Atlas) -> None:
    """Every variable that is used has a value for light and for dark paper."""
    view = made(evidence, atlas)
    sheet = view[: view.index("</style>")]
    light, _, dark = sheet.rpartition("@media screen and (prefers-color-scheme:dark)")
    for name in set(re.findall(r"var\((--c\d+|--act\d+|--sea|--land|--rule)\)", view)):
        assert f"{name}:#" in light
        assert f"{name}:#" in dark


def test_it_shows_the_ground_of_the_view(evidence: Evidence, atlas: Atlas) -> None:
    """A link with a viewport opens there, with a locator."""
    assert 'class="locator"' in made(evidence, atlas, at=Viewport(-12.05, -77.05, 9))


def test_a_frame_of_another_page_has_no_list(evidence: Evidence, atlas: Atlas) -> None:
    """Title, headline, map and legend, as the page has it there."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    view = make_first_view(context, light_page="page.html", is_embedded=True)
    assert '<main class="embedded" id="first-view"' in view
    assert "first-view-places" not in view[view.index("<main") :]
    assert "page.html" not in view


def test_a_source_stands_with_the_role_that_it_gives_alone(evidence: Evidence, atlas: Atlas) -> None:
    """The unsigned report on the summit names Pisco as a venue: it must not stand behind the authorised presence."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), authorisations=("9307",)))
    (line,) = re.findall(r"<li><b>Pisco</b>.*?</li>", make_first_view(context))
    told = dict(re.findall(r'class="roles"> · ([^<]*): </span><span class="sources">([^<]*)<', line))
    venue = source_label(evidence.sources["001"], context.words)
    assert (venue in told["Summit venue"], venue in told["Authorised presence"]) == (True, False)


@pytest.mark.parametrize("view", [view for view in View if view is not View.MAP])
def test_where_the_page_has_no_map_its_words_stand(evidence: Evidence, atlas: Atlas, view: View) -> None:
    """Under the name of the view, with title and headline above, and no map that would go again."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), view=view))
    first = str(make_first_view(context))
    assert 'class="map"' not in first
    assert f"<h2>{context.words(VIEW_LABELS[view])}</h2>" in first
    assert context.headline.subject in first
    assert len(brotli.compress(first.encode(), quality=9)) < LARGEST
    inside = {View.FACTS: "data-answers", View.DISAGREEMENTS: "data-answers", View.SOURCES: "https://"}
    assert inside.get(view, "<h3>") in first


def test_a_frame_has_its_map_whatever_its_link(evidence: Evidence, atlas: Atlas) -> None:
    """As the page in a frame does."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), view=View.FACTS))
    assert 'class="map"' in make_first_view(context, is_embedded=True)
