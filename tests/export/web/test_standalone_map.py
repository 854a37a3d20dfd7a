"""The folium map that stands by itself."""

import json
import re
from typing import Any

import pytest
from lxml import html

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.standalone_map import StandaloneMap
from geo.view import CAUTION, SUBJECT, ViewContext, make_context, start_state


def context_of(evidence: Evidence, atlas: Atlas, language: str = "en") -> ViewContext:
    """Return the start view."""
    return make_context(evidence, atlas, start_state(evidence, language))


def document_of(context: ViewContext, theme: str = "light") -> str:
    """Return the file that folium saves."""
    return StandaloneMap(context, theme=theme).get_root().render()


def literal(document: str, before: str) -> Any:  # noqa: ANN401 - what JSON holds
    """Return the JSON that stands behind some text of a script."""
    return json.JSONDecoder().raw_decode(document, document.index(before) + len(before))[0]


def test_the_file_asks_for_nothing(evidence: Evidence, atlas: Atlas) -> None:
    """No script, style sheet or picture of it lies elsewhere, and there is no street map."""
    document = document_of(context_of(evidence, atlas))
    tree = html.document_fromstring(document)
    assert tree.xpath("//script/@src | //link/@href | //img/@src") == []
    assert re.findall(r"url\((?!#|\"?data:)[^)]*\)", document[: document.index("<script>")]) == []


def test_the_map_carries_its_data_and_shows_its_view(evidence: Evidence, atlas: Atlas) -> None:
    """Mounting hands over configuration and geometry; then the view is shown, in the theme that was asked for."""
    document = document_of(context_of(evidence, atlas), theme="dark")
    name = re.search(r"mountStandalone\((map_\w+), ", document)[1]
    data = literal(document, f"mountStandalone({name}, ")
    assert set(data) == {"config", "units", "land", "lakes", "surroundings"}
    assert (data["config"]["version"], data["config"]["tiles"]) == (evidence.version, None)
    assert len(data["units"]["features"]) == len(atlas.units)
    view = literal(document, "window.atlas.answer(")
    assert view["theme"] == "dark"
    assert set(view["places"]) > {"pisco", "iquitos"}
    assert document.index("mountStandalone(map_") < document.index("window.atlas.answer(")


@pytest.mark.parametrize("language", ["en", "es"])
def test_headline_and_legend_stand_around_the_map(evidence: Evidence, atlas: Atlas, language: str) -> None:
    """A view cannot be taken out of its words: what it shows, that it is no deployment, and whose colours they are."""
    context = context_of(evidence, atlas, language)
    text = html.document_fromstring(document_of(context)).text_content()
    for said in (context.words(SUBJECT), context.words(CAUTION), context.headline.text):
        assert said in text
    for act_id in context.state.authorisations:
        assert context.act_name(act_id) in text
