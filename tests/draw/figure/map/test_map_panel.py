"""The map of a figure: states, stripes, names, and which ground it shows."""

import re
from dataclasses import replace

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, Figure, draw_figure, parse_size
from geo.evidence import Evidence, Role
from geo.view import Viewport, make_context, start_state
from tests.draw.figure.views import telling_views


def said(figure: Figure) -> list[str]:
    """Return every line of a figure."""
    return ["".join(run.text for run in text.runs) for text in figure.texts]


def test_states_are_readable_from_the_drawing(evidence: Evidence, atlas: Atlas) -> None:
    """Units bear the classes of the web map: named, contains, off, context, and their authorisations."""
    svg = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["all roles"]), SIZES["a4"]).svg()
    for classes in (
        "unit unit-PE-LOR named auth-31758",
        "unit unit-PE-LIM named auth-31758 auth-9307",
        "unit unit-PE-ICA contains auth-9307",
        "unit unit-PE-PUN named context",
        "unit unit-PE-MDD contains context",
        "unit unit-PE-TUM off",
    ):
        assert f'class="{classes}"' in svg


def test_names_stand_on_what_they_name(evidence: Evidence, atlas: Atlas) -> None:
    """On A4 every one of the 25 units bears its name, on the map or in the inset."""
    figure = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["empty"]), SIZES["a4"])
    said = " ".join(run.text for text in figure.texts for run in text.runs)
    assert [unit.name for unit in atlas.units if unit.name not in said and unit.name.split()[0] not in said] == []


@pytest.mark.parametrize("size", [*SIZES, "1200x675", "400x400"])
def test_the_named_places_carry_their_names(evidence: Evidence, atlas: Atlas, size: str) -> None:
    """At every size the name of Lima stands on the main map, too, and not in the inset alone."""
    figure = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size(size))
    has_inset = 'class="inset"' in figure.svg()
    assert said(figure).count("Lima") == 1 + has_inset
    assert {"Iquitos", "Pisco", "Chiclayo"} <= set(said(figure))


def test_every_stripe_of_three_acts_is_drawn(three_acts: Evidence, atlas: Atlas) -> None:
    """Lima, named under three acts, has the pale tints of three colours, and every dot of it three sectors."""
    figure = draw_figure(make_context(three_acts, atlas, start_state(three_acts, "en")), SIZES["a4"])
    (lima, *_) = re.findall(r'<g class="unit unit-PE-LIM [^"]*">(.*?)</g>', figure.svg())
    assert len(set(re.findall(r'fill="(#[0-9a-f]+)"', lima))) == 3
    (dot, *_) = re.findall(r'<g class="place place-lima">(.*?)</g></g>|<g class="place place-lima"><g>(.*?)</g>', figure.svg())
    assert len(set(re.findall(r'fill="(#[0-9a-f]+)"', "".join(dot)))) == 3


def test_a_name_of_open_level_keeps_its_dashes_when_chosen(evidence: Evidence, atlas: Atlas) -> None:
    """The ring of the chosen place hides neither the dashes nor the tint."""
    start = start_state(evidence, "en")
    dashes = [
        len(re.findall(r'fill="none"[^>]*stroke-dasharray="4.6 2.6"', draw_figure(context, SIZES["a4"]).svg()))
        for context in (make_context(evidence, atlas, state) for state in (start, replace(start, place="lima")))
    ]
    assert dashes[0] == dashes[1] > 1


def test_presence_alone_has_no_sign(evidence: Evidence, atlas: Atlas) -> None:
    """Signs stand with a name where a role is told that dot or fill does not tell."""
    state = replace(start_state(evidence, "en"), roles=(Role.DEPLOYMENT,))
    assert 'class="role-' not in draw_figure(make_context(evidence, atlas, state), SIZES["a4"]).svg()
    every = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), SIZES["a4"]).svg()
    assert {"deployment", "exercise", "venue"} == set(re.findall(r'class="role-([\w-]+)"', every))


def test_a_figure_shows_the_extent_of_the_view(evidence: Evidence, atlas: Atlas) -> None:
    """What the reader sees is drawn, with a locator; all of Peru where the view has no extent, or when asked."""
    state = replace(start_state(evidence, "en"), at=Viewport(-12.2, -76.9, 8))
    near = draw_figure(make_context(evidence, atlas, state), SIZES["a4"])
    whole = draw_figure(make_context(evidence, atlas, state), SIZES["a4"], extent="peru")
    assert ('class="locator"' in near.svg(), 'class="inset"' in near.svg()) == (True, False)
    assert ('class="locator"' in whole.svg(), 'class="inset"' in whole.svg()) == (False, True)
    assert ("Iquitos" in said(near), "Iquitos" in said(whole)) == (False, True)
    assert "Lima" in said(near)


def test_an_extent_beyond_peru_is_peru(evidence: Evidence, atlas: Atlas) -> None:
    """A view that was zoomed out further than the country shows the country."""
    state = replace(start_state(evidence, "en"), at=Viewport(-9.2, -75, 4))
    svg = draw_figure(make_context(evidence, atlas, state), SIZES["a4"]).svg()
    assert 'class="locator"' not in svg
