"""The legend names what is shown, and nothing that is not."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.draw import make_palette
from geo.evidence import Evidence
from geo.text import translator
from geo.view.labels import ROLE_LABELS

Open = Callable[..., AppTest]

HATCHED = "Region that only contains a named locality"
DASHED = "Dashed: city, province or region meant, not stated"
CONTEXT = "Named in the context only"

SHOWN = {
    "start": (
        {},
        [
            ("filled", "Named under 2023 training"),
            ("dot", "Named under 2024 APEC"),
            ("dot", "Named under 2023 training and 2024 APEC"),
            ("hatched", HATCHED),
            ("dashed", DASHED),
            ("shape role-deployment", "Authorised presence"),
            ("shape role-exercise", "Exercise"),
            ("shape role-venue", "Summit venue"),
        ],
    ),
    "one act": (
        {"auth": "9307"},
        [
            ("dot", "Named under 2024 APEC"),
            ("hatched", HATCHED),
            ("dashed", DASHED),
            ("shape role-deployment", "Authorised presence"),
            ("shape role-venue", "Summit venue"),
        ],
    ),
    "two sources": (
        {"basis": "texts", "min": "2"},
        [
            ("filled", "Named under 2023 training"),
            ("dashed", DASHED),
        ],
    ),
    "context": (
        {"role": "protest"},
        [("quiet-fill", CONTEXT), ("shape role-protest", "Centre of protests")],
    ),
    "context of no act": (
        {"auth": "", "role": "protest,port"},
        [
            ("dashed", DASHED),
            ("quiet-fill", CONTEXT),
            ("shape role-port", "Port"),
            ("shape role-protest", "Centre of protests"),
        ],
    ),
    "in Spanish": (
        {"role": "laboratory", "lang": "es"},
        [
            ("hatched", "Región que solo contiene una localidad mencionada"),
            ("dashed", "Línea discontinua: no se precisa si ciudad, provincia o región"),
            ("quiet-fill", "Mencionado solo en el contexto"),
            ("shape role-laboratory", "Laboratorio de la Marina de EE. UU."),
        ],
    ),
}
"""The keys of a link, and the mark and text of each entry."""


def legend(app: AppTest) -> str:
    """Return the markup of the legend, of which the page has one."""
    (markup,) = (block.proto.body for block in app.get("html") if 'class="legend"' in block.proto.body)
    return markup


def entries(markup: str) -> list[tuple[str, str, str]]:
    """Return mark, style and text of each entry."""
    found = re.findall(r'<li><i class="([\w -]+)"(?: style="([^"]*)")?></i>([^<]*)</li>', markup)
    assert len(found) == markup.count("<li")
    return found


@pytest.mark.parametrize(("query", "expected"), SHOWN.values(), ids=SHOWN)
def test_the_legend_names_only_what_is_shown(open_app: Open, query: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """Fills, hatching, dashes and shapes are explained where the view has them, in the order of the map, and no others."""
    assert [(mark, text) for mark, _, text in entries(legend(open_app(**query)))] == expected


def test_the_marks_have_the_colours_of_the_map(open_app: Open, evidence: Evidence) -> None:
    """A fill has the colour of its act, that of several the stripes of each; a shape has none of its own."""
    first, second = make_palette(evidence.authorisations, (), "light").colours.values()
    styles = [style for mark, style, _ in entries(legend(open_app())) if not mark.startswith("shape")]
    assert [styles[0], styles[1], styles[3]] == [f"--paint:{first}", f"--paint:{second}", f"--paint:{second}"]
    assert [styles[2].count(colour) for colour in (first, second)] == [1, 1]


def test_no_legend_where_nothing_is_shown(open_app: Open) -> None:
    """An empty list would explain nothing."""
    assert not [block for block in open_app(auth="").get("html") if 'class="legend"' in block.proto.body]


def test_hatching_in_the_context_has_no_ink_of_an_act(open_app: Open) -> None:
    """Where only the context names a locality, the mark of its region has no act's colour."""
    styles = {mark: style for mark, style, _ in entries(legend(open_app(role="laboratory")))}
    assert styles["hatched"] == ""


def test_the_legend_follows_a_filter(open_app: Open) -> None:
    """Switching an act off takes its fill and the common one away."""
    app = open_app()
    app.toggle(key="auth-31758").set_value(False).run()
    assert [(mark, text) for mark, _, text in entries(legend(app))] == SHOWN["one act"][1]


@pytest.mark.parametrize(("language", "label"), [("en", "Legend"), ("es", "Leyenda")])
def test_the_legend_says_what_it_is(open_app: Open, language: str, label: str) -> None:
    """Who hears the page is told that the list is the legend, and the roles have the names that the map gives them."""
    markup = legend(open_app(lang=language))
    assert markup.startswith(f'<ul class="legend" aria-label="{label}">')
    names = {translator(language)(text) for text in ROLE_LABELS.values()}
    assert [text for mark, _, text in entries(markup) if mark.startswith("shape") and text not in names] == []
